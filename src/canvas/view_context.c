/* view_context: boundaries on the canvas: drawing one, going to the next, showing one alone. */
#include "base/i18n.h"
#include "draw/contextmap.h"
#include "shell/prompt.h"
#include "canvas/canvas.h"
#include "canvas/view_list.h"

void view_boundary(struct shell *shell, int choice)
{
	struct vec ids = VEC_INIT(int64_t);

	(void)choice;
	boardview_stickies(&canvas_of(shell)->view, shell_board(shell), &ids);
	if (ids.count)
		prompt_begin(shell, "context \"");
	else
		shell_say(shell, "%s", _("no sticky here"));
	vec_release(&ids);
}

/* Does the context that begins with FIRST come before the one that begins with OTHER, which may be NULL? */
static bool view_context_before(const struct sticky *first, const struct sticky *other)
{
	return !other || place_before(first->place, other->place);
}

/* The next context after, or before, the start of the cursor's context; wraps at the ends. */
static const struct sticky *view_context_neighbour(const struct shell *shell, bool forward)
{
	const struct board *board = shell_board(shell);
	const struct sticky *here = board_at(board, canvas_of(shell)->view.cursor), *best = NULL, *end = NULL;
	struct sticky from = {.place = canvas_of(shell)->view.cursor};
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

static void view_go_to_context(struct shell *shell, bool forward)
{
	const struct sticky *sticky = view_context_neighbour(shell, forward);

	if (!sticky) {
		shell_say_key(shell, _("no contexts yet; %s draws one"), shell_lowest(shell), "boundary");
		return;
	}
	boardview_go(&canvas_of(shell)->view, sticky->place);
	if (canvas_of(shell)->only)
		canvas_of(shell)->only = sticky->context;
	shell_say(shell, "%s", board_context(shell_board(shell), sticky->context)->name);
}

void view_next_context(struct shell *shell, int choice)
{
	(void)choice;
	view_go_to_context(shell, true);
}

void view_previous_context(struct shell *shell, int choice)
{
	(void)choice;
	view_go_to_context(shell, false);
}

void view_dim(struct shell *shell, int choice)
{
	const struct sticky *sticky = board_at(shell_board(shell), canvas_of(shell)->view.cursor);

	(void)choice;
	if (canvas_of(shell)->only)
		canvas_of(shell)->only = 0;
	else if (sticky && sticky->context)
		canvas_of(shell)->only = sticky->context;
	else
		shell_say(shell, "%s", _("no context here"));
}
