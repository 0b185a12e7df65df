#include "cli/shelf.h"

#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "cli/boardpath.h"
#include "cli/output.h"

int shelf_find(struct shelf *shelf, const struct request *request, size_t first, struct error *err)
{
	struct strbuf folder = STRBUF_INIT;
	int failed = 0;

	vec_init(&shelf->words, sizeof(char *));
	for (size_t at = first; at < request_count(request); at++)
		vec_add(&shelf->words, char *) = mem_strdup(request_operand(request, at));
	if (!shelf->words.count) {
		failed = boardpath_folder(&folder, err);
		if (!failed)
			boardpath_list(folder.text, &shelf->words);
	}
	strbuf_release(&folder);
	return failed;
}

void shelf_release(struct shelf *shelf)
{
	vec_release_strings(&shelf->words);
}

static int shelf_visit_word(const char *word, shelf_visit *visit, void *context, struct error *err)
{
	struct strbuf path = STRBUF_INIT, name = STRBUF_INIT;
	int failed = boardpath_existing(word, &path, err);

	if (!failed) {
		boardpath_name(path.text, &name);
		failed = visit(context, name.text, path.text, err);
	}
	strbuf_release(&path);
	strbuf_release(&name);
	return failed;
}

int shelf_each(const struct shelf *shelf, shelf_visit *visit, void *context)
{
	int status = 0;

	for (size_t i = 0; i < shelf->words.count; i++) {
		struct error err = ERROR_INIT;

		if (!shelf_visit_word(vec_get(&shelf->words, char *, i), visit, context, &err))
			continue;
		fputs("evstorm: ", stderr);
		output_text(stderr, err.text, strlen(err.text));
		fputc('\n', stderr);
		status = -ERROR_SYSTEM;
	}
	return status;
}
