#include "unit/check/easel.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/step.h"

void easel_init(struct easel *easel)
{
	easel->board = board_new();
	action_init(&easel->action);
	easel->action.time_ms = INT64_C(1795000000000);
	easel->edit = (struct edit){easel->board, &easel->action};
}

void easel_release(struct easel *easel)
{
	action_release(&easel->action);
	board_free(easel->board);
}

int64_t easel_put(struct easel *easel, enum kind kind, const char *text, struct place place)
{
	struct sticky sticky = {.kind = kind, .text = (char *)text, .place = place};
	struct error err = ERROR_INIT;
	int64_t id = edit_create(&easel->edit, ENTITY_STICKY, &sticky, &err);

	if (id < 0)
		BUG("%s", err.text);
	return id;
}

void easel_link(struct easel *easel, int64_t source, int64_t target)
{
	struct link link = {.source = source, .target = target};
	struct error err = ERROR_INIT;

	if (edit_create(&easel->edit, ENTITY_LINK, &link, &err) < 0)
		BUG("%s", err.text);
}

void easel_set(struct easel *easel, int64_t sticky, const char *field, const char *text)
{
	struct error err = ERROR_INIT;

	if (edit_set(&easel->edit, ENTITY_STICKY, sticky, field, text, &err))
		BUG("%s", err.text);
}

/* One slot: "E:Order_placed". */
static void easel_draw_slot(struct easel *easel, char *slot, struct place place)
{
	enum kind kind;

	if (!strcmp(slot, "."))
		return;
	if (!kind_of_letter(slot[0], &kind) || slot[1] != ':')
		BUG("“%s” is no sticky", slot);
	for (char *at = slot; *at; at++)
		if (*at == '_')
			*at = ' ';
	if (kind == KIND_EVENT && slot[strlen(slot) - 1] == '!') {
		slot[strlen(slot) - 1] = '\0';
		easel_set(easel, easel_put(easel, kind, slot + 2, place), "pivotal", "1");
	} else {
		easel_put(easel, kind, slot + 2, place);
	}
}

void easel_draw(struct easel *easel, const char *drawing, const char *links)
{
	char *copy = mem_strdup(drawing), *rest = copy, *slot;
	struct place place = {1, 1};

	while ((slot = strsep(&rest, " "))) {
		if (!strcmp(slot, "/")) {
			place = (struct place){1, place.row + 1};
		} else if (*slot) {
			easel_draw_slot(easel, slot, place);
			place.column++;
		}
	}
	free(copy);
	while (links && *links) {
		char *end;
		int64_t source = strtoll(links, &end, 10);

		easel_link(easel, source, strtoll(end + 1, &end, 10));
		links = end + strspn(end, " ");
	}
}

/* "A=1,2" */
static void easel_map_context(struct easel *easel, char *word)
{
	char *rest = strchr(word, '='), *id;
	struct context context = {.colour = 1};
	struct error err = ERROR_INIT;
	char number[24];
	int64_t made;

	*rest++ = '\0';
	for (char *at = word; *at; at++)
		if (*at == '_')
			*at = ' ';
	context.name = word;
	made = edit_create(&easel->edit, ENTITY_CONTEXT, &context, &err);
	if (made < 0)
		BUG("%s", err.text);
	snprintf(number, sizeof(number), "%" PRId64, made);
	while ((id = strsep(&rest, ",")))
		if (*id)
			easel_set(easel, strtoll(id, NULL, 10), "context", number);
}

/* "A>B", "A?B", "A~B/open-host/conformist" */
static void easel_map_relation(struct easel *easel, char *word)
{
	char *rest = strpbrk(word, ">~?"), *target;
	struct relation relation = {.style = *rest == '>'   ? RELATION_SYNC
					     : *rest == '~' ? RELATION_ASYNC
							    : RELATION_UNKNOWN};
	const struct context *from, *to;
	struct error err = ERROR_INIT;

	*rest++ = '\0';
	target = strsep(&rest, "/");
	relation.source_pattern = strsep(&rest, "/");
	relation.target_pattern = rest;
	from = board_context_named(easel->board, word);
	to = board_context_named(easel->board, target);
	if (!from || !to)
		BUG("there is no context %s or %s", word, target);
	relation.source = from->id;
	relation.target = to->id;
	if (edit_create(&easel->edit, ENTITY_RELATION, &relation, &err) < 0)
		BUG("%s", err.text);
}

