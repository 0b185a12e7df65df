#include "model/integration.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/payload.h"

static const char *const integration_needs[] = {"eventual", "latest", "unknown", NULL};
static const char *const integration_yes_no[] = {"yes", "no", "unknown", NULL};
static const char *const integration_slow[] = {"outbox", "retry", "none-needed", NULL};
static const char *const integration_failed[] = {"outbox", "retry", "saga", "process-manager", "none-needed", NULL};
static const char *const integration_disordered[] = {"reorder", "none-needed", NULL};
static const char *const integration_twice[] = {"deduplicate", "none-needed", NULL};

struct integration_row {
	const char *token;
	const char *field;          /* of ENTITY_RELATION */
	const char *const *choices; /* NULL-terminated */
	bool call;                  /* asked about synchronous relations too */
};

static const struct integration_row integration_rows[INTEGRATION_QUESTION_COUNT] = {
	[INTEGRATION_CONSISTENCY] = {"consistency", "consistency", integration_needs, false},
	[INTEGRATION_SENSITIVE] = {"sensitive", "sensitive", integration_yes_no, true},
	[INTEGRATION_AUTONOMOUS] = {"autonomous", "autonomous", integration_yes_no, false},
	[INTEGRATION_COMPENSATED] = {"compensated", "compensated", integration_yes_no, true},
	[INTEGRATION_SLOW] = {"slow", "when_slow", integration_slow, true},
	[INTEGRATION_FAILED] = {"failed", "when_failed", integration_failed, true},
	[INTEGRATION_DISORDERED] = {"disordered", "when_disordered", integration_disordered, false},
	[INTEGRATION_TWICE] = {"twice", "when_twice", integration_twice, true},
};

struct integration_known {
	const char *token;
	const char *sentence; /* to be translated */
};

static const struct integration_known integration_answers_known[INTEGRATION_ANSWER_COUNT] = {
	[INTEGRATION_OUTBOX] = {"outbox", N_("the sender keeps it until it is sent")},
	[INTEGRATION_RETRY] = {"retry", N_("the sender tries again")},
	[INTEGRATION_DEDUPLICATE] = {"deduplicate", N_("the receiver drops duplicates")},
	[INTEGRATION_REORDER] = {"reorder", N_("the receiver puts them in order by number")},
	[INTEGRATION_SAGA] = {"saga", N_("each step knows how to be undone")},
	[INTEGRATION_PROCESS_MANAGER] = {"process-manager", N_("one part drives all steps")},
	[INTEGRATION_NONE_NEEDED] = {"none-needed", N_("nothing needs to be done; say why")},
};

static const char *const integration_types[MESSAGE_TYPE_COUNT] = {
	[MESSAGE_UNDECIDED] = N_("not decided"),
	[MESSAGE_NOTIFICATION] = N_("notification"),
	[MESSAGE_STATE_SNAPSHOT] = N_("state transfer, whole state"),
	[MESSAGE_STATE_DELTA] = N_("state transfer, changes only"),
	[MESSAGE_DOMAIN_EVENT] = N_("domain event"),
};

static const char *const integration_styles[RELATION_STYLE_COUNT] = {
	[RELATION_SYNC] = N_("calls and waits for the answer"),
	[RELATION_ASYNC] = N_("sends and carries on"),
	[RELATION_UNKNOWN] = N_("calls or sends: unknown"),
};

static const struct integration_row *integration_row(enum integration_question question)
{
	if ((unsigned)question >= INTEGRATION_QUESTION_COUNT)
		BUG("question %d", (int)question);
	return &integration_rows[question];
}

const char *integration_token(enum integration_question question)
{
	return integration_row(question)->token;
}

const char *integration_field(enum integration_question question)
{
	return integration_row(question)->field;
}

const char *const *integration_choices(enum integration_question question)
{
	return integration_row(question)->choices;
}

bool integration_asks(enum relation_style style, enum integration_question question)
{
	return style == RELATION_ASYNC || integration_row(question)->call;
}

bool integration_parse(const char *token, enum integration_question *question)
{
	for (int i = 0; i < INTEGRATION_QUESTION_COUNT; i++) {
		if (strcmp(token, integration_rows[i].token))
			continue;
		*question = (enum integration_question)i;
		return true;
	}
	return false;
}

