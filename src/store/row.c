#include "store/row.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "model/board_apply.h"
#include "store/rowsql.h"
#include "text/clean.h"

/* Binds the value of FIELD from parameter AT on; returns the next one. */
static int row_bind(sqlite3_stmt *statement, int at, const struct field *field, const void *item)
{
	const void *slot = (const char *)item + field->offset;

	switch (field->type) {
	case FIELD_LINE:
	case FIELD_TEXT: sqlite_bind_text(statement, at, *(char *const *)slot); return at + 1;
	case FIELD_NUMBER:
	case FIELD_TIME: sqlite3_bind_int64(statement, at, *(const int64_t *)slot); return at + 1;
	case FIELD_REF:
		if (*(const int64_t *)slot)
			sqlite3_bind_int64(statement, at, *(const int64_t *)slot);
		return at + 1;
	case FIELD_FLAG: sqlite3_bind_int(statement, at, *(const bool *)slot); return at + 1;
	case FIELD_CHOICE: sqlite_bind_text(statement, at, field->choices[*(const int *)slot]); return at + 1;
	case FIELD_PLACE:
		sqlite3_bind_int(statement, at, ((const struct place *)slot)->column);
		sqlite3_bind_int(statement, at + 1, ((const struct place *)slot)->row);
		return at + 2;
	case FIELD_COLUMNS:
	case FIELD_ROWS: return at;
	}
	BUG("field type %d", (int)field->type);
}

int row_put(struct store *sqlite, const struct board *board, enum entity entity, int64_t id, struct error *err)
{
	const struct entity_type *type = entity_type(entity);
	const void *item = board_item(board, entity, id);
	sqlite3_stmt *statement =
		sqlite_statement(sqlite, (enum sqlite_statement)((item ? SQL_PUT : SQL_DELETE) + (int)entity), err);
	int at = 2;

	if (!statement)
		return ERROR_SYSTEM;
	sqlite3_bind_int64(statement, 1, id);
	for (size_t i = 0; item && i < type->count; i++)
		at = row_bind(statement, at, &type->fields[i], item);
	return sqlite_run(sqlite, statement, err);
}

int row_note_sequence(struct store *sqlite, const struct board *board, enum entity entity, struct error *err)
{
	sqlite3_stmt *statement = sqlite_statement(sqlite, SQL_SET_SEQUENCE, err);

	if (!statement)
		return ERROR_SYSTEM;
	sqlite_bind_text(statement, 1, entity_type(entity)->name);
	sqlite3_bind_int64(statement, 2, board_next_id(board, entity));
	return sqlite_run(sqlite, statement, err);
}

/* A row being read. */
struct row {
	const struct store *sqlite;
	sqlite3_stmt *statement;
	enum entity entity;
	int64_t id;
};

static int row_bad(const struct row *row, const char *column, struct error *err)
{
	return sqlite_damaged(row->sqlite, err, _("%s %" PRId64 ": its %s is invalid"), entity_type(row->entity)->name,
		row->id, column);
}

/* Reads an integer from LEAST to MOST; NULL means 0. */
static int row_number(const struct row *row, int at, const char *column, int64_t least, int64_t most, int64_t *number,
	struct error *err)
{
	int type = sqlite3_column_type(row->statement, at);

	*number = sqlite3_column_int64(row->statement, at);
	if ((type != SQLITE_INTEGER && type != SQLITE_NULL) || *number < least || *number > most)
		return row_bad(row, column, err);
	return 0;
}

/* Reads a clean text, or NULL. */
static int row_text(const struct row *row, int at, const struct field *field, char **text, struct error *err)
{
	int type = sqlite3_column_type(row->statement, at);
	const char *bytes = (const char *)sqlite3_column_text(row->statement, at);
	size_t len = (size_t)sqlite3_column_bytes(row->statement, at);

	*text = NULL;
	if (type == SQLITE_NULL)
		return 0;
	if (type != SQLITE_TEXT || !bytes || strlen(bytes) != len ||
		!clean_is_clean(bytes, field->type == FIELD_LINE ? CLEAN_ONE_LINE : CLEAN_MANY_LINES))
		return row_bad(row, field->name, err);
	*text = len ? mem_strndup(bytes, len) : NULL;
	return 0;
}

static int row_choice(const struct row *row, int at, const struct field *field, int *choice, struct error *err)
{
	const char *word = sqlite3_column_type(row->statement, at) == SQLITE_TEXT
				   ? (const char *)sqlite3_column_text(row->statement, at)
				   : NULL;

	*choice = 0;
	if (field->since && sqlite3_column_type(row->statement, at) == SQLITE_NULL)
		return 0;
	for (; word && field->choices[*choice]; ++*choice)
		if (!strcmp(field->choices[*choice], word))
			return 0;
	return row_bad(row, field->name, err);
}

