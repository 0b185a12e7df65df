/*
 * propose_mode: a list of proposed contexts or relations, to accept or drop one by one. Proposed contexts are drawn
 * dashed on the canvas above it.
 */
#include "base/i18n.h"
#include "check/propose.h"
#include "canvas/canvas.h"
#include "draw/panel.h"
#include "draw/scene_context.h"
#include "canvas/view_list.h"

#define PROPOSE_LINES 2 /* of a proposal: the command, and the reason below it */
#define PROPOSE_INDENT 3

/* The list of proposals. */
struct proposing {
	struct vec list;     /* of struct proposal */
	size_t at;           /* the one in focus */
	struct vec outlines; /* of struct scene_proposal: their boundaries on the canvas */
	struct map stickies; /* id of a sticky -> its outline */
};

static void propose_init(struct shell *shell, void *state)
{
	struct proposing *proposing = state;

	(void)shell;
	vec_init(&proposing->list, sizeof(struct proposal));
	vec_init(&proposing->outlines, sizeof(struct scene_proposal));
}

static void propose_release(void *state)
{
	struct proposing *proposing = state;

	propose_release_list(&proposing->list);
	vec_release(&proposing->outlines);
	map_release(&proposing->stickies);
}

static struct proposing *propose_of(const struct shell *shell)
{
	return shell_state(shell, &propose_mode);
}

const struct map *propose_outlines(const struct shell *shell)
{
	if (!shell_has(shell, &propose_mode) || !propose_of(shell)->stickies.count)
		return NULL;
	return &propose_of(shell)->stickies;
}

/* Makes the dashed boundaries again. */
static void propose_outline(struct proposing *proposing)
{
	vec_reset(&proposing->outlines);
	map_release(&proposing->stickies);
	for (size_t i = 0; i < proposing->list.count; i++) {
		const struct proposal *proposal = vec_at(&proposing->list, i);

		vec_add(&proposing->outlines, struct scene_proposal) =
			(struct scene_proposal){-(int64_t)i - 1, proposal->name, i == proposing->at};
	}
	for (size_t i = 0; i < proposing->list.count; i++) {
		const struct proposal *proposal = vec_at(&proposing->list, i);

		for (size_t j = 0; j < proposal->stickies.count; j++)
			map_set(&proposing->stickies, vec_get(&proposal->stickies, uint64_t, j),
				vec_at(&proposing->outlines, i));
	}
}

/* Shows the one in focus: scrolls its first sticky into sight. */
static void propose_show(struct shell *shell)
{
	const struct proposing *proposing = propose_of(shell);
	const struct proposal *proposal = vec_at(&proposing->list, proposing->at);
	const struct sticky *sticky = NULL;

	propose_outline(propose_of(shell));
	if (proposal->stickies.count)
		sticky = board_sticky(shell_board(shell), vec_get(&proposal->stickies, int64_t, 0));
	if (sticky)
		boardview_go(&canvas_of(shell)->view, sticky->place);
}

static void propose_close(struct shell *shell, int argument)
{
	(void)argument;
	while (propose_of(shell)->list.count)
		propose_remove(&propose_of(shell)->list, propose_of(shell)->list.count - 1);
	propose_outline(propose_of(shell));
	shell_close(shell);
}

static void propose_draw(struct shell *shell, struct cellbuf *buf)
{
	const struct proposing *proposing = propose_of(shell);
	int most = (buf->rows - SHELL_ROWS_ABOVE - SHELL_ROWS_BELOW) / 3 / PROPOSE_LINES;
	size_t room = most > 1 ? (size_t)most : 1, top;
	struct panel panel = {.width = buf->columns};

	room = room < proposing->list.count ? room : proposing->list.count;
	top = (size_t)panel_top((int)room, (int)proposing->at);
	panel.height = PROPOSE_LINES * (int)room + 2;
	panel.y = buf->rows - SHELL_ROWS_BELOW - panel.height;
	panel_draw(buf, panel, _("Proposals"));
	for (size_t i = 0; i < room; i++) {
		const struct proposal *proposal = vec_at(&proposing->list, top + i);
		bool here = top + i == proposing->at;
		int line = PROPOSE_LINES * (int)i;

		panel_line(buf, panel, line, 0, proposal->command, here ? STYLE_PANEL_CHOICE : STYLE_PANEL_TITLE);
		panel_line(buf, panel, line + 1, PROPOSE_INDENT, proposal->reason, STYLE_PANEL);
		if (!here)
			continue;
		shell->screen.caret_x = panel.x + 2;
		shell->screen.caret_y = panel.y + 1 + line;
	}
}

