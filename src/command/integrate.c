/* integrate: answers questions about a relation between contexts. */
#include <string.h>

#include "base/i18n.h"
#include "command/ends.h"
#include "command/command_rows.h"
#include "model/integration.h"

enum { INTEGRATE_FROM, INTEGRATE_TO, INTEGRATE_LABEL, INTEGRATE_QUESTION, INTEGRATE_ANSWER };

/* Fails unless ANSWER is one of the answers to a question with choices. */
static int integrate_check_choice(enum integration_question question, const char *answer, struct error *err)
{
	const char *const *choice = integration_choices(question);

	for (; *choice; choice++)
		if (!strcmp(*choice, answer))
			return 0;
	return error_set(err, ERROR_USAGE,
		question == INTEGRATION_CONSISTENCY ? _("“%.40s” is not an answer; use eventual, latest or unknown")
						    : _("“%.40s” is not an answer; use yes, no or unknown"),
		answer);
}

/* Appends ANSWER to a question about a failure in the form in which it is stored. */
static int integrate_read_failure(const char *answer, struct strbuf *out, struct error *err)
{
	const char *reason = integration_reason(answer);

	if (integration_lacks_reason(answer))
		return error_set(err, ERROR_REFUSED, _("say why, as in none-needed: each message stands for itself"));
	if (reason)
		strbuf_addf(out, "%s: %s", integration_answer_token(INTEGRATION_NONE_NEEDED), reason);
	else
		strbuf_addstr(out, answer);
	return 0;
}

static int integrate_run(struct run *run, struct error *err)
{
	const struct relation *relation = ends_named(run, INTEGRATE_FROM, INTEGRATE_TO, INTEGRATE_LABEL, err);
	enum integration_question question = (enum integration_question)run_value(run, INTEGRATE_QUESTION)->number;
	const char *answer = run_value(run, INTEGRATE_ANSWER)->text.text;
	struct strbuf text = STRBUF_INIT;
	int failed = 0;

	if (!relation)
		return ERROR_REFUSED;
	if (!*answer || !strcmp(answer, "unknown"))
		answer = "";
	else if (question < INTEGRATION_FIRST_FAILURE)
		failed = integrate_check_choice(question, answer, err);
	else
		failed = integrate_read_failure(answer, &text, err);
	if (!failed)
		failed = edit_set(&run->edit, ENTITY_RELATION, relation->id, integration_field(question),
			text.len ? text.text : answer, err);
	strbuf_release(&text);
	return failed;
}

const struct command integrate_command = {
	.name = "integrate",
	.sentence = N_("answer a question about a relation between contexts; without an answer it is open again"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"FROM", ARGUMENT_CONTEXT, 0, 0}, {"TO", ARGUMENT_CONTEXT, 0, 0},
		{"LABEL", ARGUMENT_WORD, 0, 'l'}, {"QUESTION", ARGUMENT_QUESTION, 0, 0},
		{"ANSWER", ARGUMENT_ANSWER, ARGUMENT_OPTIONAL, 0}},
	.run = integrate_run,
};
