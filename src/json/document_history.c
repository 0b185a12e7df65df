#include "json/document_history.h"

#include <inttypes.h>
#include <jansson.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/map.h"
#include "base/mem.h"
#include "json/document.h"
#include "json/document_parse.h"
#include "json/parse.h"
#include "model/item.h"
#include "model/step.h"
#include "text/clean.h"

static const char *const document_history_kinds[ACTION_KIND_COUNT] = {
	[ACTION_DO] = "do", [ACTION_UNDO] = "undo", [ACTION_REDO] = "redo"};

/* Writing */

struct document_history_writer {
	FILE *out;
	int64_t before;
	bool any; /* is there an action already? */
};

static void document_history_set_text(json_t *object, const char *key, const char *text)
{
	if (text)
		json_object_set_new_nocheck(object, key, json_string_nocheck(text));
}

static json_t *document_history_change(const struct change *change)
{
	json_t *object = json_object();

	document_history_set_text(object, "entity", entity_type(change->entity)->name);
	json_object_set_new_nocheck(object, "item", json_integer(change->item));
	document_history_set_text(object, "field", change->field ? change->field->name : NULL);
	document_history_set_text(object, "before", change->before);
	document_history_set_text(object, "after", change->after);
	return object;
}

/* As store_visit; returns 1 to stop at the end. */
static int document_history_write_action(void *context, const struct action *action, struct error *err)
{
	struct document_history_writer *writer = context;
	json_t *object = json_object(), *changes = json_array();
	char time[CLOCK_TEXT_BYTES];

	(void)err;
	if (writer->before && action->id >= writer->before) {
		json_decref(object);
		json_decref(changes);
		return 1;
	}
	clock_format(action->time_ms, time);
	json_object_set_new_nocheck(object, "id", json_integer(action->id));
	document_history_set_text(object, "time", time);
	if (action->person)
		json_object_set_new_nocheck(object, "person", json_integer(action->person));
	if (action->step)
		json_object_set_new_nocheck(object, "step", json_integer(action->step));
	if (action->kind != ACTION_DO) {
		document_history_set_text(object, "kind", document_history_kinds[action->kind]);
		json_object_set_new_nocheck(object, "target", json_integer(action->target));
	}
	for (size_t i = 0; i < action->changes.count; i++)
		json_array_append_new(changes, document_history_change(action_change(action, i)));
	json_object_set_new_nocheck(object, "changes", changes);
	fputs(writer->any ? ",\n" : "\n", writer->out);
	json_dumpf(object, writer->out, JSON_COMPACT);
	json_decref(object);
	writer->any = true;
	return 0;
}

int document_history_write(const struct board *board, struct store *store, int64_t before, FILE *out, struct error *err)
{
	struct document_history_writer writer = {out, before, false};
	int ended;

	document_write_members(board, DOCUMENT_VERSION_HISTORY, out);
	fprintf(out, ",\n\"%s\": [", DOCUMENT_HISTORY);
	ended = store_walk(store, 1, document_history_write_action, &writer, err);
	fputs(writer.any ? "\n]\n}\n" : "]\n}\n", out);
	return ended < 0 ? ended : 0;
}

/* Reading */

struct document_history_reader {
	struct action action; /* the last one read */
	struct map people;    /* ids that there have been by then */
};

/* Sets *NUMBER to the member KEY, from LEAST to MOST; one that is missing is 0, if that is in range. */
static int document_history_number(
	const json_t *object, const char *key, int64_t least, int64_t most, int64_t *number, struct error *err)
{
	const json_t *value = json_object_get(object, key);
	int64_t read = json_integer_value(value);

	if ((value && !json_is_integer(value)) || read < least || read > most)
		return error_set(
			err, ERROR_REFUSED, _("%s: expected a number from %" PRId64 " to %" PRId64), key, least, most);
	*number = read;
	return 0;
}

/* Sets *TEXT to the member KEY, or NULL. */
static int document_history_text(const json_t *object, const char *key, const char **text, struct error *err)
{
	const json_t *value = json_object_get(object, key);

	if (value && !json_is_string(value))
		return error_set(err, ERROR_REFUSED, _("%s: expected a string"), key);
	*text = json_string_value(value);
	return 0;
}

/* Are all members of OBJECT among KEYS? */
static int document_history_check(const json_t *object, const char *const *keys, struct error *err)
{
	const char *key;
	json_t *value;

	if (!json_is_object(object))
		return error_set(err, ERROR_REFUSED, _("expected an object"));
	json_object_foreach((json_t *)object, key, value)
	{
		const char *const *known = keys;
		struct strbuf shown = STRBUF_INIT;

		while (*known && strcmp(*known, key))
			known++;
		clean_for_display(&shown, key, strlen(key));
		if (!*known)
			error_set(err, ERROR_REFUSED, _("%.60s: unknown member"), shown.text);
		strbuf_release(&shown);
		if (!*known)
			return ERROR_REFUSED;
	}
	return 0;
}

/* Sets the entity and the field that a change names. */
static int document_history_read_field(
	const json_t *object, enum entity *entity, const struct field **field, struct error *err)
{
	const char *name, *word;
	struct strbuf shown = STRBUF_INIT;
	int failed = document_history_text(object, "entity", &word, err);

	if (!failed)
		failed = document_history_text(object, "field", &name, err);
	if (failed)
		return failed;
	clean_for_display(&shown, word ? word : "", word ? strlen(word) : 0);
	if (!word || !entity_parse(word, entity))
		failed = error_set(err, ERROR_REFUSED, _("“%.60s” is not something a board has"), shown.text);
	*field = !failed && name ? field_find(*entity, name) : NULL;
	strbuf_reset(&shown);
	clean_for_display(&shown, name ? name : "", name ? strlen(name) : 0);
	if (!failed && name && !*field)
		failed = error_set(err, ERROR_REFUSED, _("“%.60s” is not one of its fields"), shown.text);
	strbuf_release(&shown);
	return failed;
}