void integration_ask(const struct board *board, const struct relation *relation, enum integration_question question,
	struct strbuf *out)
{
	const char *from = board_context(board, relation->source)->name;
	const char *to = board_context(board, relation->target)->name;

	switch (question) {
	case INTEGRATION_CONSISTENCY: strbuf_addf(out, _("Does %s need the latest state, or may it lag?"), to); break;
	case INTEGRATION_SENSITIVE:
		strbuf_addstr(out, _("Is any of it sensitive, so that not everybody may see it?"));
		break;
	case INTEGRATION_AUTONOMOUS: strbuf_addf(out, _("Must %s keep working while %s is down?"), to, from); break;
	case INTEGRATION_COMPENSATED:
		strbuf_addstr(out, _("If it fails in one context, must others be undone too?"));
		break;
	case INTEGRATION_SLOW:
		strbuf_addf(out, _("The network between %s and %s is slow: what then?"), from, to);
		break;
	case INTEGRATION_FAILED: strbuf_addf(out, _("%s or %s fails at the worst moment: what then?"), from, to); break;
	case INTEGRATION_DISORDERED: strbuf_addf(out, _("Messages reach %s out of order: what then?"), to); break;
	case INTEGRATION_TWICE: strbuf_addf(out, _("A message reaches %s twice: what then?"), to); break;
	case INTEGRATION_QUESTION_COUNT: BUG("no question");
	}
}

const char *integration_given(const struct relation *relation, enum integration_question question)
{
	const struct field *field = field_find(ENTITY_RELATION, integration_field(question));
	const char *slot = (const char *)relation + field->offset;

	if (field_is_default(field, relation))
		return "";
	return field->type == FIELD_CHOICE ? field->choices[*(const int *)(const void *)slot]
					   : *(char *const *)(const void *)slot;
}

bool integration_is_answered(const struct relation *relation, enum integration_question question)
{
	const char *text = integration_given(relation, question);

	return *text && !integration_lacks_reason(text);
}

static const struct {
	const char *word, *shown;
} integration_words[] = {
	{"eventual", N_("it may lag a little")},
	{"latest", N_("it needs the latest state")},
	{"yes", N_("yes")},
	{"no", N_("no")},
	{"unknown", N_("not known yet")},
};

const char *integration_shown(const char *word)
{
	for (size_t i = 0; i < ARRAY_SIZE(integration_words); i++)
		if (!strcmp(integration_words[i].word, word))
			return integration_words[i].shown;
	return NULL;
}

const char *integration_answer_token(enum integration_answer answer)
{
	return integration_answers_known[answer].token;
}

const char *integration_answer_sentence(enum integration_answer answer)
{
	return integration_answers_known[answer].sentence;
}

static bool integration_is_letter(char byte)
{
	return byte == '-' || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	       (unsigned char)byte >= 0x80;
}

/* Does TEXT contain TOKEN as a whole word? */
static bool integration_names(const char *text, const char *token)
{
	size_t len = strlen(token);

	for (const char *at = text; (at = strstr(at, token)); at += len)
		if ((at == text || !integration_is_letter(at[-1])) && !integration_is_letter(at[len]))
			return true;
	return false;
}

unsigned integration_answers(const char *text)
{
	unsigned answers = 0;

	for (int i = 0; text && i < INTEGRATION_ANSWER_COUNT; i++)
		if (integration_names(text, integration_answers_known[i].token))
			answers |= INTEGRATION_BIT(i);
	return answers;
}

/* The rest of TEXT after `none-needed`; NULL if it does not begin with that. */
static const char *integration_after_none(const char *text)
{
	const char *token = integration_answers_known[INTEGRATION_NONE_NEEDED].token;
	size_t len = strlen(token);

	if (!text || strncmp(text, token, len) || integration_is_letter(text[len]))
		return NULL;
	return text + len + strspn(text + len, ": ");
}

bool integration_lacks_reason(const char *text)
{
	const char *reason = integration_after_none(text);

	return reason && !*reason;
}

const char *integration_reason(const char *text)
{
	const char *reason = integration_after_none(text);

	return reason && *reason ? reason : NULL;
}

/* Why a type is proposed. */
enum integration_cause {
	INTEGRATION_NO_EVENT,
	INTEGRATION_UNSAID,      /* an answer that matters is missing */
	INTEGRATION_MUST_BE_NOW, /* the receiver needs the latest state */
	INTEGRATION_SECRET,
	INTEGRATION_MUST_GO_ON,
	INTEGRATION_FACT, /* a policy of the receiver reacts to the event */
	INTEGRATION_MAY_ASK,
	INTEGRATION_CAUSE_COUNT
};

