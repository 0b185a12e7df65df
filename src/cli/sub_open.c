/* sub_open: opens a board on the canvas; without a board, lets the user choose one. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "cli/boardpath.h"
#include "cli/newboard.h"
#include "cli/output.h"
#include "cli/start.h"
#include "cli/subcommand.h"
#include "cli/workshop.h"

static bool sub_open_has_terminal(void)
{
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

static void sub_open_print_boards(const char *folder)
{
	struct vec names = VEC_INIT(char *);

	boardpath_list(folder, &names);
	for (size_t i = 0; i < names.count; i++) {
		char *name = vec_get(&names, char *, i);

		output_text(stdout, name, strlen(name));
		putchar('\n');
		free(name);
	}
	vec_release(&names);
}

/* Stores the folder of a board that comes with the program, in the user's language, in *FOLDER. */
static void sub_open_bundled(const char *name, struct strbuf *folder)
{
	const char *data = getenv("EVSTORM_DATADIR");

	/* TRANSLATORS: the ending of the folder with the sample boards in your language: en or ko */
	strbuf_addf(folder, "%s/boards/%s-%s", data && data[0] ? data : DATADIR, name, _("en"));
}

/* Creates the board NAME, filled from the folder FROM, or empty. An existing board stays. */
static int sub_open_make(const char *name, const char *from, const char *person, struct strbuf *path, struct error *err)
{
	struct strbuf title = STRBUF_INIT;
	struct fill fill = {.path = from, .map = STRBUF_INIT};
	int failed = boardpath_find(name, path, err);

	if (!failed && (!from || access(path->text, F_OK))) {
		boardpath_name(path->text, &title);
		fill.default_title = title.text;
		failed = newboard_make(path, &fill, person, err);
		fill_release(&fill);
	}
	strbuf_release(&title);
	return failed;
}

static int sub_open_chosen(const struct start_choice *choice, const struct vec *boards, const char *person,
	struct strbuf *path, struct error *err)
{
	bool sample = choice->what == START_SAMPLE;
	struct strbuf from = STRBUF_INIT;
	int failed = 0;

	switch (choice->what) {
	case START_LEAVE: return 0;
	case START_OPEN:
		failed = boardpath_existing(vec_get(boards, struct start_board, choice->board).name, path, err);
		break;
	case START_NEW: failed = sub_open_make(choice->name.text, NULL, person, path, err); break;
	case START_SAMPLE:
	case START_TUTORIAL:
		sub_open_bundled(sample ? "shop" : "tutorial", &from);
		failed = sub_open_make(sample ? "sample" : "tutorial", from.text, person, path, err);
		break;
	}
	strbuf_release(&from);
	return failed ? failed : 1;
}

/* Lists the boards of FOLDER, by name. */
static void sub_open_list(const char *folder, struct vec *boards)
{
	struct vec names = VEC_INIT(char *);
	struct strbuf path = STRBUF_INIT;
	struct stat found;

	boardpath_list(folder, &names);
	for (size_t i = 0; i < names.count; i++) {
		struct start_board board = {vec_get(&names, char *, i), 0};

		strbuf_reset(&path);
		if (!boardpath_find(board.name, &path, NULL) && !stat(path.text, &found))
			board.changed_ms = (int64_t)found.st_mtim.tv_sec * 1000 + found.st_mtim.tv_nsec / 1000000;
		vec_add(boards, struct start_board) = board;
	}
	strbuf_release(&path);
	vec_release(&names);
}

/* Lets the user choose a board of FOLDER, or prints them if there is no terminal. */
static int sub_open_choose(const char *folder, const char *person, struct strbuf *path, struct error *err)
{
	struct vec boards = VEC_INIT(struct start_board);
	struct start_choice choice;
	int found;

	if (!sub_open_has_terminal()) {
		sub_open_print_boards(folder);
		return 0;
	}
	sub_open_list(folder, &boards);
	found = start_ask(&boards, &choice, err);
	if (!found)
		found = sub_open_chosen(&choice, &boards, person, path, err);
	strbuf_release(&choice.name);
	for (size_t i = 0; i < boards.count; i++)
		free(vec_get(&boards, struct start_board, i).name);
	vec_release(&boards);
	return found;
}

/* Finds the board to open. Returns 1 with its PATH, 0 if none is wanted, or an error. */
static int sub_open_find(const char *word, const char *person, struct strbuf *path, struct error *err)
{
	struct strbuf folder = STRBUF_INIT;
	int found;

	if (word) {
		found = boardpath_existing(word, path, err);
		return found ? found : 1;
	}
	found = boardpath_folder(&folder, err);
	if (!found)
		found = sub_open_choose(folder.text, person, path, err);
	strbuf_release(&folder);
	return found;
}

static int sub_open_run(const struct request *request, struct error *err)
{
	struct strbuf path = STRBUF_INIT;
	struct session *session = NULL;
	int status = sub_open_find(request_operand(request, 0), request_person(request), &path, err);

	if (status > 0 && !sub_open_has_terminal())
		status = error_set(err, ERROR_SYSTEM,
			_("%s: the canvas needs a terminal; without one use: evstorm show"), path.text);
	if (status > 0)
		status = session_open(path.text, request_option(request, "read-only") ? STORE_READ : STORE_WRITE,
			request_person(request), &session, err);
	if (session)
		status = workshop_run(session, boardpath_find, NULL, err);
	session_close(session);
	strbuf_release(&path);
	return status;
}

const struct subcommand sub_open = {
	.rest = "[BOARD]",
	.sentence = N_("open BOARD on the canvas, or choose one from the board folder"),
	.most = 1,
	.options =
		{
			{'r', "read-only", NULL, N_("look only, change nothing")},
			SUBCOMMAND_AS,
		},
	.run = sub_open_run,
};
