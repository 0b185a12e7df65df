/* read_advice: what the board itself has to say: the findings of its checks, and what it proposes. */
#include "base/i18n.h"
#include "check/propose.h"
#include "mcp/reading.h"
#include "mcp/rpc.h"
#include "model/step.h"

/* How many findings a call gives if it does not say. */
#define READ_ADVICE_FINDINGS 100

static void read_advice_set_id(json_t *object, const char *name, int64_t id)
{
	if (id)
		json_object_set_new(object, name, json_integer(id));
}

/* Adds why CHECK matters, once. */
static void read_advice_explain(json_t *checks, const struct check *check)
{
	json_t *why;

	if (json_object_get(checks, check->id))
		return;
	why = json_object();
	json_object_set_new(why, "reason", rpc_string(_(check->reason)));
	json_object_set_new(why, "offer", rpc_string(_(check->offer)));
	json_object_set_new(why, "example", rpc_string(_(check->example)));
	json_object_set_new(checks, check->id, why);
}

static json_t *read_advice_finding(
	const struct board *board, const struct checklist *list, const struct finding *finding)
{
	const struct sticky *sticky = board_sticky(board, finding->sticky);
	struct strbuf said = STRBUF_INIT;
	json_t *object = json_object();

	checklist_say(list, finding, &said);
	json_object_set_new(object, "step", json_integer(finding->check->step));
	json_object_set_new(object, "check", json_string(finding->check->id));
	json_object_set_new(object, "severity", json_string(check_severity_token(finding->check->severity)));
	read_advice_set_id(object, "sticky", finding->sticky);
	if (sticky)
		json_object_set_new(object, "text", rpc_string(sticky->text));
	read_advice_set_id(object, "other", finding->other);
	read_advice_set_id(object, finding->check->scope == CHECK_CONTEXT ? "context" : "relation", finding->item);
	json_object_set_new(object, "finding", rpc_string(said.text));
	strbuf_release(&said);
	return object;
}

static int read_advice_findings_run(struct assistant *assistant, const struct argument_value *values, bool limited,
	struct strbuf *out, struct error *err)
{
	const struct checklist *list = assistant_findings(assistant);
	int only = (int)reading_number(values, 0, 0);
	size_t most = limited ? (size_t)reading_number(values, 1, READ_ADVICE_FINDINGS) : SIZE_MAX, count = 0;
	json_t *root = json_object(), *findings = json_array(), *checks = json_object();

	(void)err;
	for (int step = only ? only : STEP_FIRST; step <= (only ? only : STEP_LAST); step++)
		for (size_t i = 0; i < checklist_count(list, step); i++, count++) {
			const struct finding *finding = checklist_at(list, step, i);

			if (count >= most)
				continue;
			read_advice_explain(checks, finding->check);
			json_array_append_new(
				findings, read_advice_finding(session_board(assistant->session), list, finding));
		}
	json_object_set_new(root, "count", json_integer((json_int_t)count));
	json_object_set_new(root, "findings", findings);
	json_object_set_new(root, "checks", checks);
	rpc_dump(root, out);
	return 0;
}

const struct reading read_findings = {
	.name = "read-findings",
	.sentence =
		N_("what the board still lacks, as JSON: the findings of the checks of all steps or one, with reasons "
		   "and what to do"),
	.mime = "application/json",
	.waits = true,
	.arguments = {{"STEP", ARGUMENT_STEP, 0, 's'}, {"COUNT", ARGUMENT_COUNT, 0, 'n'}},
	.run = read_advice_findings_run,
};

/* The proposals that PROPOSE makes. */
static json_t *read_advice_propose(
	const struct board *board, void (*propose)(const struct board *board, struct vec *proposals))
{
	struct vec proposals = VEC_INIT(struct proposal);
	json_t *list = json_array();

	propose(board, &proposals);
	for (size_t i = 0; i < proposals.count; i++) {
		const struct proposal *proposal = vec_at(&proposals, i);
		json_t *object = json_object();

		json_object_set_new(object, "command", rpc_string(proposal->command));
		json_object_set_new(object, "reason", rpc_string(proposal->reason));
		json_array_append_new(list, object);
	}
	propose_release_list(&proposals);
	return list;
}

static void read_advice_make_proposals(struct assistant *assistant, struct strbuf *text)
{
	const struct board *board = assistant_board(assistant);
	json_t *root = json_object();

	json_object_set_new(root, "contexts", read_advice_propose(board, propose_contexts));
	json_object_set_new(root, "relations", read_advice_propose(board, propose_relations));
	rpc_dump(root, text);
}

static int read_advice_proposals_run(struct assistant *assistant, const struct argument_value *values, bool limited,
	struct strbuf *out, struct error *err)
{
	const struct strbuf *text = assistant_text(assistant, read_advice_make_proposals);

	(void)values;
	(void)limited;
	(void)err;
	strbuf_add(out, text->text, text->len);
	return 0;
}

const struct reading read_proposals = {
	.name = "read-proposals",
	.sentence =
		N_("the contexts and relations that follow from the board, as JSON: the command that draws each, and "
		   "the reason"),
	.mime = "application/json",
	.waits = true,
	.run = read_advice_proposals_run,
};
