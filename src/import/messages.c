#include "import/messages.h"

#include <string.h>

#include "base/i18n.h"
#include "csv/cells.h"
#include "csv/columns.h"
#include "import/relations.h"
#include "model/payload.h"

/* The sticky whose id in the file is in COLUMN of the current row; 0 on failure. In an update, INTAKE_GONE if its row
 * has been taken out, or the sticky deleted. */
static int64_t messages_sticky(struct intake *intake, struct table *table, size_t column, struct error *err)
{
	const char *cell = table_cell(table, column);
	int64_t id = intake_sticky(intake, intake_normal_id(cell));

	if (!id && intake->options->update)
		return INTAKE_GONE;
	if (!id)
		table_refuse(table, table->row->number, column, err, _("no sticky of the file has the id %s"),
			table_shown(table, column));
	return id;
}

/* The context named in COLUMN of the current row; 0 for an empty cell, negative on failure. */
static int64_t messages_context(struct intake *intake, struct table *table, size_t column, struct error *err)
{
	const char *name = intake_text(intake, table, column, CLEAN_ONE_LINE, err);

	return name ? names_get(&intake->contexts, name) : ERROR_REFUSED;
}

/* The relation that the current row names; 0 on failure. */
static int64_t messages_relation(struct intake *intake, struct table *table, struct error *err)
{
	struct relation wanted = {.source = messages_context(intake, table, MESSAGE_FROM, err)};
	const char *label;
	int64_t id;

	if (wanted.source >= 0)
		wanted.target = messages_context(intake, table, MESSAGE_TO, err);
	if (wanted.source < 0 || wanted.target < 0)
		return 0;
	label = intake_text(intake, table, MESSAGE_LABEL, CLEAN_ONE_LINE, err);
	if (!label)
		return 0;
	wanted.label = (char *)label;
	id = relations_find(intake, &wanted);
	if (!id)
		table_refuse(table, table->row->number, MESSAGE_FROM, err, _("no such relation"));
	return id;
}

static int messages_visit(void *context, struct table *table, struct error *err)
{
	struct intake *intake = context;
	struct message message = {0};
	int64_t id;

	message.relation = messages_relation(intake, table, err);
	message.sticky = message.relation ? messages_sticky(intake, table, MESSAGE_STICKY, err) : 0;
	if (!message.sticky)
		return ERROR_REFUSED;
	if (message.sticky == INTAKE_GONE || board_message(intake->edit->board, message.relation, message.sticky))
		return 0;
	id = edit_create(intake->edit, ENTITY_MESSAGE, &message, err);
	if (id < 0)
		return ERROR_REFUSED;
	return intake_fields(intake, table, MESSAGE_TYPE, MESSAGE_COLUMNS, ENTITY_MESSAGE, id, err);
}

const struct table_reader messages_reader = {&columns_messages, messages_visit};

/* Details */

/* Sets the payload or metadata of STICKY from COLUMN. */
static int messages_read_fields(
	struct intake *intake, struct table *table, size_t column, int64_t sticky, struct error *err)
{
	const char *text = intake_text(intake, table, column, CLEAN_MANY_LINES, err);
	struct strbuf kept = STRBUF_INIT;
	struct payload payload;
	int failed;

	if (!text)
		return ERROR_REFUSED;
	payload_init(&payload);
	payload_read(&payload, text);
	failed = payload_check(&payload, err);
	payload_format(&payload, "\n", &kept);
	if (!failed && kept.len)
		failed = edit_set_raw(intake->edit, ENTITY_STICKY, sticky,
			cells_field(table->type, column, ENTITY_STICKY), kept.text, err);
	if (failed)
		table_blame(table, table->row->number, column, err);
	payload_release(&payload);
	strbuf_release(&kept);
	return failed;
}

static int messages_visit_detail(void *context, struct table *table, struct error *err)
{
	struct intake *intake = context;
	int64_t id = messages_sticky(intake, table, DETAIL_ID, err);
	int failed = id ? 0 : ERROR_REFUSED;

	if (id == INTAKE_GONE)
		return 0;
	if (!failed)
		failed = intake_fields(intake, table, DETAIL_PUBLIC, DETAIL_PAYLOAD, ENTITY_STICKY, id, err);
	if (!failed)
		failed = messages_read_fields(intake, table, DETAIL_PAYLOAD, id, err);
	if (!failed)
		failed = messages_read_fields(intake, table, DETAIL_METADATA, id, err);
	return failed ? failed : intake_fields(intake, table, DETAIL_REJECTION, DETAIL_COLUMNS, ENTITY_STICKY, id, err);
}

const struct table_reader messages_details = {&columns_details, messages_visit_detail};
