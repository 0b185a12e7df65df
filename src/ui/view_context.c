/* view_context: boundaries on the canvas: drawing one, going from one to the next, looking at one alone. */
#include "base/i18n.h"
#include "draw/contextmap.h"
#include "ui/desk.h"
#include "ui/view_list.h"

void view_boundary(struct desk *desk, int choice)
{
	struct vec ids = VEC_INIT(int64_t);

	(void)choice;
	canvas_stickies(&desk->canvas, desk_board(desk), &ids);
	if (ids.count)
		view_ask(desk, "context \"");
	else
		desk_say(desk, "%s", _("there is no sticky here"));
	vec_release(&ids);
}

/* Does the context beginning with FIRST come before that with OTHER, which may be NULL? */
static bool view_context_before(const struct sticky *first, const struct sticky *other)
{
	if (!other || first->place.column != other->place.column)
		return !other || first->place.column < other->place.column;
	return first->place.row < other->place.row;
}

/* The context that begins next after, or before, the place that the cursor's context begins at; round the
 * ends. */
static const struct sticky *view_context_neighbour(const struct desk *desk, bool forward)
{
	const struct board *board = desk_board(desk);
	const struct sticky *here = board_at(board, desk->canvas.cursor), *best = NULL, *end = NULL;
	struct sticky from = {.place = desk->canvas.cursor};
	const struct context *context;

	if (here && here->context)
		from.place = contextmap_first(board, here->context)->place;
	for (size_t at = 0; (context = board_next(board, ENTITY_CONTEXT, &at));) {
		const struct sticky *first = contextmap_first(board, context->id);

		if (!first)
			continue;
		if (!end || view_context_before(first, end) == forward)
			end = first;
		if (forward ? !view_context_before(&from, first) : !view_context_before(first, &from))
			continue;
		if (!best || view_context_before(first, best) == forward)
			best = first;
	}
	return best ? best : end;
}

static void view_go_to_context(struct desk *desk, bool forward)
{
	const struct sticky *sticky = view_context_neighbour(desk, forward);

	if (!sticky) {
		desk_say(desk, "%s", _("there are no contexts yet; b draws one"));
		return;
	}
	canvas_go(&desk->canvas, sticky->place);
	if (desk->only)
		desk->only = sticky->context;
	desk_say(desk, "%s", board_context(desk_board(desk), sticky->context)->name);
}

void view_next_context(struct desk *desk, int choice)
{
	(void)choice;
	view_go_to_context(desk, true);
}

void view_previous_context(struct desk *desk, int choice)
{
	(void)choice;
	view_go_to_context(desk, false);
}

void view_dim(struct desk *desk, int choice)
{
	const struct sticky *sticky = board_at(desk_board(desk), desk->canvas.cursor);

	(void)choice;
	if (desk->only)
		desk->only = 0;
	else if (sticky && sticky->context)
		desk->only = sticky->context;
	else
		desk_say(desk, "%s", _("there is no context here"));
}
