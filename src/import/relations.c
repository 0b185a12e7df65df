#include "import/relations.h"

#include <inttypes.h>
#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "command/argument.h"
#include "csv/columns.h"

/* The key of a sticky in intake->texts. */
static void relations_key(struct strbuf *key, int64_t context, const char *text)
{
	strbuf_reset(key);
	strbuf_addf(key, "%" PRId64 "\n%s", context, text);
}

/* Fills intake->texts. Of stickies with the same text in a context, the first one counts. */
static void relations_know_texts(struct intake *intake)
{
	struct vec list = VEC_INIT(const void *);
	struct strbuf key = STRBUF_INIT;

	board_list(intake->edit->board, ENTITY_STICKY, &list);
	for (size_t i = list.count; i-- > 0;) {
		const struct sticky *sticky = vec_get(&list, const struct sticky *, i);

		relations_key(&key, sticky->context, sticky->text ? sticky->text : "");
		names_set(&intake->texts, key.text, sticky->id);
	}
	strbuf_release(&key);
	vec_release(&list);
}

/* The sticky in CONTEXT that COLUMN names; 0 if the cell is empty, negative on failure. */
static int64_t relations_sticky(
	struct intake *intake, struct table *table, size_t column, int64_t context, struct error *err)
{
	const char *text = intake_text(intake, table, column, CLEAN_MANY_LINES, err);
	struct strbuf key = STRBUF_INIT;
	int64_t id;

	if (!text)
		return ERROR_REFUSED;
	if (!*text)
		return 0;
	if (!intake->texts.map.count)
		relations_know_texts(intake);
	relations_key(&key, context, text);
	id = names_get(&intake->texts, key.text);
	strbuf_release(&key);
	if (id)
		return id;
	return table_refuse(table, table->row->number, column, err, _("no sticky of that context says “%s”"),
		table_shown(table, column));
}

static int relations_make_link(
	struct intake *intake, struct table *table, int64_t source_context, int64_t target_context, struct error *err)
{
	struct link link = {0};

	link.source = relations_sticky(intake, table, RELATION_FROM_STICKY, source_context, err);
	if (link.source < 0)
		return ERROR_REFUSED;
	link.target = relations_sticky(intake, table, RELATION_TO_STICKY, target_context, err);
	if (link.target < 0)
		return ERROR_REFUSED;
	if (!link.source || !link.target || board_link(intake->edit->board, link.source, link.target))
		return 0;
	if (link.source == link.target)
		return table_refuse(
			table, table->row->number, RELATION_TO_STICKY, err, _("a sticky cannot point at itself"));
	return edit_create(intake->edit, ENTITY_LINK, &link, err) < 0 ? ERROR_REFUSED : 0;
}

/* What people write for a style besides its token; an empty cell leaves it unknown. */
static const struct {
	const char *word;
	enum relation_style style;
} relations_styles[] = {
	{"", RELATION_UNKNOWN},
	{"synchronous", RELATION_SYNC},
	{"동기", RELATION_SYNC},
	{"asynchronous", RELATION_ASYNC},
	{"비동기", RELATION_ASYNC},
	{"미정", RELATION_UNKNOWN},
};

static int relations_read_style(struct table *table, int *style, struct error *err)
{
	const char *cell = table_cell(table, RELATION_STYLE);

	for (size_t i = 0; i < ARRAY_SIZE(relations_styles); i++) {
		*style = relations_styles[i].style;
		if (!strcasecmp(cell, relations_styles[i].word))
			return 0;
	}
	for (*style = 0; *style < RELATION_STYLE_COUNT; ++*style)
		if (!strcasecmp(cell, relation_style_token((enum relation_style) * style)))
			return 0;
	return table_refuse(table, table->row->number, RELATION_STYLE, err,
		_("unknown mode “%s”; use sync, async or unknown"), table_shown(table, RELATION_STYLE));
}

