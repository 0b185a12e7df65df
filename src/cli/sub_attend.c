/* sub_attend: what sshd runs for somebody who was invited: the board, for that person in that role. Nothing of
 * it comes from them: the words are those of the invitation. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "cli/boardpath.h"
#include "cli/hostboard.h"
#include "cli/output.h"
#include "cli/subcommand.h"
#include "cli/workshop.h"
#include "live/family.h"
#include "live/invite.h"
#include "model/field.h"
#include "canvas/draftfile.h"

struct sub_attend {
	const char *list; /* of those invited */
	const char *name; /* of the one who comes */
};

/* A board that they may choose. */
struct sub_attend_board {
	const char *path;
	enum role role;
};

/* Is PATH among the boards of the host that runs? Without one every board is open that they were invited to. */
static bool sub_attend_is_open(const char *path)
{
	const char *hosted = getenv("EVSTORM_HOSTED");
	size_t len = strlen(path);

	if (!hosted)
		return true;
	for (; *hosted; hosted += strcspn(hosted, ":"), hosted += *hosted == ':')
		if (strcspn(hosted, ":") == len && !memcmp(hosted, path, len))
			return true;
	return false;
}

/* Does the list have BOARD, in its role, for this person now? One that cannot be read has it for nobody. */
static bool sub_attend_is_invited(const struct sub_attend *work, const struct sub_attend_board *board)
{
	struct invites invites;
	bool invited;

	invites_init(&invites);
	invited = !invites_load(&invites, work->list, NULL) &&
		  invites_allow(&invites, work->name, board->path, board->role);
	invites_release(&invites);
	return invited;
}

/* Reads ROLE BOARD ... into BOARDS: those that are open now, and that the list still has for this person. */
static int sub_attend_read(const struct request *request, const struct sub_attend *work, struct vec *boards,
	struct error *err)
{
	for (size_t at = 2; at < request_count(request); at += 2) {
		struct sub_attend_board board = {.path = request_operand(request, at + 1)};

		if (!board.path || !role_parse(request_operand(request, at), &board.role))
			return error_set(err, ERROR_USAGE, _("“%.40s” is no role of a board"),
				request_operand(request, at));
		if (hostboard_is_own(board.path) && sub_attend_is_open(board.path) &&
			sub_attend_is_invited(work, &board))
			*(struct sub_attend_board *)vec_push(boards) = board;
	}
	return boards->count ? 0
			     : error_set(err, ERROR_REFUSED,
				       _("none of the boards that you were invited to is open now"));
}

static void sub_attend_print(const struct sub_attend_board *board)
{
	struct strbuf name = STRBUF_INIT;

	boardpath_name(board->path, &name);
	output_text(stdout, name.text, name.len);
	strbuf_release(&name);
}

/* Asks which of several; NULL when they would rather leave. */
static const struct sub_attend_board *sub_attend_choose(const struct vec *boards)
{
	char line[32];
	long chosen;

	if (boards->count == 1)
		return vec_at(boards, 0);
	for (size_t i = 0; i < boards->count; i++) {
		printf("%4zu  ", i + 1);
		sub_attend_print(vec_at(boards, i));
		putchar('\n');
	}
	for (;;) {
		fputs(_("Which board? Its number, or q to leave: "), stdout);
		fflush(stdout);
		if (!fgets(line, sizeof(line), stdin) || line[0] == 'q')
			return NULL;
		chosen = strtol(line, NULL, 10);
		if (chosen >= 1 && (size_t)chosen <= boards->count)
			return vec_at(boards, (size_t)chosen - 1);
	}
}

/* Prints a text of several lines, away from the edge. */
static void sub_attend_print_text(const char *text)
{
	for (; *text; text += strcspn(text, "\n"), text += *text == '\n') {
		fputs("    ", stdout);
		output_text(stdout, text, strcspn(text, "\n"));
		putchar('\n');
	}
}

/* Says to whoever did not leave by themselves why they are out, and where their text is. INVITED: they may come again. */
static void sub_attend_explain(const struct sub_attend_board *board, const char *name, bool invited)
{
	struct strbuf text = STRBUF_INIT, file = STRBUF_INIT;

	if (draftfile_look(board->path, name, &text, &file)) {
		puts(_("What you were typing:"));
		sub_attend_print_text(text.text);
		puts(invited ? _("It is kept with the host, and there again when you come back.")
			     : _("It is kept with the host, and there again when you are invited again."));
	}
	strbuf_release(&text);
	strbuf_release(&file);
}

/* The last words, after the screen. */
static void sub_attend_part(const struct sub_attend *work, const struct sub_attend_board *board, bool ended)
{
	struct strbuf shown = STRBUF_INIT;
	bool invited = !ended || sub_attend_is_invited(work, board);

	boardpath_name(board->path, &shown);
	if (!ended)
		printf(_("You have left “%s”; everything is saved.\n"), shown.text);
	else if (invited)
		printf(_("“%s” was closed by its host; everything is saved.\n"), shown.text);
	else
		printf(_("Your invitation to “%s” was taken back; everything is saved.\n"), shown.text);
	if (ended)
		sub_attend_explain(board, work->name, invited);
	fflush(stdout);
	strbuf_release(&shown);
}

static int sub_attend_board(const struct sub_attend *work, const struct sub_attend_board *board, struct error *err)
{
	struct session *session = NULL;
	struct visit visit = {0};
	int failed;

	ration_begin(&visit.ration, board->path);
	failed = session_open_as(board->path, board->role, work->name, &session, err);
	if (!failed)
		failed = workshop_run(session, NULL, &visit, err);
	session_close(session);
	if (!failed)
		sub_attend_part(work, board, visit.ended);
	return failed;
}

/* Has this person more sessions than one can look at? */
static int sub_attend_check_sessions(const char *name, struct error *err)
{
	struct vec pids = VEC_INIT(pid_t);
	size_t others;

	family_attending(name, NULL, &pids);
	others = pids.count;
	vec_release(&pids);
	return others < RATION_SESSIONS ? 0
					: error_set(err, ERROR_REFUSED,
						  _("you are here %zu times already; leave one of them first"), others);
}

static int sub_attend_run(const struct request *request, struct error *err)
{
	struct sub_attend work = {request_operand(request, 0), request_operand(request, 1)};
	struct vec boards = VEC_INIT(struct sub_attend_board);
	const struct sub_attend_board *board;
	int failed = sub_attend_read(request, &work, &boards, err);

	if (!failed && !(isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)))
		failed = error_set(err, ERROR_REFUSED,
			_("here is only the board, and it needs a terminal: ssh without a command"));
	if (!failed)
		failed = sub_attend_check_sessions(work.name, err);
	if (!failed && (board = sub_attend_choose(&boards)))
		failed = sub_attend_board(&work, board, err);
	vec_release(&boards);
	return failed;
}

const struct subcommand sub_attend = {
	.name = "attend",
	.operands = "LIST NAME ROLE BOARD",
	.rest = "[ROLE BOARD ...]",
	.sentence = N_("what sshd runs for those who are invited: BOARD, as NAME, in ROLE, as LIST has it"),
	.least = 4,
	.most = SUBCOMMAND_MANY,
	.raw = 1,
	.run = sub_attend_run,
};
