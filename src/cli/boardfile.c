#include "cli/boardfile.h"

#include <stddef.h>

#include "cli/boardpath.h"

int boardfile_open(struct boardfile *file, const char *word, struct error *err)
{
	struct strbuf path = STRBUF_INIT;
	int failed = boardpath_existing(word, &path, err);

	file->store = NULL;
	file->board = board_new();
	if (!failed)
		failed = store_open(path.text, STORE_READ, &file->store, err);
	if (!failed)
		failed = store_load(file->store, file->board, err);
	strbuf_release(&path);
	return failed;
}

void boardfile_release(struct boardfile *file)
{
	if (file->store)
		store_close(file->store);
	board_free(file->board);
}
