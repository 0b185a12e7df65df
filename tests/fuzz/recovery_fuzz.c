/*
 * Fuzz target: a damaged board file. What can be read of it comes out as actions that fit one another, or it is
 * refused; the file stays as it is.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "fuzz/target.h"
#include "lib/picture.h"
#include "model/board_apply.h"
#include "store/recovery.h"

static char recovery_fuzz_folder[] = "/tmp/evstorm-fuzz-XXXXXX";
static char recovery_fuzz_path[sizeof(recovery_fuzz_folder) + sizeof("/board.evs")];

static void recovery_fuzz_leave(void)
{
	unlink(recovery_fuzz_path);
	rmdir(recovery_fuzz_folder);
}

static void recovery_fuzz_write(const void *bytes, size_t len)
{
	FILE *out;

	if (!*recovery_fuzz_path) {
		if (!mkdtemp(recovery_fuzz_folder))
			BUG("no folder for the file");
		snprintf(recovery_fuzz_path, sizeof(recovery_fuzz_path), "%s/board.evs", recovery_fuzz_folder);
		atexit(recovery_fuzz_leave);
	}
	out = fopen(recovery_fuzz_path, "wb");
	if (!out || fwrite(bytes, 1, len, out) != len || fclose(out))
		BUG("the file cannot be written");
}

/* The board that the actions make, and the number of the last. */
struct recovery_fuzz {
	struct board *board;
	int64_t last;
};

static int recovery_fuzz_take(void *context, const struct action *action, struct error *err)
{
	struct recovery_fuzz *fuzz = context;

	if (action->id != ++fuzz->last)
		BUG("action %lld comes behind action %lld", (long long)action->id, (long long)fuzz->last - 1);
	if (action->kind != ACTION_DO && (action->target < 1 || action->target >= action->id))
		BUG("action %lld is about action %lld", (long long)action->id, (long long)action->target);
	for (size_t i = 0; i < action->changes.count; i++) {
		const struct change *change = action_change(action, i);
		const void *item = board_item(fuzz->board, change->entity, change->item);
		struct strbuf now = STRBUF_INIT;

		if (change_removes(change) && item)
			record_format(change->entity, item, &now);
		if (change_removes(change) && strcmp(now.text, change->before))
			BUG("what is removed was “%s”, not “%s”", now.text, change->before);
		if (board_apply(fuzz->board, change, err))
			BUG("a change does not fit: %s", err->text);
		strbuf_release(&now);
	}
	if (action->person && !board_person(fuzz->board, action->person))
		BUG("person %lld is nobody", (long long)action->person);
	if (picture_fault(fuzz->board))
		BUG("after action %lld %s", (long long)action->id, picture_fault(fuzz->board));
	return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct recovery_fuzz fuzz = {board_new(), 0};
	struct error err = ERROR_INIT;
	struct recovery *recovery;

	recovery_fuzz_write(data, size);
	if (!recovery_open(recovery_fuzz_path, &recovery, &err)) {
		if (recovery_read(recovery, recovery_fuzz_take, &fuzz, &err))
			BUG("it ends early: %s", err.text);
		if (recovery_tally(recovery)->actions != fuzz.last)
			BUG("not all actions are counted");
		recovery_free(recovery);
	} else if (!*err.text) {
		BUG("a file is refused without a word");
	}
	board_free(fuzz.board);
	return 0;
}