/* Reads FIELD from column *AT on; *AT moves past it. */
static int row_read(const struct row *row, int *at, const struct field *field, void *item, struct error *err)
{
	void *slot = (char *)item + field->offset;
	int64_t number = 0, second = 0;
	int failed = 0;

	switch (field->type) {
	case FIELD_LINE:
	case FIELD_TEXT: return row_text(row, (*at)++, field, slot, err);
	case FIELD_NUMBER: return row_number(row, (*at)++, field->name, field->least, field->most, slot, err);
	case FIELD_TIME: return row_number(row, (*at)++, field->name, CLOCK_FIRST_MS, CLOCK_LAST_MS, slot, err);
	case FIELD_REF: return row_number(row, (*at)++, field->name, 0, ITEM_ID_MOST, slot, err);
	case FIELD_FLAG:
		failed = row_number(row, (*at)++, field->name, 0, 1, &number, err);
		*(bool *)slot = number;
		return failed;
	case FIELD_CHOICE: return row_choice(row, (*at)++, field, slot, err);
	case FIELD_PLACE:
		failed = row_number(row, (*at)++, "column", 1, PLACE_MOST, &number, err);
		if (!failed)
			failed = row_number(row, (*at)++, "row", 1, PLACE_MOST, &second, err);
		*(struct place *)slot = (struct place){(int32_t)number, (int32_t)second};
		return failed;
	case FIELD_COLUMNS:
	case FIELD_ROWS: return 0;
	}
	BUG("field type %d", (int)field->type);
}

/* Reads the row of the board into the board item, which a new board already has. */
static int row_load_facts(const struct row *row, struct board *board, const void *item, struct error *err)
{
	const struct entity_type *type = entity_type(ENTITY_BOARD);
	const void *own = board_item(board, ENTITY_BOARD, BOARD_ITEM);
	int failed = row->id == BOARD_ITEM ? 0 : row_bad(row, "id", err);

	for (size_t i = 0; i < type->count && !failed; i++) {
		struct strbuf before = STRBUF_INIT, after = STRBUF_INIT;
		struct change change = {.entity = ENTITY_BOARD, .item = BOARD_ITEM, .field = &type->fields[i]};

		if (field_is_shift(change.field))
			continue;
		field_format(change.field, own, &before);
		field_format(change.field, item, &after);
		change.before = before.text;
		change.after = after.text;
		failed = board_apply(board, &change, err);
		strbuf_release(&before);
		strbuf_release(&after);
	}
	return failed;
}

/* Reads the current row into ITEM, which is cleared. */
static int row_read_item(struct row *row, void *item, struct error *err)
{
	const struct entity_type *type = entity_type(row->entity);
	int at = 1, failed = 0;

	memset(item, 0, type->size);
	row->id = *(int64_t *)item = sqlite3_column_int64(row->statement, 0);
	for (size_t i = 0; i < type->count && !failed; i++)
		failed = row_read(row, &at, &type->fields[i], item, err);
	return failed;
}

int row_walk(struct store *sqlite, enum entity entity, row_visit *visit, void *context, struct error *err)
{
	const struct entity_type *type = entity_type(entity);
	struct row row = {.sqlite = sqlite, .entity = entity};
	struct strbuf sql = STRBUF_INIT;
	void *item = mem_zalloc(type->size);
	int status = SQLITE_DONE, failed;

	strbuf_addstr(&sql, "SELECT id, ");
	rowsql_columns(entity, sqlite->format, &sql);
	strbuf_addf(&sql, " FROM %s ORDER BY id", type->name);
	failed = sqlite_prepare(sqlite, sql.text, &row.statement, err);
	while (!failed && (status = sqlite3_step(row.statement)) == SQLITE_ROW) {
		failed = row_read_item(&row, item, err);
		if (!failed)
			failed = visit(context, entity, item, err);
		item_clear(entity, item);
		if (failed && sqlite_leaves_out(sqlite, err))
			failed = 0;
	}
	if (!failed && status != SQLITE_DONE)
		failed = sqlite_failed(sqlite, err);
	sqlite3_finalize(row.statement);
	strbuf_release(&sql);
	free(item);
	return failed;
}

/* The destination of a table being read. */
struct row_target {
	struct store *sqlite;
	struct board *board;
};

static int row_load_item(void *context, enum entity entity, void *item, struct error *err)
{
	const struct row_target *target = context;
	const struct row row = {.sqlite = target->sqlite, .entity = entity, .id = *(int64_t *)item};

	if (entity == ENTITY_BOARD)
		return row_load_facts(&row, target->board, item, err);
	if (board_insert(target->board, entity, item, err))
		return sqlite_damaged(target->sqlite, err, "%s", err ? err->text : "");
	return 0;
}

int row_load_sequence(struct store *sqlite, struct board *board, struct error *err)
{
	sqlite3_stmt *statement;
	int status = SQLITE_DONE;
	int failed = sqlite_prepare(sqlite, "SELECT entity, next FROM sequence", &statement, err);

	while (!failed && (status = sqlite3_step(statement)) == SQLITE_ROW) {
		const char *name = (const char *)sqlite3_column_text(statement, 0);
		int64_t next = sqlite3_column_int64(statement, 1);
		enum entity entity;

		if (!name || !entity_parse(name, &entity) || next < 1 || next > ITEM_ID_MOST + 1)
			failed = sqlite_damaged(sqlite, err, _("its count of ids is invalid"));
		else
			board_reserve_ids(board, entity, next);
		if (failed && sqlite_leaves_out(sqlite, err))
			failed = 0;
	}
	if (!failed && status != SQLITE_DONE)
		failed = sqlite_failed(sqlite, err);
	sqlite3_finalize(statement);
	return failed;
}

int row_load(struct store *sqlite, struct board *board, struct error *err)
{
	struct row_target target = {sqlite, board};
	int failed = 0;

	for (int i = 0; i < ENTITY_COUNT && !failed; i++)
		failed = row_walk(sqlite, (enum entity)i, row_load_item, &target, err);
	if (!failed)
		failed = row_load_sequence(sqlite, board, err);
	return failed;
}
