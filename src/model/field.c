#include "model/field.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "model/step.h"
#include "text/clean.h"
#include "text/words.h"

static const char *const field_roles[] = {"observer", "participant", "facilitator", NULL};
static const char *const field_styles[] = {"sync", "async", "unknown", NULL};
static const char *const field_consistencies[] = {"unknown", "eventual", "latest", NULL};
static const char *const field_answers[] = {"unknown", "no", "yes", NULL};
static const char *const field_message_types[] = {
	"undecided", "notification", "state-snapshot", "state-delta", "domain-event", NULL};
static const char *const field_subdomains[] = {"unknown", "core", "supporting", "generic", NULL};

/* Each list has a word for each value, and a final NULL. */
#define HAS_ALL(words, count) _Static_assert(ARRAY_SIZE(words) == (count) + 1, #words)
HAS_ALL(field_roles, ROLE_COUNT);
HAS_ALL(field_styles, RELATION_STYLE_COUNT);
HAS_ALL(field_consistencies, CONSISTENCY_COUNT);
HAS_ALL(field_answers, ANSWER_COUNT);
HAS_ALL(field_message_types, MESSAGE_TYPE_COUNT);
HAS_ALL(field_subdomains, SUBDOMAIN_COUNT);

#define AT(type, member) .offset = offsetof(struct type, member)
#define LINE(type, member)                            \
	{                                             \
#member, FIELD_LINE, AT(type, member) \
	}
#define TEXT(type, member)                            \
	{                                             \
#member, FIELD_TEXT, AT(type, member) \
	}
#define NUMBER(type, member, min, max)                                                 \
	{                                                                              \
#member, FIELD_NUMBER, AT(type, member), .least = (min), .most = (max) \
	}
#define TIME(type, member)                            \
	{                                             \
#member, FIELD_TIME, AT(type, member) \
	}
#define REF(type, member, to)                                        \
	{                                                            \
#member, FIELD_REF, AT(type, member), .refers = (to) \
	}
#define FLAG(type, member)                            \
	{                                             \
#member, FIELD_FLAG, AT(type, member) \
	}
#define CHOICE(type, member, words)                                         \
	{                                                                   \
#member, FIELD_CHOICE, AT(type, member), .choices = (words) \
	}
#define PLACE(type, member)                            \
	{                                              \
#member, FIELD_PLACE, AT(type, member) \
	}

static const struct field field_board[] = {
	LINE(board_facts, title),
	NUMBER(board_facts, step, 0, STEP_LAST),
	TIME(board_facts, since),
	TIME(board_facts, timer),
	FLAG(board_facts, locked),
	NUMBER(board_facts, silent, 0, ITEM_ID_MOST),
	NUMBER(board_facts, votes, 0, BOARD_VOTES_MOST),
	FLAG(board_facts, votes_hidden),
	{"purpose", FIELD_LINE, AT(board_facts, purpose), .since = 3},
	{"columns", FIELD_COLUMNS, .offset = 0},
	{"rows", FIELD_ROWS, .offset = 0},
};

static const struct field field_person[] = {
	LINE(person, name),
	CHOICE(person, role, field_roles),
};

static const struct field field_context[] = {
	LINE(context, name),
	NUMBER(context, colour, 0, 255),
	NUMBER(context, map_column, 0, CONTEXT_MAP_MOST),
	NUMBER(context, map_row, 0, CONTEXT_MAP_MOST),
	LINE(context, dismissed),
	{"purpose", FIELD_LINE, AT(context, purpose), .since = 3},
	{"subdomain", FIELD_CHOICE, AT(context, subdomain), .choices = field_subdomains, .since = 3},
	{"roles", FIELD_LINE, AT(context, roles), .since = 3},
	{"assumptions", FIELD_LINE, AT(context, assumptions), .since = 3},
};

