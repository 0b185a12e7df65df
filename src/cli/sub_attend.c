/* sub_attend: what sshd runs for somebody who was invited: the board, for that person in that role. Its arguments come
 * from the invitation, none from the person. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "cli/boardpath.h"
#include "cli/hostboard.h"
#include "cli/lastlook.h"
#include "cli/output.h"
#include "cli/subcommand.h"
#include "cli/workshop.h"
#include "live/family.h"
#include "live/guestlist.h"
#include "live/invite.h"
#include "mcp/serve.h"
#include "model/field.h"
#include "canvas/draftfile.h"

/* What a client of an assistant asks for instead of a terminal. */
#define SUB_ATTEND_MCP "mcp"

struct sub_attend {
	const char *list; /* the list of invitations */
	const char *name; /* name of the person */
};

/* A board to choose. */
struct sub_attend_board {
	const char *path;
	enum role role;
};

/* Is PATH one of the running host's boards? Without a host, all boards they are invited to are open. */
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

/* May this person come to BOARD, in its role, now? A list that cannot be read invites nobody. *UNTIL is when a guest
 * has to leave, in seconds since 1970; otherwise 0. */
static bool sub_attend_is_invited(const struct sub_attend *work, const struct sub_attend_board *board, int64_t *until)
{
	struct invites invites;
	struct guestlist guests;
	bool invited = false;

	*until = 0;
	invites_init(&invites);
	guestlist_init(&guests);
	if (!invites_load(&invites, work->list, NULL))
		invited = invites_allow(&invites, work->name, board->path, board->role);
	if (!invited && !guestlist_load(&guests, work->list, NULL))
		*until = guestlist_until(&guests, &invites, work->name, board->path, board->role);
	guestlist_release(&guests);
	invites_release(&invites);
	return invited || *until > clock_now_ms() / 1000;
}

/* Reads ROLE BOARD ... into BOARDS: those that are open now and still in this person's invitations. */
static int sub_attend_read(
	const struct request *request, const struct sub_attend *work, struct vec *boards, struct error *err)
{
	for (size_t at = 2; at < request_count(request); at += 2) {
		struct sub_attend_board board = {.path = request_operand(request, at + 1)};
		int64_t until;

		if (!board.path || !role_parse(request_operand(request, at), &board.role))
			return error_set(err, ERROR_USAGE, _("“%.40s” is not a role"), request_operand(request, at));
		if (hostboard_is_own(board.path) && sub_attend_is_open(board.path) &&
			sub_attend_is_invited(work, &board, &until))
			vec_add(boards, struct sub_attend_board) = board;
	}
	return boards->count
		       ? 0
		       : error_set(err, ERROR_REFUSED, _("none of the boards that you were invited to is open now"));
}

static void sub_attend_print(const struct sub_attend_board *board)
{
	struct strbuf name = STRBUF_INIT;

	boardpath_name(board->path, &name);
	output_text(stdout, name.text, name.len);
	strbuf_release(&name);
}

/* Asks which of several boards; NULL if they leave instead. */
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

/* Prints a text of several lines, indented. */
static void sub_attend_print_text(const char *text)
{
	for (; *text; text += strcspn(text, "\n"), text += *text == '\n') {
		fputs("    ", stdout);
		output_text(stdout, text, strcspn(text, "\n"));
		putchar('\n');
	}
}

/* Gives somebody who was made to leave the text that they were typing, and says where it is kept. */
static void sub_attend_give_text(const struct sub_attend_board *board, const char *name, const char *where)
{
	struct strbuf text = STRBUF_INIT, file = STRBUF_INIT;

	if (draftfile_look(board->path, name, &text, &file)) {
		puts(_("What you were typing:"));
		sub_attend_print_text(text.text);
		puts(where);
	}
	strbuf_release(&text);
	strbuf_release(&file);
}

/* Says why the session on the board called SHOWN has ended. */
static void sub_attend_say_reason(const struct visit *visit, bool invited, const char *shown)
{
	if (!visit->ended)
		printf(_("You have left “%s”; everything is saved.\n"), shown);
	else if (visit_is_over(visit))
		printf(_("Guest access has ended; “%s” is saved.\n"), shown);
	else if (invited)
		printf(_("“%s” was closed by its host; everything is saved.\n"), shown);
	else if (visit->guest)
		printf(_("You can no longer be a guest of “%s”; everything is saved.\n"), shown);
	else
		printf(_("Your invitation to “%s” was revoked; everything is saved.\n"), shown);
}

/* Prints the last words after the screen. */
static void sub_attend_part(
	const struct sub_attend *work, const struct sub_attend_board *board, const struct visit *visit)
{
	struct strbuf shown = STRBUF_INIT;
	int64_t until;
	bool invited = sub_attend_is_invited(work, board, &until);

	boardpath_name(board->path, &shown);
	sub_attend_say_reason(visit, invited, shown.text);
	if (visit->ended)
		sub_attend_give_text(board, work->name,
			invited        ? _("The host keeps it until you come back.")
			: visit->guest ? _("The host keeps it.")
				       : _("The host keeps it until you are invited again."));
	fflush(stdout);
	strbuf_release(&shown);
}

