#include "cli/boardfile.h"

#include <stddef.h>

#include "cli/boardpath.h"
#include "session/when.h"

int boardfile_open(struct boardfile *file, const char *word, struct error *err)
{
	struct strbuf path = STRBUF_INIT;
	int failed = boardpath_existing(word, &path, err);

	*file = (struct boardfile){.now = board_new()};
	file->board = file->now;
	if (!failed)
		failed = store_open(path.text, STORE_READ, &file->store, err);
	if (!failed)
		failed = store_load(file->store, file->now, err);
	strbuf_release(&path);
	return failed;
}

/* The same with a replay of its log, at the end. */
static int boardfile_open_replay(struct boardfile *file, const char *word, struct error *err)
{
	struct strbuf path = STRBUF_INIT;
	int failed = boardpath_existing(word, &path, err);

	*file = (struct boardfile){0};
	if (!failed)
		failed = replay_open(path.text, &file->replay, err);
	if (!failed) {
		file->store = replay_store(file->replay);
		file->board = replay_board(file->replay);
	}
	strbuf_release(&path);
	return failed;
}

int boardfile_open_at(struct boardfile *file, const char *word, const char *when, struct error *err)
{
	size_t at = 0;
	int failed;

	if (!when)
		return boardfile_open(file, word, err);
	failed = boardfile_open_replay(file, word, err);
	if (!failed)
		failed = when_find(file->replay, when, &at, err);
	if (!failed)
		failed = replay_seek(file->replay, at, err);
	if (!failed && at < replay_count(file->replay))
		file->before = replay_action(file->replay, at)->id;
	return failed;
}

void boardfile_release(struct boardfile *file)
{
	if (file->store && !file->replay)
		store_close(file->store);
	replay_close(file->replay);
	board_free(file->now);
}
