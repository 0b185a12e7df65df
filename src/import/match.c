#include "import/match.h"

#include <stdlib.h>
#include <string.h>

#include "csv/columns.h"

/* Stickies with the same text, kind and context. */
struct match_alike {
	size_t next, end; /* in `rest`: the first for which no row stands, and behind the last */
};

struct match {
	struct intake *intake;
	const struct table *table;
	struct map taken; /* ids of stickies that a row stands for */
	struct vec rest;  /* of const struct sticky *: the others, sorted by match_compare() */
	struct vec alike; /* of struct match_alike, in the order of `rest` */
};

static const char *match_text(const struct sticky *sticky)
{
	return sticky->text ? sticky->text : "";
}

static void match_take(struct match *match, struct draft *draft, const struct sticky *sticky)
{
	draft->match = sticky->id;
	map_set(&match->taken, (uint64_t)sticky->id, draft);
}

/* Has somebody else given DRAFT its id? */
static bool match_is_made_up(const struct match *match, const struct draft *draft)
{
	return table_has(match->table, STICKY_CREATED) && !drafts_gives(draft, STICKY_CREATED);
}

/* Times that a spreadsheet has written may be rounded, or in another time zone. */
static bool match_by_id(struct match *match, struct draft *draft)
{
	const struct board *board = match->intake->edit->board;
	const struct sticky *sticky = draft->file_id ? board_sticky(board, intake_id_number(draft->file_id)) : NULL;

	if (!sticky || match_is_made_up(match, draft) ||
		(draft->made_exactly && draft->sticky.created != sticky->created))
		return false;
	match_take(match, draft, sticky);
	return true;
}

/* By text, kind and context, then by id. */
static int match_compare(const void *a, const void *b)
{
	const struct sticky *left = *(const struct sticky *const *)a, *right = *(const struct sticky *const *)b;
	int order = strcmp(match_text(left), match_text(right));

	if (!order)
		order = left->kind - right->kind;
	if (!order)
		order = (left->context > right->context) - (left->context < right->context);
	return order ? order : (left->id > right->id) - (left->id < right->id);
}

static const struct sticky *match_rest(const struct match *match, size_t at)
{
	return vec_get(&match->rest, const struct sticky *, at);
}

/* Lists the stickies for which no row stands yet. */
static void match_list_rest(struct match *match)
{
	const struct sticky *sticky, *before = NULL;

	for (size_t at = 0; (sticky = board_next(match->intake->edit->board, ENTITY_STICKY, &at));)
		if (!map_get(&match->taken, (uint64_t)sticky->id))
			vec_add(&match->rest, const struct sticky *) = sticky;
	if (match->rest.count)
		qsort(match->rest.items, match->rest.count, match->rest.size, match_compare);
	for (size_t i = 0; i < match->rest.count; i++, before = sticky) {
		sticky = match_rest(match, i);
		if (!before || strcmp(match_text(before), match_text(sticky)) || before->kind != sticky->kind ||
			before->context != sticky->context)
			vec_add(&match->alike, struct match_alike) = (struct match_alike){i, i};
		vec_end(&match->alike, struct match_alike).end++;
	}
}

/* The first of those that are alike with TEXT or a later one. */
static size_t match_find(const struct match *match, const char *text)
{
	size_t first = 0, end = match->alike.count;

	while (first < end) {
		size_t middle = first + (end - first) / 2;
		const struct match_alike *alike = vec_at(&match->alike, middle);

		if (strcmp(match_text(match_rest(match, alike->end - 1)), text) < 0)
			first = middle + 1;
		else
			end = middle;
	}
	return first;
}

/* How well STICKY fits a draft of the same text. */
static int match_rank(const struct draft *draft, const struct sticky *sticky)
{
	return 2 * (draft->sticky.kind == sticky->kind) + (draft->sticky.context == sticky->context);
}

/* Of those that fit best, the one with the lowest id. */
static void match_by_text(struct match *match, struct draft *draft)
{
	const char *text = match_text(&draft->sticky);
	const struct sticky *best = NULL;
	struct match_alike *from = NULL;

	for (size_t i = *text ? match_find(match, text) : match->alike.count; i < match->alike.count; i++) {
		struct match_alike *alike = vec_at(&match->alike, i);
		const struct sticky *sticky =
			match_rest(match, alike->next < alike->end ? alike->next : alike->end - 1);
		int better;

		if (strcmp(match_text(sticky), text) != 0)
			break;
		better = best ? match_rank(draft, sticky) - match_rank(draft, best) : 1;
		if (alike->next == alike->end || better < 0 || (!better && sticky->id > best->id))
			continue;
		best = sticky;
		from = alike;
	}
	if (!best)
		return;
	from->next++;
	match_take(match, draft, best);
}

/* Had DRAFT a sticky, which was deleted from the board? */
static bool match_is_gone(const struct match *match, const struct draft *draft)
{
	const struct board *board = match->intake->edit->board;
	int64_t id = draft->file_id ? intake_id_number(draft->file_id) : 0;

	return id && id < board_next_id(board, ENTITY_STICKY) && !board_sticky(board, id) &&
	       !match_is_made_up(match, draft);
}

void match_drafts(struct intake *intake, const struct table *table)
{
	struct match match = {intake, table, MAP_INIT, VEC_INIT(const struct sticky *), VEC_INIT(struct match_alike)};
	struct vec unmatched = VEC_INIT(struct draft *);

	for (size_t i = 0; i < intake->drafts.count; i++)
		if (!match_by_id(&match, drafts_at(intake, i)))
			vec_add(&unmatched, struct draft *) = drafts_at(intake, i);
	if (unmatched.count)
		match_list_rest(&match);
	for (size_t i = 0; i < unmatched.count; i++) {
		struct draft *draft = vec_get(&unmatched, struct draft *, i);

		match_by_text(&match, draft);
		if (!draft->match && match_is_gone(&match, draft))
			draft->match = INTAKE_GONE;
	}
	vec_release(&unmatched);
	vec_release(&match.rest);
	vec_release(&match.alike);
	map_release(&match.taken);
}