/* Was a guest's time extended while they were here? */
static bool sub_attend_goes_on(const struct sub_attend *work, const struct sub_attend_board *board, struct visit *visit)
{
	int64_t until;

	if (!visit->ended || !visit_is_over(visit) || !sub_attend_is_invited(work, board, &until))
		return false;
	visit->guest = until;
	visit->until_ms = until * 1000;
	visit->told_ms = 0;
	return true;
}

static int sub_attend_board(const struct sub_attend *work, const struct sub_attend_board *board, struct error *err)
{
	struct session *session = NULL;
	struct visit visit = {0};
	int64_t until;
	int failed;

	ration_begin(&visit.ration, board->path);
	sub_attend_is_invited(work, board, &until);
	visit.guest = until;
	visit.until_ms = until * 1000;
	failed = session_open_as(board->path, board->role, work->name, &session, err);
	do {
		if (!failed)
			failed = workshop_run(session, NULL, &visit, err);
	} while (!failed && sub_attend_goes_on(work, board, &visit));
	session_close(session);
	if (!failed)
		sub_attend_part(work, board, &visit);
	return failed;
}

/* The board that an assistant asks for, "mcp" or "mcp BOARD"; NULL on failure. */
static const struct sub_attend_board *sub_attend_name_board(
	const char *command, const struct vec *boards, struct error *err)
{
	const char *wanted = command + strlen(SUB_ATTEND_MCP);
	const struct sub_attend_board *found = NULL;

	wanted += strspn(wanted, " ");
	if (!*wanted && boards->count == 1)
		return vec_at(boards, 0);
	for (size_t i = 0; i < boards->count && *wanted; i++) {
		struct strbuf name = STRBUF_INIT;

		boardpath_name(vec_get(boards, struct sub_attend_board, i).path, &name);
		found = strcmp(name.text, wanted) ? found : vec_at(boards, i);
		strbuf_release(&name);
	}
	if (!found && *wanted)
		error_set(err, ERROR_REFUSED, _("no board “%.60s” is open to you"), wanted);
	else if (!found)
		error_set(err, ERROR_REFUSED, "%s", _("which board? you are invited to several; use mcp BOARD"));
	return found;
}

/* Serves an assistant that works for this person. */
static int sub_attend_serve(
	const struct sub_attend *work, const char *command, const struct vec *boards, struct error *err)
{
	const struct sub_attend_board *board = sub_attend_name_board(command, boards, err);
	struct session *session = NULL;
	struct ration ration;
	struct serve_options options = {.ration = &ration};
	int64_t until;
	int failed;

	if (!board)
		return ERROR_REFUSED;
	ration_begin(&ration, board->path);
	sub_attend_is_invited(work, board, &until);
	options.until_ms = until * 1000;
	failed = session_open_as(board->path, board->role, work->name, &session, err);
	if (!failed)
		failed = serve_client(session, &options, STDIN_FILENO, STDOUT_FILENO, err);
	if (session)
		failed = lastlook_end(session, failed, err);
	session_close(session);
	return failed;
}

/* Does the person's own program ask for the protocol of assistants? */
static bool sub_attend_is_assistant(const char *command)
{
	size_t len = strlen(SUB_ATTEND_MCP);

	return command && !strncmp(command, SUB_ATTEND_MCP, len) && (!command[len] || command[len] == ' ');
}

/* Fails if this person has too many sessions. */
static int sub_attend_check_sessions(const struct sub_attend *work, struct error *err)
{
	struct vec pids = VEC_INIT(pid_t);
	size_t others;

	family_attending(work->list, work->name, NULL, &pids);
	others = pids.count;
	vec_release(&pids);
	return others < RATION_SESSIONS ? 0
					: error_set(err, ERROR_REFUSED,
						  _("you are already here %zu times; leave one of them first"), others);
}

static int sub_attend_run(const struct request *request, struct error *err)
{
	struct sub_attend work = {request_operand(request, 0), request_operand(request, 1)};
	struct vec boards = VEC_INIT(struct sub_attend_board);
	const char *command = getenv("SSH_ORIGINAL_COMMAND");
	bool assistant = sub_attend_is_assistant(command) && !isatty(STDIN_FILENO);
	const struct sub_attend_board *board;
	int failed = sub_attend_read(request, &work, &boards, err);

	if (!failed && !assistant && !(isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)))
		failed = error_set(err, ERROR_REFUSED,
			_("this account only opens the board, which needs a terminal: use ssh without a command"));
	if (!failed)
		failed = sub_attend_check_sessions(&work, err);
	if (!failed && assistant)
		failed = sub_attend_serve(&work, command, &boards, err);
	else if (!failed && (board = sub_attend_choose(&boards)))
		failed = sub_attend_board(&work, board, err);
	vec_release(&boards);
	return failed;
}

const struct subcommand sub_attend = {
	.name = "attend",
	.operands = "LIST NAME ROLE BOARD",
	.rest = "[ROLE BOARD ...]",
	.sentence = N_("what sshd runs for those invited: BOARD, as NAME, in ROLE, as listed in LIST"),
	.least = 4,
	.most = SUBCOMMAND_MANY,
	.machine = true,
	.raw = 1,
	.run = sub_attend_run,
};
