/*
 * Fuzz target: a board file from a stranger. It is opened and looked over, or refused; what it
 * holds is whole.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"
#include "fuzz/target.h"
#include "lib/picture.h"
#include "model/apply.h"
#include "model/shift.h"
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
		snprintf(boardfile_fuzz_path, sizeof(boardfile_fuzz_path), "%s/board.evstorm",
			boardfile_fuzz_folder);
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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct error err = ERROR_INIT;
	struct store *store;

	boardfile_fuzz_write(data, size);
	if (!store_open(boardfile_fuzz_path, STORE_READ, &store, &err)) {
		boardfile_fuzz_look(store);
		store_close(store);
	} else if (!*err.text) {
		BUG("a file is refused without a word");
	}
	return 0;
}
