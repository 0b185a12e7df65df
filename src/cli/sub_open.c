/* sub_open: a board on the canvas; without one, the choice among those there are. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "cli/boardpath.h"
#include "cli/output.h"
#include "cli/subcommand.h"
#include "ui/app.h"

static bool sub_open_has_terminal(void)
{
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

static void sub_open_print_boards(const char *folder)
{
	struct vec names = VEC_INIT(char *);

	boardpath_list(folder, &names);
	for (size_t i = 0; i < names.count; i++) {
		char *name = *(char **)vec_at(&names, i);

		output_text(stdout, name, strlen(name));
		putchar('\n');
		free(name);
	}
	vec_release(&names);
}

/* The board to open into PATH. 1: there is one, 0: none is wanted. */
static int sub_open_find(const char *word, struct strbuf *path, struct error *err)
{
	struct strbuf folder = STRBUF_INIT;
	int found;

	if (word) {
		found = boardpath_existing(word, path, err);
		return found ? found : 1;
	}
	found = boardpath_folder(&folder, err);
	if (!found && sub_open_has_terminal())
		found = app_choose(folder.text, path, err);
	else if (!found)
		sub_open_print_boards(folder.text);
	strbuf_release(&folder);
	return found;
}

static int sub_open_run(const struct request *request, struct error *err)
{
	struct strbuf path = STRBUF_INIT;
	int status = sub_open_find(request_operand(request, 0), &path, err);

	if (status > 0) {
		if (sub_open_has_terminal())
			status = app_run(path.text,
				request_option(request, "read-only") ? STORE_READ : STORE_WRITE,
				request_person(request), err);
		else
			status = error_set(err, ERROR_SYSTEM,
				_("%s: the canvas needs a terminal; without one: evstorm show"),
				path.text);
	}
	strbuf_release(&path);
	return status;
}

const struct subcommand sub_open = {
	.rest = "[BOARD]",
	.sentence = N_("open BOARD on the canvas, or choose one of the board folder"),
	.most = 1,
	.options = {
		{'r', "read-only", NULL, N_("look, and change nothing")},
		SUBCOMMAND_AS,
	},
	.run = sub_open_run,
};
