/* report_glossary: the words of a board, with what they mean and where they are used. */
#include "format/report_parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "check/duplicates.h"
#include "format/glossary_text.h"

/* Kinds whose texts are words of the language, whether somebody defines them or not. */
#define REPORT_GLOSSARY_NOUNS \
	(KIND_BIT(KIND_AGGREGATE) | KIND_BIT(KIND_ACTOR) | KIND_BIT(KIND_READ_MODEL) | KIND_BIT(KIND_EXTERNAL_SYSTEM))

/* How many uses are named in a context. */
#define REPORT_GLOSSARY_USES 6

/* A word in a context. */
struct report_term {
	const struct sticky *sticky; /* the first on which it stands */
	const char *definition;      /* or NULL */
	uint64_t key;                /* the same for the same word in another context */
	const char *word; /* as it is searched for; one of the glossary's texts, the same for all with its key */
};

struct report_glossary {
	const struct report *report;
	struct vec terms; /* of struct report_term, by word, then by context */
	struct vec texts; /* of char *: what each of the report's stickies says, to search in (glossary_text.h) */
};

static const struct report_term *report_term_at(const struct report_glossary *work, size_t at)
{
	return vec_at(&work->terms, at);
}

static int report_term_compare(const void *a, const void *b)
{
	const struct report_term *first = a, *second = b;
	int order = first->key == second->key ? 0 : strcmp(first->word, second->word);
	const struct sticky *one = first->sticky, *two = second->sticky;

	if (!order && first->key != second->key)
		order = first->key < second->key ? -1 : 1;
	if (!order)
		order = (one->context > two->context) - (one->context < two->context);
	return order ? order : (one->id > two->id) - (one->id < two->id);
}

static void report_glossary_read(struct report_glossary *work)
{
	struct map firsts = MAP_INIT; /* key -> how the word is written the first time */
	struct tokens tokens;

	tokens_init(&tokens);
	for (size_t i = 0; i < work->report->stickies.count; i++) {
		const struct sticky *sticky = report_sticky(work->report, i);
		struct strbuf text = STRBUF_INIT;

		tokens_read_whole(&tokens, sticky->text);
		glossary_text_make(&tokens, &text);
		vec_add(&work->texts, char *) = strbuf_detach(&text);
		if (tokens.count && (sticky->definition || REPORT_GLOSSARY_NOUNS & KIND_BIT(sticky->kind))) {
			uint64_t key = duplicates_text_key(&tokens);

			if (!map_get(&firsts, key))
				map_set(&firsts, key, vec_end(&work->texts, char *));
			vec_add(&work->terms, struct report_term) =
				(struct report_term){sticky, sticky->definition, key, map_get(&firsts, key)};
		}
	}
	map_release(&firsts);
	tokens_release(&tokens);
}

/* Leaves one term for each word and context; it takes the first definition. */
static void report_glossary_join(struct report_glossary *work)
{
	struct report_term *terms = work->terms.items;
	size_t kept = 0;

	if (work->terms.count)
		qsort(terms, work->terms.count, sizeof(*terms), report_term_compare);
	for (size_t i = 0; i < work->terms.count; i++) {
		struct report_term *last = kept ? &terms[kept - 1] : NULL;

		if (!last || last->key != terms[i].key || last->sticky->context != terms[i].sticky->context) {
			terms[kept++] = terms[i];
			continue;
		}
		last->definition = last->definition ? last->definition : terms[i].definition;
	}
	work->terms.count = kept;
}

/* The end of the terms of one word, which begin at FIRST. */
static size_t report_glossary_end(const struct report_glossary *work, size_t first)
{
	size_t end = first + 1;

	while (end < work->terms.count && report_term_at(work, end)->key == report_term_at(work, first)->key)
		end++;
	return end;
}

/* Do the terms from FIRST up to END mean different things: are they defined differently, or aggregates of two contexts
 * that are not defined alike? */
static bool report_glossary_is_split(const struct report_glossary *work, size_t first, size_t end)
{
	size_t aggregates = 0, defined = 0;
	bool differ = false;

	for (size_t i = first; i < end; i++) {
		const struct report_term *term = report_term_at(work, i);

		aggregates += term->sticky->kind == KIND_AGGREGATE && term->sticky->context;
		defined += term->definition != NULL;
		for (size_t k = first; k < i && term->definition; k++)
			differ |= report_term_at(work, k)->definition &&
				  strcmp(report_term_at(work, k)->definition, term->definition);
	}
	return differ || (aggregates > 1 && defined < aggregates);
}

/* Writes, at depth 1, the stickies of its context that use TERM. */
static void report_glossary_uses(const struct report_glossary *work, const struct report_term *term)
{
	const struct report *report = work->report;
	struct strbuf list = STRBUF_INIT;
	size_t count = 0;

	for (size_t i = 0; i < report->stickies.count; i++) {
		const struct sticky *sticky = report_sticky(report, i);

		if (REPORT_GLOSSARY_NOUNS & KIND_BIT(sticky->kind) || sticky->context != term->sticky->context ||
			sticky == term->sticky || !glossary_text_uses(vec_get(&work->texts, char *, i), term->word))
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
static void report_glossary_term(const struct report_glossary *work, const struct report_term *term)
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

	for (size_t first = 0, end; first < work->terms.count; first = end) {
		end = report_glossary_end(work, first);
		if (report_glossary_is_split(work, first, end) != split)
			continue;
		if (!count++)
			paper_heading(work->report->paper, 3, title);
		for (size_t i = first; i < end; i++)
			report_glossary_term(work, report_term_at(work, i));
	}
}

void report_glossary_write(const struct report *report)
{
	struct report_glossary work = {report, VEC_INIT(struct report_term), VEC_INIT(char *)};

	report_glossary_read(&work);
	report_glossary_join(&work);
	report_glossary_half(&work, true, _("Words that mean two things"));
	report_glossary_half(&work, false, _("Words"));
	vec_release(&work.terms);
	vec_release_strings(&work.texts);
}

bool report_glossary_is_empty(const struct report *report)
{
	for (size_t i = 0; i < report->stickies.count; i++) {
		const struct sticky *sticky = report_sticky(report, i);

		if (sticky->definition || REPORT_GLOSSARY_NOUNS & KIND_BIT(sticky->kind))
			return false;
	}
	return true;
}
