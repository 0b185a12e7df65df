#include "check/glossary.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "check/duplicates.h"

#define GLOSSARY_KINDS \
	(KIND_BIT(KIND_ACTOR) | KIND_BIT(KIND_AGGREGATE) | KIND_BIT(KIND_EXTERNAL_SYSTEM) | KIND_BIT(KIND_READ_MODEL))

void glossary_init(struct glossary *glossary)
{
	*glossary = (struct glossary){
		.terms = VEC_INIT(struct glossary_term), .meanings = VEC_INIT(struct glossary_meaning)};
	tokens_init(&glossary->words);
}

void glossary_release(struct glossary *glossary)
{
	for (size_t i = 0; i < glossary->meanings.count; i++) {
		struct glossary_meaning *meaning = vec_at(&glossary->meanings, i);

		free(meaning->text);
		free(meaning->context);
		free(meaning->board);
		free(meaning->note);
	}
	vec_release(&glossary->terms);
	vec_release(&glossary->meanings);
	map_release(&glossary->names);
	map_release(&glossary->seen);
	tokens_release(&glossary->words);
}

/* The place of the term with KEY, from 0; it is made if necessary. */
static size_t glossary_term(struct glossary *glossary, uint64_t key)
{
	size_t place = (size_t)(uintptr_t)map_get(&glossary->names, key);

	if (place)
		return place - 1;
	vec_push(&glossary->terms);
	map_set(&glossary->names, key, (void *)(uintptr_t)glossary->terms.count);
	return glossary->terms.count - 1;
}

/* Adds NOTE to the definition of MEANING, unless it says so already. */
static void glossary_define(struct glossary_meaning *meaning, const char *note)
{
	struct strbuf joined = STRBUF_INIT;

	if (!note || (meaning->note && strstr(meaning->note, note)))
		return;
	if (meaning->note)
		strbuf_addf(&joined, "%s\n", meaning->note);
	strbuf_addstr(&joined, note);
	free(meaning->note);
	meaning->note = strbuf_detach(&joined);
}

static void glossary_add_sticky(
	struct glossary *glossary, const char *name, const struct board *board, const struct sticky *sticky)
{
	const struct context *context = sticky->context ? board_context(board, sticky->context) : NULL;
	struct glossary_meaning *meaning;
	uint64_t key, own;
	size_t place;

	tokens_read_whole(&glossary->words, sticky->text);
	if (!glossary->words.count)
		return;
	key = duplicates_text_key(&glossary->words);
	own = duplicates_next(duplicates_next(key, (uint64_t)sticky->kind), duplicates_spelling(name));
	own = duplicates_next(own, duplicates_spelling(context ? context->name : NULL));
	place = (size_t)(uintptr_t)map_get(&glossary->seen, own);
	if (!place) {
		vec_add(&glossary->meanings, struct glossary_meaning) =
			(struct glossary_meaning){.term = glossary_term(glossary, key),
				.text = mem_strdup(sticky->text),
				.context = context ? mem_strdup(context->name) : NULL,
				.board = mem_strdup(name),
				.kind = (enum kind)sticky->kind,
				.sticky = sticky->id};
		place = glossary->meanings.count;
		map_set(&glossary->seen, own, (void *)(uintptr_t)place);
	}
	meaning = vec_at(&glossary->meanings, place - 1);
	meaning->stickies++;
	glossary_define(meaning, sticky->definition ? sticky->definition : sticky->note);
}

void glossary_add(struct glossary *glossary, const char *name, const struct board *board)
{
	struct vec list = VEC_INIT(const void *);

	board_list(board, ENTITY_STICKY, &list);
	for (size_t i = 0; i < list.count; i++) {
		const struct sticky *sticky = vec_get(&list, const struct sticky *, i);

		if (sticky->text && GLOSSARY_KINDS & KIND_BIT(sticky->kind))
			glossary_add_sticky(glossary, name, board, sticky);
	}
	vec_release(&list);
}