/* Adds the change in OBJECT. Its values are checked when it is applied. */
static int document_history_read_change(struct document_history_reader *reader, const json_t *object, struct error *err)
{
	static const char *const keys[] = {"entity", "item", "field", "before", "after", NULL};
	const char *before, *after;
	const struct field *field;
	enum entity entity;
	int64_t item;
	bool values;

	if (document_history_check(object, keys, err) || document_history_read_field(object, &entity, &field, err) ||
		document_history_number(object, "item", 1, ITEM_ID_MOST, &item, err) ||
		document_history_text(object, "before", &before, err) ||
		document_history_text(object, "after", &after, err))
		return ERROR_REFUSED;
	if (!field && !before == !after)
		return error_set(err, ERROR_REFUSED, _("an item is either created or removed"));
	values = field && !field_is_shift(field);
	action_add(
		&reader->action, entity, item, field, values && !before ? "" : before, values && !after ? "" : after);
	if (entity == ENTITY_PERSON && !field && after)
		map_set(&reader->people, (uint64_t)item, reader);
	return 0;
}

static int document_history_read_kind(struct action *action, const json_t *object, struct error *err)
{
	const char *word;
	int kind = 0;

	if (document_history_text(object, "kind", &word, err))
		return ERROR_REFUSED;
	while (word && kind < ACTION_KIND_COUNT && strcmp(word, document_history_kinds[kind]) != 0)
		kind++;
	if (kind == ACTION_KIND_COUNT)
		return error_set(err, ERROR_REFUSED, _("kind: expected do, undo or redo"));
	action->kind = (enum action_kind)kind;
	if (document_history_number(object, "target", 0, action->id - 1, &action->target, err))
		return ERROR_REFUSED;
	if ((kind == ACTION_DO) != !action->target)
		return error_set(err, ERROR_REFUSED, "%s", _("undo and redo need a target, and nothing else has one"));
	return 0;
}

/* Reads what an action is, without its changes. */
static int document_history_read_head(struct action *action, const json_t *object, struct error *err)
{
	static const char *const keys[] = {"id", "time", "person", "step", "kind", "target", "changes", NULL};
	const char *time;
	int64_t id, step;

	if (document_history_check(object, keys, err) ||
		document_history_number(object, "id", 1, ITEM_ID_MOST, &id, err) ||
		document_history_text(object, "time", &time, err) ||
		document_history_number(object, "person", 0, ITEM_ID_MOST, &action->person, err) ||
		document_history_number(object, "step", 0, STEP_LAST, &step, err))
		return ERROR_REFUSED;
	if (id != action->id + 1)
		return error_set(
			err, ERROR_REFUSED, "%s", _("actions must be numbered 1, 2, 3 and so on, in that order"));
	if (!time || !clock_parse(time, &action->time_ms))
		return error_set(err, ERROR_REFUSED, _("time: expected a time, like 2026-11-20T14:05:00Z"));
	action->id = id;
	action->step = (int)step;
	return document_history_read_kind(action, object, err);
}

static int document_history_read_action(struct document_history_reader *reader, const json_t *object, struct error *err)
{
	int64_t last = reader->action.id;
	const json_t *changes;
	int failed;

	action_release(&reader->action);
	action_init(&reader->action);
	reader->action.id = last;
	failed = document_history_read_head(&reader->action, object, err);
	changes = json_object_get(object, "changes");
	if (!failed && !json_is_array(changes))
		failed = error_set(err, ERROR_REFUSED, _("%s: expected an array"), "changes");
	for (size_t i = 0; !failed && i < json_array_size(changes); i++) {
		failed = document_history_read_change(reader, json_array_get(changes, i), err);
		if (failed)
			error_prefix(err, failed, "changes[%zu]", i);
	}
	if (!failed && reader->action.person && !map_get(&reader->people, (uint64_t)reader->action.person))
		failed = error_set(err, ERROR_REFUSED, _("%s: the document has no %s %" PRId64), "person", "person",
			reader->action.person);
	return failed;
}

bool document_history_is_in(FILE *in)
{
	long place = ftell(in);
	bool begins = place >= 0 && parse_begins(in), found;
	json_t *root = begins ? document_parse(in, "", NULL) : NULL;

	found = root && json_object_get(root, DOCUMENT_HISTORY);
	json_decref(root);
	if (begins)
		fseek(in, place, SEEK_SET);
	return found;
}

int document_history_read(FILE *in, const char *name, store_visit *visit, void *context, struct error *err)
{
	struct document_history_reader reader = {.people = MAP_INIT};
	json_t *root = document_parse(in, name, err);
	const json_t *list = json_object_get(root, DOCUMENT_HISTORY);
	int failed = root ? 0 : ERROR_REFUSED;

	action_init(&reader.action);
	if (root && !json_is_array(list))
		failed = error_set(err, ERROR_REFUSED, _("%s: expected an array"), DOCUMENT_HISTORY);
	for (size_t i = 0; !failed && i < json_array_size(list); i++) {
		failed = document_history_read_action(&reader, json_array_get(list, i), err);
		if (!failed)
			failed = visit(context, &reader.action, err);
		if (failed)
			error_prefix(err, failed, "%s[%zu]", DOCUMENT_HISTORY, i);
	}
	if (failed && root)
		error_prefix(err, failed, "%s", name);
	action_release(&reader.action);
	map_release(&reader.people);
	json_decref(root);
	return failed;
}
