#include "check/finding.h"

#include "base/i18n.h"
#include "check/phrase.h"

/* Appends "Shop: ", "Shop → Stock “Order placed”: ": the item that a finding is about, ITEM of SCOPE. */
static void finding_say_item(const struct board *board, enum check_scope scope, int64_t item, struct strbuf *out)
{
	const struct relation *relation = scope == CHECK_RELATION ? board_item(board, ENTITY_RELATION, item) : NULL;
	const struct context *context = board_context(board, relation                 ? relation->source
							     : scope == CHECK_CONTEXT ? item
										      : 0);

	if (!context)
		return;
	strbuf_addstr(out, context->name ? context->name : "");
	if (relation) {
		const struct context *target = board_context(board, relation->target);

		strbuf_addf(out, " → %s", target && target->name ? target->name : "");
		if (relation->label)
			strbuf_addf(out, " “%s”", relation->label);
	}
	strbuf_addstr(out, ": ");
}

/* Is what the finding is about still on the board? */
static bool finding_stands(const struct board *board, const struct finding *finding)
{
	if (finding->check->scope == CHECK_CONTEXT)
		return board_context(board, finding->item);
	if (finding->check->scope == CHECK_RELATION)
		return board_item(board, ENTITY_RELATION, finding->item);
	return !finding->sticky || board_sticky(board, finding->sticky);
}

/* The sentence for several. */
static void finding_say_gathered(const struct finding *finding, struct strbuf *out)
{
	const char *sentence = finding->none ? finding->check->sentence_none : finding->check->sentence;

	strbuf_addf(out, _("%s (%zu of %zu)"), _(sentence), finding->times, finding->asked);
}

void finding_say_what(const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	const struct sticky *other = board_sticky(input->board, finding->other);

	if (finding->times) {
		finding_say_gathered(finding, out);
		return;
	}
	strbuf_addstr(out, _(finding->check->sentence));
	if (finding->check->say && finding_stands(input->board, finding))
		finding->check->say(input, finding, out);
	if (!other)
		return;
	strbuf_addf(out, " (#%lld ", (long long)other->id);
	phrase_sticky(other, out);
	strbuf_addch(out, ')');
}

void finding_say(const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	finding_say_item(input->board, finding->check->scope, finding->item, out);
	finding_say_what(input, finding, out);
}
