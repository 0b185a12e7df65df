/*
 * Fuzz target: a board file from a stranger. It is opened, looked over and gone through, or refused;
 * what it holds is whole, and at each moment of its log the same whatever way one comes there.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "fuzz/target.h"
#include "lib/picture.h"
#include "model/board_apply.h"
#include "model/shift.h"
#include "session/replay.h"
#include "store/store.h"

static char boardfile_fuzz_folder[] = "/tmp/evstorm-fuzz-XXXXXX";
static char boardfile_fuzz_path[sizeof(boardfile_fuzz_folder) + sizeof("/board.evstorm")];

static void boardfile_fuzz_leave(void)
{
	unlink(boardfile_fuzz_path);
	rmdir(boardfile_fuzz_folder);
}

static void boardfile_fuzz_write(const void *bytes, size_t len)
{
	FILE *out;

	if (!*boardfile_fuzz_path) {
		if (!mkdtemp(boardfile_fuzz_folder))
			BUG("no folder for the file");
		snprintf(boardfile_fuzz_path, sizeof(boardfile_fuzz_path), "%s/board.evstorm", boardfile_fuzz_folder);
		atexit(boardfile_fuzz_leave);
	}
	out = fopen(boardfile_fuzz_path, "wb");
	if (!out || fwrite(bytes, 1, len, out) != len || fclose(out))
		BUG("the file cannot be written");
}

static int boardfile_fuzz_visit(void *context, const struct action *action, struct error *err)
{
	int failed = 0;

	for (size_t i = 0; i < action->changes.count && !failed; i++)
		failed = board_apply(context, action_change(action, i), err);
	return failed;
}

static void boardfile_fuzz_look(struct store *store)
{
	struct board *board = board_new(), *replayed = board_new();
	struct vec shifts = VEC_INIT(struct shift);
	struct error err = ERROR_INIT;
	struct action done;
	int64_t target;

	action_init(&done);
	if (!store_load(store, board, &err) && picture_fault(board))
		BUG("a file is loaded though %s", picture_fault(board));
	store_verify(store, &err);
	store_walk(store, 1, boardfile_fuzz_visit, replayed, &err);
	store_undo_target(store, 1, ACTION_UNDO, &done, &target, &err);
	store_shifts_since(store, 0, &shifts, &err);
	action_release(&done);
	vec_release(&shifts);
	board_free(board);
	board_free(replayed);
}

/* Goes to the moment AT of the log and compares it with what the log gives from its beginning. */
static void boardfile_fuzz_seek(struct replay *replay, struct replay *straight, size_t at)
{
	struct strbuf seen = STRBUF_INIT, should = STRBUF_INIT;
	struct error err = ERROR_INIT;

	/* what can be read from end to end need not be found by its number in a damaged file */
	if (replay_seek(replay, at, &err) || replay_seek(straight, 0, &err) || replay_seek(straight, at, &err))
		return;
	picture_whole(replay_board(replay), &seen);
	picture_whole(replay_board(straight), &should);
	if (strcmp(seen.text, should.text))
		BUG("moment %zu must be\n%s\nand is\n%s", at, should.text, seen.text);
	if (picture_fault(replay_board(replay)))
		BUG("at moment %zu %s", at, picture_fault(replay_board(replay)));
	strbuf_release(&seen);
	strbuf_release(&should);
}

static void boardfile_fuzz_replay(void)
{
	struct replay *replay = NULL, *straight = NULL;
	struct error err = ERROR_INIT;

	if (!replay_open(boardfile_fuzz_path, &replay, &err) && !replay_open(boardfile_fuzz_path, &straight, &err)) {
		size_t count = replay_count(replay), back = count < 16 ? count : 16;

		for (size_t i = 1; i <= back; i++)
			boardfile_fuzz_seek(replay, straight, count - i);
		boardfile_fuzz_seek(replay, straight, count / 2);
		boardfile_fuzz_seek(replay, straight, count);
	} else if (!*err.text) {
		BUG("a log is refused without a word");
	}
	replay_close(replay);
	replay_close(straight);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct error err = ERROR_INIT;
	struct store *store;

	boardfile_fuzz_write(data, size);
	if (!store_open(boardfile_fuzz_path, STORE_READ, &store, &err)) {
		boardfile_fuzz_look(store);
		store_close(store);
		boardfile_fuzz_replay();
	} else if (!*err.text) {
		BUG("a file is refused without a word");
	}
	return 0;
}