/* Removes the proposal in focus from the list; the panel closes after the last. */
static void propose_drop(struct shell *shell, int argument)
{
	struct proposing *proposing = propose_of(shell);

	(void)argument;
	propose_remove(&proposing->list, proposing->at);
	if (proposing->at && proposing->at == proposing->list.count)
		proposing->at--;
	if (proposing->list.count)
		propose_show(shell);
	else
		propose_close(shell, 0);
}

static void propose_accept(struct shell *shell, int argument)
{
	const struct proposal *proposal = vec_at(&propose_of(shell)->list, propose_of(shell)->at);

	(void)argument;
	if (!shell_run_lines(shell, proposal->command, NULL))
		propose_drop(shell, 0);
}

static void propose_accept_all(struct shell *shell, int argument)
{
	const struct vec *list = &propose_of(shell)->list;
	struct strbuf lines = STRBUF_INIT;

	(void)argument;
	for (size_t i = 0; i < list->count; i++)
		strbuf_addf(&lines, "%s\n", vec_get(list, struct proposal, i).command);
	if (!shell_run_lines(shell, lines.text, NULL))
		propose_close(shell, 0);
	strbuf_release(&lines);
}

static void propose_go(struct shell *shell, int by)
{
	struct proposing *proposing = propose_of(shell);

	proposing->at = panel_step(proposing->at, by, proposing->list.count);
	propose_show(shell);
}

static const struct binding propose_rows[] = {
	{"j Down", "down", N_("go on"), NULL, propose_go, 1, ROLE_OBSERVER, NULL},
	{"k Up", "up", NULL, NULL, propose_go, -1, ROLE_OBSERVER, NULL},
	{"Enter", "accept", N_("accept"), NULL, propose_accept, 0, ROLE_PARTICIPANT, NULL},
	{"A", "accept-all", N_("accept all"), NULL, propose_accept_all, 0, ROLE_PARTICIPANT, NULL},
	{"x", "drop", N_("drop"), NULL, propose_drop, 0, ROLE_OBSERVER, NULL},
	{"Esc C-c q", "close", N_("back"), NULL, propose_close, 0, ROLE_OBSERVER, NULL},
	{0},
};

const struct mode propose_mode = {
	.name = "proposals",
	.title = N_("Keys of the proposals"),
	.rows = propose_rows,
	.waits = true,
	.size = sizeof(struct proposing),
	.init = propose_init,
	.release = propose_release,
	.draw = propose_draw,
};

/* Opens the panel if there is something to show. */
static void propose_open(
	struct shell *shell, void (*propose)(const struct board *board, struct vec *list), const char *nothing)
{
	if (shell_is_waiting(shell))
		return;
	shell_open(shell, &propose_mode);
	propose_of(shell)->at = 0;
	propose(shell_board(shell), &propose_of(shell)->list);
	if (propose_of(shell)->list.count) {
		propose_show(shell);
		return;
	}
	shell_close(shell);
	shell_say(shell, "%s", nothing);
}

void propose_mode_contexts(struct shell *shell, int choice)
{
	(void)choice;
	propose_open(shell, propose_contexts, _("no context to propose: name some aggregates first"));
}

void propose_mode_relations(struct shell *shell, int choice)
{
	(void)choice;
	propose_open(shell, propose_relations, _("no relation to propose: everything that crosses a boundary has one"));
}