void easel_map(struct easel *easel, const char *map)
{
	char *copy = mem_strdup(map ? map : ""), *rest = copy, *word;

	while ((word = strsep(&rest, " "))) {
		if (strchr(word, '='))
			easel_map_context(easel, word);
		else if (*word)
			easel_map_relation(easel, word);
	}
	free(copy);
}

static void easel_spaces(char *text, char sign)
{
	for (; text && *text; text++)
		if (*text == sign)
			*text = ' ';
}

/* "1:2/domain-event/id,name" */
static void easel_load_message(struct easel *easel, char *word)
{
	char *rest = word, *ends = strsep(&rest, "/"), *type = strsep(&rest, "/");
	struct message message = {.relation = strtoll(ends, &ends, 10), .uses = rest};
	enum message_type known = MESSAGE_UNDECIDED;
	struct error err = ERROR_INIT;

	message.sticky = strtoll(ends + 1, NULL, 10);
	if (type && !message_type_parse(type, &known))
		BUG("“%s” is no type", type);
	message.type = known;
	easel_spaces(rest, ',');
	if (edit_create(&easel->edit, ENTITY_MESSAGE, &message, &err) < 0)
		BUG("%s", err.text);
}

/* "r1.consistency=latest" */
static void easel_load_field(struct easel *easel, char *word)
{
	enum entity entity = *word == 'r' ? ENTITY_RELATION : *word == 'c' ? ENTITY_CONTEXT : ENTITY_STICKY;
	char *field, *value = strchr(word, '=');
	int64_t id = strtoll(word + 1, &field, 10);
	struct error err = ERROR_INIT;

	*value++ = '\0';
	easel_spaces(value, '_');
	if (edit_set(&easel->edit, entity, id, field + 1, value, &err))
		BUG("%s", err.text);
}

void easel_load(struct easel *easel, const char *load)
{
	char *copy = mem_strdup(load ? load : ""), *rest = copy, *word;

	while ((word = strsep(&rest, " "))) {
		if (strchr(word, '='))
			easel_load_field(easel, word);
		else if (*word)
			easel_load_message(easel, word);
	}
	free(copy);
}

struct checklist *easel_check(const struct easel *easel, enum role role)
{
	struct checklist *list = checklist_new(easel->board, role);

	checklist_run(list);
	return list;
}

void easel_write(const struct checklist *list, struct strbuf *out)
{
	for (int step = STEP_FIRST; step <= STEP_LAST; step++) {
		for (size_t i = 0; i < checklist_count(list, step); i++) {
			const struct finding *finding = checklist_at(list, step, i);

			strbuf_addf(out, "%d %s", step, finding->check->id);
			if (finding->sticky)
				strbuf_addf(out, " #%" PRId64, finding->sticky);
			if (finding->other)
				strbuf_addf(out, " #%" PRId64, finding->other);
			if (finding->item)
				strbuf_addf(out, " @%" PRId64, finding->item);
			strbuf_addch(out, '\n');
		}
	}
}

void easel_find(const struct easel *easel, const struct check *check, struct strbuf *out)
{
	struct checklist *list = easel_check(easel, ROLE_FACILITATOR);
	struct strbuf all = STRBUF_INIT;
	char *rest, *line;
	size_t len = strlen(check->id);

	easel_write(list, &all);
	rest = all.text;
	while ((line = strsep(&rest, "\n")))
		if (!strncmp(line + strcspn(line, " ") + !!*line, check->id, len) &&
			(line[2 + len] == ' ' || !line[2 + len]))
			strbuf_addf(out, "[%s]", line + 2 + len);
	strbuf_release(&all);
	checklist_free(list);
}
