#include "import/match.h"

#include <stdlib.h>
#include <string.h>

#include "csv/columns.h"

struct match {
	struct intake *intake;
	const struct table *table;
	struct map taken; /* ids of stickies that a row stands for */
	struct vec rest;  /* of const struct sticky *: the others, by text and id */
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

static int match_compare(const void *a, const void *b)
{
	const struct sticky *left = *(const struct sticky *const *)a, *right = *(const struct sticky *const *)b;
	int order = strcmp(match_text(left), match_text(right));

	return order ? order : (left->id > right->id) - (left->id < right->id);
}

/* Lists the stickies for which no row stands yet. */
static void match_list_rest(struct match *match)
{
	const struct sticky *sticky;

	for (size_t at = 0; (sticky = board_next(match->intake->edit->board, ENTITY_STICKY, &at));)
		if (!map_get(&match->taken, (uint64_t)sticky->id))
			vec_add(&match->rest, const struct sticky *) = sticky;
	if (match->rest.count)
		qsort(match->rest.items, match->rest.count, match->rest.size, match_compare);
}

static const struct sticky *match_rest(const struct match *match, size_t at)
{
	return vec_get(&match->rest, const struct sticky *, at);
}

/* The first of the rest with TEXT or a later one. */
static size_t match_find(const struct match *match, const char *text)
{
	size_t first = 0, end = match->rest.count;

	while (first < end) {
		size_t middle = first + (end - first) / 2;

		if (strcmp(match_text(match_rest(match, middle)), text) < 0)
			first = middle + 1;
		else
			end = middle;
	}
	return first;
}

/* How well STICKY fits a draft of the same text. */
static int match_rank(const struct draft *draft, const struct sticky *sticky)
{
	return 1 + 2 * (draft->sticky.kind == sticky->kind) + (draft->sticky.context == sticky->context);
}

static void match_by_text(struct match *match, struct draft *draft)
{
	const char *text = match_text(&draft->sticky);
	const struct sticky *best = NULL;
	int rank = 0;

	for (size_t i = *text ? match_find(match, text) : match->rest.count;
		i < match->rest.count && !strcmp(match_text(match_rest(match, i)), text); i++) {
		const struct sticky *sticky = match_rest(match, i);

		if (map_get(&match->taken, (uint64_t)sticky->id) || match_rank(draft, sticky) <= rank)
			continue;
		best = sticky;
		rank = match_rank(draft, sticky);
	}
	if (best)
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
	struct match match = {intake, table, MAP_INIT, VEC_INIT(const struct sticky *)};
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
	map_release(&match.taken);
}