static const struct field field_sticky[] = {
	CHOICE(sticky, kind, kind_tokens),
	TEXT(sticky, text),
	TEXT(sticky, note),
	PLACE(sticky, place),
	REF(sticky, context, ENTITY_CONTEXT),
	FLAG(sticky, resolved),
	FLAG(sticky, pivotal),
	REF(sticky, author, ENTITY_PERSON),
	NUMBER(sticky, step, 0, STEP_LAST),
	TIME(sticky, created),
	TIME(sticky, updated),
	LINE(sticky, dismissed),
	FLAG(sticky, public),
	TEXT(sticky, payload),
	TEXT(sticky, metadata),
	LINE(sticky, rejection),
	{"definition", FIELD_LINE, AT(sticky, definition), .since = 3},
	{"invariants", FIELD_LINE, AT(sticky, invariants), .since = 3},
};

static const struct field field_link[] = {
	REF(link, source, ENTITY_STICKY),
	REF(link, target, ENTITY_STICKY),
};

static const struct field field_vote[] = {
	REF(vote, sticky, ENTITY_STICKY),
	REF(vote, person, ENTITY_PERSON),
	NUMBER(vote, dots, 0, 1000000),
};

static const struct field field_phase[] = {
	NUMBER(phase, column, 0, PLACE_MOST),
	LINE(phase, name),
};

static const struct field field_lane[] = {
	NUMBER(lane, row, 0, PLACE_MOST),
	LINE(lane, name),
};

static const struct field field_relation[] = {
	REF(relation, source, ENTITY_CONTEXT),
	CHOICE(relation, style, field_styles),
	REF(relation, target, ENTITY_CONTEXT),
	LINE(relation, label),
	LINE(relation, source_pattern),
	LINE(relation, target_pattern),
	CHOICE(relation, consistency, field_consistencies),
	CHOICE(relation, sensitive, field_answers),
	CHOICE(relation, autonomous, field_answers),
	CHOICE(relation, compensated, field_answers),
	LINE(relation, when_slow),
	LINE(relation, when_failed),
	LINE(relation, when_disordered),
	LINE(relation, when_twice),
	LINE(relation, dismissed),
};

static const struct field field_message[] = {
	REF(message, relation, ENTITY_RELATION),
	REF(message, sticky, ENTITY_STICKY),
	CHOICE(message, type, field_message_types),
	LINE(message, uses),
};

#define ENTITY(name, type, fields)                                    \
	{                                                             \
		name, sizeof(struct type), fields, ARRAY_SIZE(fields) \
	}

static const struct entity_type field_entities[ENTITY_COUNT] = {
	[ENTITY_BOARD] = ENTITY("board", board_facts, field_board),
	[ENTITY_PERSON] = ENTITY("person", person, field_person),
	[ENTITY_CONTEXT] = ENTITY("context", context, field_context),
	[ENTITY_STICKY] = ENTITY("sticky", sticky, field_sticky),
	[ENTITY_LINK] = ENTITY("link", link, field_link),
	[ENTITY_VOTE] = ENTITY("vote", vote, field_vote),
	[ENTITY_PHASE] = ENTITY("phase", phase, field_phase),
	[ENTITY_LANE] = ENTITY("lane", lane, field_lane),
	[ENTITY_RELATION] = ENTITY("relation", relation, field_relation),
	[ENTITY_MESSAGE] = ENTITY("message", message, field_message),
};

const struct entity_type *entity_type(enum entity entity)
{
	if ((unsigned)entity >= ENTITY_COUNT)
		BUG("entity %d", (int)entity);
	return &field_entities[entity];
}

bool entity_parse(const char *name, enum entity *entity)
{
	for (int i = 0; i < ENTITY_COUNT; i++) {
		if (strcmp(name, field_entities[i].name))
			continue;
		*entity = (enum entity)i;
		return true;
	}
	return false;
}

const struct field *field_find(enum entity entity, const char *name)
{
	const struct entity_type *type = entity_type(entity);

	for (size_t i = 0; i < type->count; i++)
		if (!strcmp(type->fields[i].name, name))
			return &type->fields[i];
	return NULL;
}

static void *field_slot(const struct field *field, void *item)
{
	return (char *)item + field->offset;
}

bool field_is_shift(const struct field *field)
{
	return field->type == FIELD_COLUMNS || field->type == FIELD_ROWS;
}