/* Reads a pattern, or nothing, into *PATTERN, which is valid as long as the row. */
static int relations_read_pattern(struct table *table, size_t column, char **pattern, struct error *err)
{
	const char *cell = table_cell(table, column);

	*pattern = *cell ? (char *)cell : NULL;
	if (!*cell || argument_is_pattern(cell, strlen(cell)))
		return 0;
	return table_refuse(table, table->row->number, column, err, _("“%s” is not a relation pattern"),
		table_shown(table, column));
}

/* The key of a relation in intake->relations. */
static void relations_relation_key(struct strbuf *key, const struct relation *relation)
{
	strbuf_reset(key);
	strbuf_addf(key, "%" PRId64 " %" PRId64 " %s", relation->source, relation->target,
		relation->label ? relation->label : "");
}

int64_t relations_find(struct intake *intake, const struct relation *wanted)
{
	const struct relation *relation;
	struct strbuf key = STRBUF_INIT;
	size_t at = 0;
	int64_t id;

	if (!intake->relations.map.count)
		while ((relation = board_next(intake->edit->board, ENTITY_RELATION, &at))) {
			relations_relation_key(&key, relation);
			names_set(&intake->relations, key.text, relation->id);
		}
	relations_relation_key(&key, wanted);
	id = names_get(&intake->relations, key.text);
	strbuf_release(&key);
	return id;
}

int64_t relations_create(struct intake *intake, const struct relation *relation, struct error *err)
{
	struct strbuf key = STRBUF_INIT;
	int64_t id;

	if (relations_find(intake, relation))
		return 0;
	id = edit_create(intake->edit, ENTITY_RELATION, relation, err);
	if (id < 0)
		return ERROR_REFUSED;
	relations_relation_key(&key, relation);
	names_set(&intake->relations, key.text, id);
	strbuf_release(&key);
	intake->report->relations++;
	return id;
}

/* Makes the relation, unless it is on the board already. */
static int relations_add(struct intake *intake, struct table *table, const struct relation *relation, struct error *err)
{
	int64_t id = relations_create(intake, relation, err);

	if (id <= 0)
		return (int)id;
	return intake_fields(intake, table, RELATION_CONSISTENCY, RELATION_FROM_STICKY, ENTITY_RELATION, id, err);
}

static int relations_make(struct intake *intake, struct table *table, struct relation *relation, struct error *err)
{
	const char *label;

	if (relations_read_style(table, &relation->style, err) ||
		relations_read_pattern(table, RELATION_FROM_PATTERN, &relation->source_pattern, err) ||
		relations_read_pattern(table, RELATION_TO_PATTERN, &relation->target_pattern, err))
		return ERROR_REFUSED;
	label = intake_text(intake, table, RELATION_LABEL, CLEAN_ONE_LINE, err);
	if (!label)
		return ERROR_REFUSED;
	relation->label = *label ? (char *)label : NULL;
	return relations_add(intake, table, relation, err);
}

static int relations_visit(void *context, struct table *table, struct error *err)
{
	struct intake *intake = context;
	struct relation relation = {0};
	bool flow = *table_cell(table, RELATION_FROM_STICKY) && *table_cell(table, RELATION_TO_STICKY);

	relation.source = intake_context(intake, table, RELATION_FROM, err);
	if (relation.source < 0)
		return ERROR_REFUSED;
	relation.target = intake_context(intake, table, RELATION_TO, err);
	if (relation.target < 0)
		return ERROR_REFUSED;
	if (flow && relations_make_link(intake, table, relation.source, relation.target, err))
		return ERROR_REFUSED;
	if (flow && (relation.source == relation.target || !relation.source || !relation.target))
		return 0;
	if (!relation.source || !relation.target)
		return table_refuse(table, table->row->number, relation.source ? RELATION_TO : RELATION_FROM, err,
			_("a context is missing"));
	return relations_make(intake, table, &relation, err);
}

const struct table_reader relations_reader = {&columns_relations, relations_visit};
