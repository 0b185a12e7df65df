#include "layout/boardmap.h"

#include <stdlib.h>

#include "base/mem.h"

int boardmap_columns(size_t count)
{
	return count <= 6 ? 2 : count <= 9 ? 3 : count <= 16 ? 4 : count <= 25 ? 5 : 6;
}

bool boardmap_is_kept(const struct board *board)
{
	const struct context *context;

	for (size_t at = 0; (context = board_next(board, ENTITY_CONTEXT, &at));)
		if (context->map_column && context->map_row)
			return true;
	return false;
}

static const struct context *boardmap_context(const struct vec *contexts, size_t at)
{
	return vec_get(contexts, const struct context *, at);
}

static size_t boardmap_index(const struct vec *contexts, int64_t id)
{
	size_t at = 0;

	while (boardmap_context(contexts, at)->id != id)
		at++;
	return at;
}

/* Does context AT keep its place on the board? Of two in the same place, only the older one does. */
static bool boardmap_keeps(const struct vec *contexts, size_t at)
{
	const struct context *context = boardmap_context(contexts, at);

	for (size_t i = 0; i < at; i++) {
		const struct context *other = boardmap_context(contexts, i);

		if (other->map_column == context->map_column && other->map_row == context->map_row)
			return false;
	}
	return context->map_column && context->map_row;
}

void boardmap_places(const struct board *board, int columns, bool anew, struct mapplace *places)
{
	struct vec contexts = VEC_INIT(const struct context *), relations = VEC_INIT(const struct relation *);
	struct mapplace_tie *ties;

	board_list(board, ENTITY_CONTEXT, &contexts);
	board_list(board, ENTITY_RELATION, &relations);
	ties = mem_zalloc((relations.count + 1) * sizeof(*ties));
	for (size_t i = 0; i < relations.count; i++) {
		const struct relation *relation = vec_get(&relations, const struct relation *, i);

		ties[i].source = boardmap_index(&contexts, relation->source);
		ties[i].target = boardmap_index(&contexts, relation->target);
	}
	for (size_t i = 0; i < contexts.count; i++) {
		const struct context *context = boardmap_context(&contexts, i);

		places[i] = (struct mapplace){.kept = !anew && boardmap_keeps(&contexts, i)};
		if (places[i].kept) {
			places[i].column = (int)context->map_column;
			places[i].row = (int)context->map_row;
		}
	}
	mapplace_arrange(places, contexts.count, ties, relations.count, columns);
	free(ties);
	vec_release(&relations);
	vec_release(&contexts);
}
