#include "store/follow.h"

#include <inttypes.h>

#include "base/i18n.h"
#include "model/board_action.h"
#include "model/board_apply.h"
#include "store/connection.h"
#include "store/log.h"
#include "store/opening.h"
#include "store/row.h"
#include "store/seen.h"

/* The board that catches up, and how far it has got. */
struct follow {
	struct store *sqlite;
	struct board *board;
};

static int follow_apply(void *context, const struct action *action, struct error *err)
{
	struct follow *follow = context;
	int failed = board_apply_action(follow->board, action, err);

	if (!failed && board_is_crowded(follow->board, action))
		failed = error_set(
			err, ERROR_SYSTEM, _("action %" PRId64 " puts two stickies into one slot"), action->id);
	if (!failed && follow->sqlite->heard)
		failed = follow->sqlite->heard(follow->sqlite->heard_context, action, err);
	if (!failed)
		follow->sqlite->seen = mark_of(action);
	return failed ? sqlite_damaged(follow->sqlite, err, "%s", err ? err->text : "") : 0;
}

int follow_catch_up(struct store *sqlite, struct board *board, bool *news, struct error *err)
{
	struct follow follow = {sqlite, board};
	int64_t before = sqlite->seen.action;
	bool anew;
	int failed, same;

	if (news)
		*news = false;
	if (!sqlite->in_transaction && !anchor_holds(&sqlite->anchor))
		return 0;
	failed = opening_follow(sqlite, &anew, err);
	if (failed)
		return ERROR_SYSTEM;
	if (!anew && seen_is_caught(sqlite))
		return 0;
	failed = sqlite_hold(sqlite, err);
	if (failed)
		return failed;
	same = sqlite->in_transaction ? 1 : seen_compare(sqlite, err);
	if (same > 0)
		failed = log_range(sqlite, sqlite->seen.action + 1, INT64_MAX, follow_apply, &follow, err);
	if (same > 0 && !failed) {
		seen_note_pages(sqlite);
		seen_note_caught(sqlite);
	}
	sqlite_let_go(sqlite);
	if (same <= 0)
		return same;
	sqlite->committed = sqlite->seen;
	if (news)
		*news = sqlite->seen.action != before;
	return failed;
}

int follow_load(struct store *sqlite, struct board *board, struct error *err)
{
	int failed = sqlite_hold(sqlite, err);

	if (failed)
		return failed;
	failed = row_load(sqlite, board, err);
	if (!failed)
		failed = seen_note_end(sqlite, err);
	sqlite->committed = sqlite->seen;
	sqlite_let_go(sqlite);
	return failed ? failed : connection_check_still(sqlite, err);
}
