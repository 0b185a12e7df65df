/* verify: does the log, replayed, give the tables? */
#include <inttypes.h>
#include <string.h>

#include "base/i18n.h"
#include "model/apply.h"
#include "store/sqlite.h"

static int verify_apply(void *context, const struct action *action, struct error *err)
{
	int failed = 0;

	for (size_t i = 0; i < action->changes.count && !failed; i++)
		failed = board_apply(context, action_change(action, i), err);
	return failed;
}

/* Are the items of ENTITY the same, field by field? */
static int verify_entity(const struct sqlite *sqlite, const struct board *a, const struct board *b,
	enum entity entity, struct error *err)
{
	struct vec items = VEC_INIT(const void *);
	struct strbuf first = STRBUF_INIT, second = STRBUF_INIT;
	bool same = board_count(a, entity) == board_count(b, entity);
	int64_t id = 0;

	board_list(a, entity, &items);
	for (size_t i = 0; i < items.count && same; i++) {
		const void *item = *(const void **)vec_at(&items, i), *other;

		id = *(const int64_t *)item;
		other = board_item(b, entity, id);
		strbuf_reset(&first);
		strbuf_reset(&second);
		record_format(entity, item, &first);
		if (other)
			record_format(entity, other, &second);
		same = other && !strcmp(first.text, second.text);
	}
	vec_release(&items);
	strbuf_release(&first);
	strbuf_release(&second);
	return same ? 0 : sqlite_damaged(sqlite, err, _("%s %" PRId64 " is not what its log says"),
				  entity_type(entity)->name, id);
}

static int verify_pages(struct sqlite *sqlite, struct error *err)
{
	sqlite3_stmt *statement;
	int failed = sqlite_prepare(sqlite, "PRAGMA integrity_check(1)", &statement, err);
	const char *answer;

	if (failed)
		return failed;
	if (sqlite3_step(statement) != SQLITE_ROW)
		failed = sqlite_failed(sqlite, err);
	answer = failed ? NULL : (const char *)sqlite3_column_text(statement, 0);
	if (!failed && (!answer || strcmp(answer, "ok")))
		failed = sqlite_damaged(sqlite, err, "%.200s", answer ? answer : "");
	sqlite3_finalize(statement);
	return failed;
}

/* Are there changes that belong to no action, and so show in no log? */
static int verify_changes(struct sqlite *sqlite, struct error *err)
{
	sqlite3_stmt *statement;
	int64_t stray = 0;
	int failed = sqlite_prepare(sqlite,
		"SELECT count(*) FROM change WHERE action IS NULL OR action NOT IN (SELECT id FROM action)",
		&statement, err);

	if (failed)
		return failed;
	failed = sqlite_number(sqlite, statement, &stray, err);
	sqlite3_finalize(statement);
	if (!failed && stray)
		failed = sqlite_damaged(sqlite, err, _("it holds changes that belong to no action"));
	return failed;
}

/* Would new items get ids that the log knows already? */
static int verify_ids(const struct sqlite *sqlite, const struct board *tables,
	const struct board *log, struct error *err)
{
	for (int i = 0; i < ENTITY_COUNT; i++)
		if (board_next_id(tables, (enum entity)i) < board_next_id(log, (enum entity)i))
			return sqlite_damaged(sqlite, err, _("its count of ids is behind its log"));
	return 0;
}

int verify_store(struct store *store, struct error *err)
{
	struct sqlite *sqlite = sqlite_of(store);
	struct board *tables = board_new(), *log = board_new();
	int failed = sqlite_hold(sqlite, err);

	if (failed)
		goto out;
	failed = verify_pages(sqlite, err);
	if (!failed)
		failed = verify_changes(sqlite, err);
	if (!failed)
		failed = row_load(sqlite, tables, err);
	if (!failed)
		failed = log_walk(store, 1, verify_apply, log, err);
	for (int i = 0; i < ENTITY_COUNT && !failed; i++)
		failed = verify_entity(sqlite, tables, log, (enum entity)i, err);
	if (!failed)
		failed = verify_ids(sqlite, tables, log, err);
	sqlite_let_go(sqlite);
out:
	board_free(tables);
	board_free(log);
	return failed;
}
