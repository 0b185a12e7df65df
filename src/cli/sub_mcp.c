/* sub_mcp: serves a program that works on a board, over the Model Context Protocol. */
#include <stdio.h>
#include <unistd.h>

#include "base/i18n.h"
#include "cli/boardpath.h"
#include "cli/lastlook.h"
#include "cli/subcommand.h"
#include "mcp/serve.h"

/* Reads the role, of a participant unless one is given. */
static int sub_mcp_role(const struct request *request, enum role *role, struct error *err)
{
	const char *value = request_option(request, "role");

	*role = ROLE_PARTICIPANT;
	if (value && !role_parse(value, role))
		return error_set(
			err, ERROR_USAGE, _("unknown role “%.40s”; use facilitator, participant or observer"), value);
	return 0;
}

static int sub_mcp_run(const struct request *request, struct error *err)
{
	struct strbuf path = STRBUF_INIT;
	struct session *session = NULL;
	struct serve_options options = {.votes = request_option(request, "votes")};
	enum role role;
	int failed = sub_mcp_role(request, &role, err);

	if (!failed && !request_option(request, "as"))
		failed = error_set(err, ERROR_USAGE, _("a name is required; give one with --as NAME"));
	if (!failed)
		failed = boardpath_existing(request_operand(request, 0), &path, err);
	if (!failed)
		failed = session_open_as(path.text, role, request_option(request, "as"), &session, err);
	if (!failed)
		failed = serve_client(session, &options, STDIN_FILENO, STDOUT_FILENO, err);
	if (session)
		failed = lastlook_end(session, failed, err);
	session_close(session);
	strbuf_release(&path);
	return failed;
}

const struct subcommand sub_mcp = {
	.name = "mcp",
	.operands = "BOARD",
	.sentence =
		N_("let an assistant work on the board, over the Model Context Protocol on standard input and output"),
	.least = 1,
	.most = 1,
	.options =
		{
			{0, "as", "NAME", N_("the assistant's name on the board")},
			{0, "role", "ROLE", N_("facilitator, participant (default) or observer")},
			{0, "votes", NULL, N_("let it vote")},
		},
	.run = sub_mcp_run,
};
