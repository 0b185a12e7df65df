#include "store/place.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "store/seen.h"

/* How often to look at the file if events may be missed, or something is wrong. */
#define PLACE_LOOK_MS 1000

/* Has the file been written since its log was compared: by a commit, or by somebody who overwrote it? */
static bool place_is_touched(const struct store *sqlite)
{
	struct stat now;

	return fstat(sqlite->anchor.fd, &now) || now.st_size != sqlite->compared.size ||
	       now.st_mtim.tv_sec != sqlite->compared.changed.tv_sec ||
	       now.st_mtim.tv_nsec != sqlite->compared.changed.tv_nsec;
}

void place_forget(struct store *sqlite)
{
	if (place_is_touched(sqlite))
		sqlite3_db_release_memory(sqlite->db);
}

/* Fills NOW with the meaning of a failure to read the log. */
static void place_doubt(struct store *sqlite, struct whereabouts *now)
{
	int extended = sqlite3_extended_errcode(sqlite->db), code = extended & 0xff,
	    number = sqlite3_system_errno(sqlite->db);

	sqlite->is_unsure = code == SQLITE_BUSY || code == SQLITE_LOCKED;
	if (sqlite->is_unsure) {
		now->fate = sqlite->fate == WHEREABOUTS_OVERWRITTEN ? WHEREABOUTS_OVERWRITTEN : WHEREABOUTS_HERE;
		return;
	}
	if ((code == SQLITE_IOERR && extended != SQLITE_IOERR_DATA) || code == SQLITE_CANTOPEN)
		now->fate = WHEREABOUTS_UNREACHABLE;
	else
		now->fate = WHEREABOUTS_OVERWRITTEN;
	now->number = now->fate == WHEREABOUTS_UNREACHABLE ? number ? number : EIO : 0;
}

/* A look never waits. */
static bool place_refuse_to_wait(void *context, const struct store_wait *wait)
{
	(void)context;
	(void)wait;
	return false;
}

/* Compares the log of a file that has been written. If somebody is writing just now, leaves that to the next look. */
static void place_look_inside(struct store *sqlite, struct whereabouts *now)
{
	struct sqlite_file before = sqlite->compared;
	store_waiting *waiting = sqlite->wait.waiting;
	int same;

	place_forget(sqlite);
	seen_note_file(sqlite); /* first, so that the next look notices what is written meanwhile */
	sqlite->wait.waiting = place_refuse_to_wait;
	same = seen_compare(sqlite, NULL);
	sqlite->wait.waiting = waiting;
	if (same > 0)
		return;
	sqlite->compared = before;
	if (same < 0)
		place_doubt(sqlite, now);
	else
		now->fate = WHEREABOUTS_OVERWRITTEN;
}

void place_look(struct store *sqlite, struct whereabouts *now)
{
	anchor_hear(&sqlite->anchor);
	anchor_look(&sqlite->anchor, now);
	sqlite->is_unsure = false;
	if (now->fate == WHEREABOUTS_HERE)
		place_look_inside(sqlite, now);
	sqlite->fate = now->fate;
}

int place_watch(struct store *sqlite, int *pause_ms)
{
	int watch = anchor_watch(&sqlite->anchor);

	*pause_ms =
		sqlite->anchor.is_blind || sqlite->fate != WHEREABOUTS_HERE || sqlite->is_unsure ? PLACE_LOOK_MS : -1;
	return watch;
}

int place_check_log(struct store *sqlite, struct error *err)
{
	const struct whereabouts overwritten = {WHEREABOUTS_OVERWRITTEN, STRBUF_INIT, 0};
	int same = seen_compare(sqlite, err);

	return same < 0 ? same : same ? 0 : whereabouts_refuse(&overwritten, sqlite->path, err);
}

int place_check_pages(struct store *sqlite, struct error *err)
{
	const struct whereabouts overwritten = {WHEREABOUTS_OVERWRITTEN, STRBUF_INIT, 0};
	struct seal_header header;

	if (!seal_look(sqlite->seal, &header))
		return error_set(
			err, ERROR_SYSTEM, _("%s: the disk reports an error; nothing was changed"), sqlite->path);
	/* a commit changes the count too, and SQLite notices that */
	if (header.mark.count != sqlite->known.count || header.mark.stamp == sqlite->known.stamp)
		return 0;
	return whereabouts_refuse(&overwritten, sqlite->path, err);
}