bool field_is_default(const struct field *field, const void *item)
{
	const void *slot = (const char *)item + field->offset;

	switch (field->type) {
	case FIELD_LINE:
	case FIELD_TEXT: return !*(char *const *)slot;
	case FIELD_NUMBER:
	case FIELD_TIME:
	case FIELD_REF: return !*(const int64_t *)slot;
	case FIELD_FLAG: return !*(const bool *)slot;
	case FIELD_CHOICE: return !*(const int *)slot;
	case FIELD_PLACE: return !((const struct place *)slot)->column;
	case FIELD_COLUMNS:
	case FIELD_ROWS: break;
	}
	return true;
}

void field_format(const struct field *field, const void *item, struct strbuf *out)
{
	const void *slot = (const char *)item + field->offset;
	const struct place *place = slot;
	char time[CLOCK_TEXT_BYTES];

	if (field_is_default(field, item))
		return;
	switch (field->type) {
	case FIELD_LINE:
	case FIELD_TEXT: strbuf_addstr(out, *(char *const *)slot); break;
	case FIELD_NUMBER:
	case FIELD_REF: strbuf_addf(out, "%" PRId64, *(const int64_t *)slot); break;
	case FIELD_TIME:
		clock_format(*(const int64_t *)slot, time);
		strbuf_addstr(out, time);
		break;
	case FIELD_FLAG: strbuf_addch(out, '1'); break;
	case FIELD_CHOICE: strbuf_addstr(out, field->choices[*(const int *)slot]); break;
	case FIELD_PLACE: strbuf_addf(out, "%d,%d", place->column, place->row); break;
	case FIELD_COLUMNS:
	case FIELD_ROWS: break;
	}
}

static bool field_parse_integer(const char *text, int64_t least, int64_t most, int64_t *out)
{
	char *end;
	long long value;

	if (*text != '-' && (*text < '0' || *text > '9'))
		return false;
	errno = 0;
	value = strtoll(text, &end, 10);
	if (*end || errno || value < least || value > most)
		return false;
	*out = value;
	return true;
}

static bool field_parse_place(const char *text, struct place *place)
{
	char *comma;
	long long column, row;

	if (!*text) {
		place->column = place->row = 0;
		return true;
	}
	if (strspn(text, "0123456789,") != strlen(text) || strlen(text) > 19)
		return false;
	column = strtoll(text, &comma, 10);
	if (*comma != ',')
		return false;
	row = strtoll(comma + 1, &comma, 10);
	if (*comma || column < 1 || row < 1 || column > PLACE_MOST || row > PLACE_MOST)
		return false;
	place->column = (int32_t)column;
	place->row = (int32_t)row;
	return true;
}

static bool field_parse_choice(const char *const *choices, const char *text, int *out)
{
	for (int i = 0; choices[i]; i++) {
		if (strcmp(choices[i], text))
			continue;
		*out = i;
		return true;
	}
	return false;
}

static bool field_holds_text(const struct field *field)
{
	return field->type == FIELD_LINE || field->type == FIELD_TEXT;
}

/* Reads TEXT into SLOT; for a text field, only checks it. */
static bool field_read(const struct field *field, const char *text, void *slot)
{
	switch (field->type) {
	case FIELD_LINE: return clean_is_clean(text, CLEAN_ONE_LINE);
	case FIELD_TEXT: return clean_is_clean(text, CLEAN_MANY_LINES);
	case FIELD_NUMBER: return field_parse_integer(*text ? text : "0", field->least, field->most, slot);
	case FIELD_REF: return field_parse_integer(*text ? text : "0", 0, INT64_MAX, slot);
	case FIELD_TIME:
		if (*text)
			return clock_parse(text, slot);
		*(int64_t *)slot = 0;
		return true;
	case FIELD_FLAG:
		if (strcmp(text, "") && strcmp(text, "1"))
			return false;
		*(bool *)slot = *text;
		return true;
	case FIELD_CHOICE:
		if (*text)
			return field_parse_choice(field->choices, text, slot);
		*(int *)slot = 0;
		return true;
	case FIELD_PLACE: return field_parse_place(text, slot);
	case FIELD_COLUMNS:
	case FIELD_ROWS: break;
	}
	return false;
}

int field_parse(const struct field *field, void *item, const char *text, struct error *err)
{
	void *slot = field_slot(field, item);
	char **held;

	if (!field_read(field, text, slot))
		return error_set(err, ERROR_SYSTEM, _("“%.60s” is not a value for the field %s"), text, field->name);
	if (field_holds_text(field)) {
		held = slot;
		free(*held);
		*held = *text ? mem_strdup(text) : NULL;
	}
	return 0;
}

