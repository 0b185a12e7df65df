#include "store/digest.h"

#include <string.h>

#include "base/clock.h"
#include "model/step.h"
#include "text/clean.h"

/* A file from a stranger may hold anything, so values outside of their range count as unknown. */
static int64_t digest_number(sqlite3_stmt *statement, int at, int64_t least, int64_t most)
{
	int64_t number = sqlite3_column_int64(statement, at);

	return number < least || number > most ? 0 : number;
}

int digest_read(struct store *sqlite, struct store_digest *digest, struct error *err)
{
	sqlite3_stmt *statement;
	const char *title;
	int failed = sqlite_prepare(sqlite,
		"SELECT title, step, (SELECT count(*) FROM sticky), (SELECT count(*) FROM person), "
		"(SELECT time FROM action ORDER BY id DESC LIMIT 1) FROM board WHERE id = 1",
		&statement, err);

	if (failed)
		return failed;
	switch (sqlite3_step(statement)) {
	case SQLITE_ROW:
		title = (const char *)sqlite3_column_text(statement, 0);
		if (title)
			clean_for_display(&digest->title, title, strlen(title));
		digest->step = (int)digest_number(statement, 1, STEP_FIRST, STEP_LAST);
		digest->step = digest->step ? digest->step : STEP_FIRST; /* as board_step() */
		digest->stickies = sqlite3_column_int64(statement, 2);
		digest->people = sqlite3_column_int64(statement, 3);
		digest->changed_ms = digest_number(statement, 4, CLOCK_FIRST_MS, CLOCK_LAST_MS);
		break;
	case SQLITE_DONE: break;
	default: failed = sqlite_failed(sqlite, err);
	}
	sqlite3_finalize(statement);
	return failed;
}
