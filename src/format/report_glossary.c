/* report_glossary: the words of a board, with what they mean and where they are used. */
#include "format/report_parts.h"

#include <string.h>

#include "base/i18n.h"
#include "format/glossary_text.h"
#include "format/term.h"

/* How many uses are named in a context. */
#define REPORT_GLOSSARY_USES 6

struct report_glossary {
	const struct report *report;
	struct terms terms;
};

/* Do the terms from FIRST up to END mean different things: are they defined differently, or aggregates of two contexts
 * that are not defined alike? */
static bool report_glossary_is_split(const struct report_glossary *work, size_t first, size_t end)
{
	size_t aggregates = 0, defined = 0;
	bool differ = false;

	for (size_t i = first; i < end; i++) {
		const struct term *term = terms_at(&work->terms, i);

		aggregates += term->sticky->kind == KIND_AGGREGATE && term->sticky->context;
		defined += term->definition != NULL;
		for (size_t k = first; k < i && term->definition; k++)
			differ |= terms_at(&work->terms, k)->definition &&
				  strcmp(terms_at(&work->terms, k)->definition, term->definition);
	}
	return differ || (aggregates > 1 && defined < aggregates);
}

/* Writes, at depth 1, the stickies of its context that use TERM. */
static void report_glossary_uses(const struct report_glossary *work, const struct term *term)
{
	const struct report *report = work->report;
	struct strbuf list = STRBUF_INIT;
	size_t count = 0;

	for (size_t i = 0; i < report->stickies.count; i++) {
		const struct sticky *sticky = report_sticky(report, i);

		if (TERM_NOUNS & KIND_BIT(sticky->kind) || sticky->context != term->sticky->context ||
			sticky == term->sticky ||
			!glossary_text_uses(vec_get(&work->terms.texts, char *, i), term->word))
			continue;
		if (count++ < REPORT_GLOSSARY_USES)
			report_join(&list, ", ", sticky->text);
	}
	if (count > REPORT_GLOSSARY_USES) {
		size_t more = count - REPORT_GLOSSARY_USES;

		strbuf_addstr(&list, ", ");
		strbuf_addf(&list, ngettext("and %zu more", "and %zu more", more), more);
	}
	paper_item(report->paper, 1, _("used in"), list.text);
	strbuf_release(&list);
}

/* "**Order** (aggregate, Ordering): what somebody wants to have". */
static void report_glossary_term(const struct report_glossary *work, const struct term *term)
{
	const struct context *context = board_context(work->report->board, term->sticky->context);
	struct paper *paper = work->report->paper;

	paper_begin_item(paper, 0);
	paper_strong(paper, term->sticky->text);
	paper_textf(paper, " (%s", kind_name((enum kind)term->sticky->kind));
	if (context)
		paper_textf(paper, ", %s", context->name);
	paper_text(paper, ")");
	if (term->definition)
		paper_textf(paper, ": %s", term->definition);
	paper_end_item(paper);
	report_glossary_uses(work, term);
}

/* Writes the words that are SPLIT, or the others, below TITLE. */
static void report_glossary_half(const struct report_glossary *work, bool split, const char *title)
{
	size_t count = 0;

	for (size_t first = 0, end; first < work->terms.list.count; first = end) {
		end = terms_end(&work->terms, first);
		if (report_glossary_is_split(work, first, end) != split)
			continue;
		if (!count++)
			paper_heading(work->report->paper, 3, title);
		for (size_t i = first; i < end; i++)
			report_glossary_term(work, terms_at(&work->terms, i));
	}
}

void report_glossary_write(const struct report *report)
{
	struct report_glossary work = {.report = report};

	terms_init(&work.terms, &report->stickies);
	report_glossary_half(&work, true, _("Words that mean two things"));
	report_glossary_half(&work, false, _("Words"));
	terms_release(&work.terms);
}

bool report_glossary_is_empty(const struct report *report)
{
	for (size_t i = 0; i < report->stickies.count; i++)
		if (term_is_on(report_sticky(report, i)))
			return false;
	return true;
}
