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
#include "live/invite.h"
#include "model/field.h"
#include "ui/app.h"

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

/* Reads ROLE BOARD ... into BOARDS: those that are open now, and that the list still has for this person. */
static int sub_attend_read(const struct request *request, const struct invites *invites,
	struct vec *boards, struct error *err)
{
	const char *name = request_operand(request, 1);

	for (size_t at = 2; at < request_count(request); at += 2) {
		const char *path = request_operand(request, at + 1);
		enum role role;

		if (!path || !role_parse(request_operand(request, at), &role))
			return error_set(err, ERROR_USAGE, _("“%.40s” is no role of a board"),
				request_operand(request, at));
		if (hostboard_is_own(path) && sub_attend_is_open(path) &&
			invites_allow(invites, name, path, role))
			*(struct sub_attend_board *)vec_push(boards) =
				(struct sub_attend_board){path, role};
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

static int sub_attend_board(const struct sub_attend_board *board, const char *name,
	struct error *err)
{
	struct session *session = NULL;
	int failed = session_open_as(board->path, board->role, name, &session, err);

	if (!failed)
		failed = app_run(session, board->path, err);
	session_close(session);
	if (!failed) {
		struct strbuf board_name = STRBUF_INIT;

		boardpath_name(board->path, &board_name);
		printf(_("You have left “%s”; everything is saved.\n"), board_name.text);
		fflush(stdout);
		strbuf_release(&board_name);
	}
	return failed;
}

static int sub_attend_run(const struct request *request, struct error *err)
{
	struct vec boards = VEC_INIT(struct sub_attend_board);
	const struct sub_attend_board *board;
	struct invites invites;
	int failed;

	invites_init(&invites);
	failed = invites_load(&invites, request_operand(request, 0), err);
	if (!failed)
		failed = sub_attend_read(request, &invites, &boards, err);
	invites_release(&invites);
	if (!failed && !(isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)))
		failed = error_set(err, ERROR_REFUSED,
			_("here is only the board, and it needs a terminal: ssh without a command"));
	if (!failed && (board = sub_attend_choose(&boards)))
		failed = sub_attend_board(board, request_operand(request, 1), err);
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