/* Room for the value of any field except a text. */
union field_value {
	int64_t number;
	int choice;
	bool flag;
	struct place place;
};

bool field_fits(const struct field *field, const char *text)
{
	union field_value value;

	return field_read(field, text, &value);
}

void item_clear(enum entity entity, void *item)
{
	const struct entity_type *type = entity_type(entity);
	int64_t id = *(const int64_t *)item;

	for (size_t i = 0; i < type->count; i++)
		if (field_holds_text(&type->fields[i]))
			free(*(char **)field_slot(&type->fields[i], item));
	memset(item, 0, type->size);
	*(int64_t *)item = id;
}

void record_format(enum entity entity, const void *item, struct strbuf *out)
{
	const struct entity_type *type = entity_type(entity);
	struct strbuf value = STRBUF_INIT;

	for (size_t i = 0; i < type->count; i++) {
		if (field_is_default(&type->fields[i], item))
			continue;
		if (out->len)
			strbuf_addch(out, ' ');
		strbuf_addstr(out, type->fields[i].name);
		strbuf_addch(out, '=');
		strbuf_reset(&value);
		field_format(&type->fields[i], item, &value);
		words_quote(out, value.text);
	}
	strbuf_release(&value);
}

/* Reads the name at *AT and moves past the '='. Searches from row *NEXT on and sets *NEXT to the row
 * after, because records are in the order of the table. */
static const struct field *record_field(const struct entity_type *type, const char **at, size_t *next)
{
	size_t len = strcspn(*at, "= ");

	for (size_t i = 0; i < type->count && (*at)[len] == '='; i++) {
		const struct field *field = &type->fields[(*next + i) % type->count];

		if (strncmp(field->name, *at, len) || field->name[len])
			continue;
		*at += len + 1;
		*next += i + 1;
		return field;
	}
	return NULL;
}

/* Sets the fields of ITEM; if it is NULL, only checks the record. */
static int record_read(enum entity entity, void *item, const char *text, struct error *err)
{
	struct strbuf value = STRBUF_INIT;
	struct words words;
	size_t next = 0;
	int failed = 0;

	words_from_line(&words, text);
	while (!failed && !words_at_end(&words)) {
		const struct field *field = record_field(entity_type(entity), &words.line, &next);

		if (!field)
			failed = error_set(err, ERROR_SYSTEM, _("“%.60s” is not a field of a %s"), words.line,
				entity_type(entity)->name);
		else if (words_next(&words, &value, err) < 0)
			failed = ERROR_SYSTEM;
		else if (item)
			failed = field_parse(field, item, value.text, err);
		else
			failed = field_fits(field, value.text) ? 0 : ERROR_SYSTEM;
	}
	strbuf_release(&value);
	return failed;
}

int record_parse(enum entity entity, void *item, const char *text, struct error *err)
{
	int failed = record_read(entity, item, text, err);

	if (failed)
		item_clear(entity, item);
	return failed;
}

bool record_fits(enum entity entity, const char *text)
{
	return !record_read(entity, NULL, text, NULL);
}

const char *role_token(enum role role)
{
	return field_roles[role];
}

bool role_parse(const char *text, enum role *role)
{
	int index;

	if (!field_parse_choice(field_roles, text, &index))
		return false;
	*role = (enum role)index;
	return true;
}

const char *relation_style_token(enum relation_style style)
{
	return field_styles[style];
}

const char *consistency_token(enum consistency consistency)
{
	return field_consistencies[consistency];
}

const char *message_type_token(enum message_type type)
{
	return field_message_types[type];
}

bool message_type_parse(const char *text, enum message_type *type)
{
	int index;

	if (!field_parse_choice(field_message_types, text, &index))
		return false;
	*type = (enum message_type)index;
	return true;
}

const char *subdomain_token(enum subdomain subdomain)
{
	return field_subdomains[subdomain];
}

bool subdomain_parse(const char *text, enum subdomain *subdomain)
{
	int index;

	if (!field_parse_choice(field_subdomains, text, &index))
		return false;
	*subdomain = (enum subdomain)index;
	return true;
}