static const enum message_type integration_causes[INTEGRATION_CAUSE_COUNT] = {
	[INTEGRATION_NO_EVENT] = MESSAGE_UNDECIDED,
	[INTEGRATION_UNSAID] = MESSAGE_UNDECIDED,
	[INTEGRATION_MUST_BE_NOW] = MESSAGE_NOTIFICATION,
	[INTEGRATION_SECRET] = MESSAGE_NOTIFICATION,
	[INTEGRATION_MUST_GO_ON] = MESSAGE_STATE_SNAPSHOT,
	[INTEGRATION_FACT] = MESSAGE_DOMAIN_EVENT,
	[INTEGRATION_MAY_ASK] = MESSAGE_NOTIFICATION,
};

/* Does a policy of the receiver follow from the event? */
static bool integration_is_fact(const struct board *board, const struct relation *relation, const struct sticky *event)
{
	for (const struct link *link = event->first_out; link; link = link->next_out) {
		const struct sticky *other = board_sticky(board, link->target);

		if (other->kind == KIND_POLICY && other->context == relation->target)
			return true;
	}
	return false;
}

static enum integration_cause integration_cause(
	const struct board *board, const struct relation *relation, const struct sticky *sticky)
{
	if (sticky->kind != KIND_EVENT)
		return INTEGRATION_NO_EVENT;
	if (relation->consistency == CONSISTENCY_LATEST)
		return INTEGRATION_MUST_BE_NOW;
	if (relation->sensitive == ANSWER_YES || payload_is_sensitive(sticky->payload))
		return INTEGRATION_SECRET;
	if (relation->consistency == CONSISTENCY_UNKNOWN || relation->autonomous == ANSWER_UNKNOWN)
		return INTEGRATION_UNSAID;
	if (relation->autonomous == ANSWER_YES)
		return INTEGRATION_MUST_GO_ON;
	return integration_is_fact(board, relation, sticky) ? INTEGRATION_FACT : INTEGRATION_MAY_ASK;
}

enum message_type integration_propose(
	const struct board *board, const struct relation *relation, const struct sticky *sticky)
{
	return integration_causes[integration_cause(board, relation, sticky)];
}

void integration_explain(
	const struct board *board, const struct relation *relation, const struct sticky *sticky, struct strbuf *out)
{
	const char *from = board_context(board, relation->source)->name;
	const char *to = board_context(board, relation->target)->name;

	switch (integration_cause(board, relation, sticky)) {
	case INTEGRATION_NO_EVENT: strbuf_addstr(out, _("only an event has a type")); break;
	case INTEGRATION_UNSAID: strbuf_addf(out, _("undecided until somebody says what %s needs"), to); break;
	case INTEGRATION_MUST_BE_NOW:
		strbuf_addf(out,
			relation->autonomous == ANSWER_YES
				? _("notification and a query, because %s needs the latest state; but then it cannot "
				    "work while %s is down")
				: _("notification and a query, because %s needs the latest state of %s"),
			to, from);
		break;
	case INTEGRATION_SECRET:
		strbuf_addf(out,
			_("notification and a query, because some of it is sensitive and %s must prove that it may see "
			  "it"),
			to);
		break;
	case INTEGRATION_MUST_GO_ON:
		strbuf_addf(
			out, _("state transfer, because %s must keep working while %s is down and may lag"), to, from);
		break;
	case INTEGRATION_FACT:
		strbuf_addf(out,
			_("domain event, because %s has a rule of its own for what has "
			  "happened"),
			to);
		break;
	case INTEGRATION_MAY_ASK:
		strbuf_addf(out, _("notification, because %s can ask %s for what it needs to know"), to, from);
		break;
	case INTEGRATION_CAUSE_COUNT: BUG("no cause");
	}
}

const char *integration_style_name(enum relation_style style)
{
	return integration_styles[style];
}

const char *integration_type_name(enum message_type type)
{
	return integration_types[type];
}

bool integration_carries(enum relation_style style, int kind)
{
	bool is_event = kind == KIND_EVENT, is_call = kind == KIND_COMMAND || kind == KIND_READ_MODEL;

	return (is_event && style != RELATION_SYNC) || (is_call && style != RELATION_ASYNC);
}
