/* sub_propose: proposes contexts and relations that follow from a board. */
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "check/propose.h"
#include "cli/boardpath.h"
#include "cli/output.h"
#include "cli/subcommand.h"
#include "session/session.h"

static const struct sub_propose_what {
	const char *name;
	void (*propose)(const struct board *board, struct vec *proposals);
} sub_propose_whats[] = {
	{"contexts", propose_contexts},
	{"relations", propose_relations},
};

static const struct sub_propose_what *sub_propose_find(const char *name, struct error *err)
{
	for (size_t i = 0; i < ARRAY_SIZE(sub_propose_whats); i++)
		if (!strcmp(sub_propose_whats[i].name, name))
			return &sub_propose_whats[i];
	error_set(err, ERROR_USAGE, _("cannot propose “%.40s”; use contexts or relations"), name);
	return NULL;
}

/* Prints a line for each: the command, " # ", and the reason. */
static void sub_propose_print(const struct vec *proposals)
{
	for (size_t i = 0; i < proposals->count; i++) {
		const struct proposal *proposal = vec_at(proposals, i);

		output_text(stdout, proposal->command, strlen(proposal->command));
		fputs(" # ", stdout);
		output_text(stdout, proposal->reason, strlen(proposal->reason));
		fputc('\n', stdout);
	}
}

/* Runs all of them as one action. */
static int sub_propose_accept(struct session *session, const struct vec *proposals, struct error *err)
{
	struct session_report report = SESSION_REPORT_INIT;
	struct vec lines = VEC_INIT(struct words);
	int failed = 0;

	for (size_t i = 0; i < proposals->count; i++)
		words_from_line(vec_push(&lines), vec_get(proposals, struct proposal, i).command);
	if (lines.count)
		failed = session_run(session, lines.items, lines.count, NULL, &report, err);
	vec_release(&lines);
	session_report_release(&report);
	return failed;
}

static int sub_propose_run(const struct request *request, struct error *err)
{
	const struct sub_propose_what *what = sub_propose_find(request_operand(request, 1), err);
	bool accept = request_option(request, "accept");
	struct vec proposals = VEC_INIT(struct proposal);
	struct strbuf path = STRBUF_INIT;
	struct session *session = NULL;
	int failed;

	if (!what)
		return ERROR_USAGE;
	failed = boardpath_existing(request_operand(request, 0), &path, err);
	if (!failed)
		failed = session_open(
			path.text, accept ? STORE_WRITE : STORE_READ, request_person(request), &session, err);
	if (!failed) {
		what->propose(session_board(session), &proposals);
		if (accept)
			failed = sub_propose_accept(session, &proposals, err);
	}
	if (!failed)
		sub_propose_print(&proposals);
	propose_release_list(&proposals);
	session_close(session);
	strbuf_release(&path);
	return failed;
}

const struct subcommand sub_propose = {
	.name = "propose",
	.operands = "BOARD contexts|relations",
	.sentence = N_("print the contexts or relations that the board suggests"),
	.least = 2,
	.most = 2,
	.options =
		{
			{0, "accept", NULL, N_("draw them, as one action")},
			SUBCOMMAND_AS,
		},
	.run = sub_propose_run,
};
