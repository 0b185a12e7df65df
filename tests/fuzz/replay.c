/*
 * replay: gives a fuzz target the files of tests/fuzz/corpus/FUZZ_NAME, or those named on the
 * command line, as a TAP test, so that no target rots and no fault comes back.
 */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/strbuf.h"
#include "fuzz/target.h"

static void replay_file(const char *path, int number)
{
	struct strbuf bytes = STRBUF_INIT;
	char part[4096];
	uint8_t *copy;
	size_t len;
	FILE *in = fopen(path, "rb");

	if (!in) {
		printf("not ok %d - %s: %s\n", number, path, strerror(errno));
		return;
	}
	while ((len = fread(part, 1, sizeof(part), in)) > 0)
		strbuf_add(&bytes, part, len);
	fclose(in);
	copy = mem_alloc(bytes.len); /* of that very size, so that no byte too many is read unseen */
	memcpy(copy, bytes.text, bytes.len);
	printf("# %s\n", path);
	fflush(stdout); /* a crash must not take it along */
	LLVMFuzzerTestOneInput(copy, bytes.len);
	printf("ok %d - %s\n", number, strrchr(path, '/') ? strrchr(path, '/') + 1 : path);
	free(copy);
	strbuf_release(&bytes);
}

static int replay_is_kept(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static int replay_corpus(void)
{
	const char *root = getenv("SRCDIR");
	struct strbuf folder = STRBUF_INIT, path = STRBUF_INIT;
	struct dirent **entries;
	int count;

	strbuf_addf(&folder, "%s/tests/fuzz/corpus/" FUZZ_NAME, root ? root : ".");
	count = scandir(folder.text, &entries, replay_is_kept, alphasort);
	if (count < 1) {
		printf("1..1\nnot ok 1 - %s holds something\n", folder.text);
		strbuf_release(&folder);
		return 1;
	}
	printf("1..%d\n", count);
	for (int i = 0; i < count; i++) {
		strbuf_reset(&path);
		strbuf_addf(&path, "%s/%s", folder.text, entries[i]->d_name);
		replay_file(path.text, i + 1);
		free(entries[i]);
	}
	free(entries);
	strbuf_release(&folder);
	strbuf_release(&path);
	return 0;
}

int main(int argc, char **argv)
{
	if (argc < 2)
		return replay_corpus();
	printf("1..%d\n", argc - 1);
	for (int i = 1; i < argc; i++)
		replay_file(argv[i], i);
	return 0;
}