/* A term and the name that it is sorted by. */
struct glossary_place {
	const char *name;
	size_t term;
};

static int glossary_compare_names(const void *a, const void *b)
{
	const struct glossary_place *left = a, *right = b;
	int order = strcasecmp(left->name, right->name);

	return order ? order : (left->term > right->term) - (left->term < right->term);
}

/* Renumbers the terms by name: the name of a term is that of its first meaning. */
static void glossary_sort_terms(struct glossary *glossary)
{
	size_t count = glossary->terms.count, *renumbered = mem_zalloc((count + 1) * sizeof(*renumbered));
	struct vec places = VEC_INIT(struct glossary_place);

	for (size_t term = 0; term < count; term++)
		vec_add(&places, struct glossary_place) = (struct glossary_place){NULL, term};
	for (size_t i = glossary->meanings.count; i-- > 0;) {
		const struct glossary_meaning *meaning = vec_at(&glossary->meanings, i);

		vec_get(&places, struct glossary_place, meaning->term).name = meaning->text;
	}
	if (count)
		qsort(places.items, count, places.size, glossary_compare_names);
	for (size_t at = 0; at < count; at++)
		renumbered[vec_get(&places, struct glossary_place, at).term] = at;
	for (size_t i = 0; i < glossary->meanings.count; i++) {
		struct glossary_meaning *meaning = vec_at(&glossary->meanings, i);

		meaning->term = renumbered[meaning->term];
	}
	vec_release(&places);
	free(renumbered);
}

static int glossary_compare_texts(const char *one, const char *two)
{
	return strcmp(one ? one : "", two ? two : "");
}

static int glossary_compare(const void *a, const void *b)
{
	const struct glossary_meaning *left = a, *right = b;
	int order = (left->term > right->term) - (left->term < right->term);

	if (!order)
		order = glossary_compare_texts(left->board, right->board);
	if (!order)
		order = glossary_compare_texts(left->context, right->context);
	return order ? order : (left->sticky > right->sticky) - (left->sticky < right->sticky);
}

static unsigned glossary_differ(const struct glossary_meaning *one, const struct glossary_meaning *two)
{
	unsigned differences = one->kind != two->kind ? GLOSSARY_KIND : 0;

	if (one->note && two->note && strcmp(one->note, two->note) != 0)
		differences |= GLOSSARY_NOTE;
	if (one->context && two->context && strcasecmp(one->context, two->context) != 0)
		differences |= GLOSSARY_CONTEXT;
	return differences;
}

/* Compares each meaning of TERM with the first of its boards that has what is compared. */
static void glossary_find_differences(const struct glossary *glossary, struct glossary_term *term)
{
	const struct glossary_meaning *first = vec_at(&glossary->meanings, term->first), *noted = first,
				      *placed = first;

	for (size_t i = term->first + 1; i < term->first + term->count; i++) {
		const struct glossary_meaning *meaning = vec_at(&glossary->meanings, i);

		noted = noted->note ? noted : meaning;
		placed = placed->context ? placed : meaning;
		term->differences |= glossary_differ(first, meaning) & GLOSSARY_KIND;
		term->differences |= glossary_differ(noted, meaning) & GLOSSARY_NOTE;
		term->differences |= glossary_differ(placed, meaning) & GLOSSARY_CONTEXT;
	}
}

void glossary_end(struct glossary *glossary)
{
	glossary_sort_terms(glossary);
	if (glossary->meanings.count)
		qsort(glossary->meanings.items, glossary->meanings.count, glossary->meanings.size, glossary_compare);
	for (size_t i = 0; i < glossary->meanings.count; i++) {
		struct glossary_term *term = vec_at(
			&glossary->terms, ((const struct glossary_meaning *)vec_at(&glossary->meanings, i))->term);

		term->first = term->count ? term->first : i;
		term->count++;
	}
	for (size_t i = 0; i < glossary->terms.count; i++)
		glossary_find_differences(glossary, vec_at(&glossary->terms, i));
}
