/*
 * propose_mode: proposed contexts or relations, to be accepted or dropped one by one. The contexts are drawn
 * dashed on the canvas above the list.
 */
#include "base/i18n.h"
#include "check/propose.h"
#include "ui/desk.h"
#include "ui/panel.h"
#include "ui/status.h"
#include "ui/view_list.h"

#define PROPOSE_LINES 2 /* of a proposal: the command, and below it why */
#define PROPOSE_INDENT 3

static const struct hint propose_hints[] = {
	{"j k", N_("go on")},
	{"Enter", N_("accept")},
	{"A", N_("accept all")},
	{"x", N_("drop")},
	{"Esc", N_("back")},
	{NULL, NULL},
};

/* Lays the dashed boundaries anew. */
static void propose_outline(struct proposing *proposing)
{
	vec_reset(&proposing->outlines);
	map_release(&proposing->stickies);
	for (size_t i = 0; i < proposing->list.count; i++) {
		const struct proposal *proposal = vec_at(&proposing->list, i);

		*(struct scene_proposal *)vec_push(&proposing->outlines) = (struct scene_proposal){
			-(int64_t)i - 1, proposal->name, i == proposing->at};
	}
	for (size_t i = 0; i < proposing->list.count; i++) {
		const struct proposal *proposal = vec_at(&proposing->list, i);

		for (size_t j = 0; j < proposal->stickies.count; j++)
			map_set(&proposing->stickies,
				*(const uint64_t *)vec_at(&proposal->stickies, j),
				vec_at(&proposing->outlines, i));
	}
}

/* Shows the one in focus: its first sticky comes into sight. */
static void propose_show(struct desk *desk)
{
	const struct proposing *proposing = &desk->proposing;
	const struct proposal *proposal = vec_at(&proposing->list, proposing->at);
	const struct sticky *sticky = NULL;

	propose_outline(&desk->proposing);
	if (proposal->stickies.count)
		sticky = board_sticky(desk_board(desk), *(const int64_t *)vec_at(&proposal->stickies, 0));
	if (sticky)
		canvas_go(&desk->canvas, sticky->place);
}

static void propose_close(struct desk *desk)
{
	while (desk->proposing.list.count)
		proposal_drop(&desk->proposing.list, desk->proposing.list.count - 1);
	propose_outline(&desk->proposing);
	desk_back(desk);
}

static void propose_draw(struct desk *desk, struct cellbuf *buf)
{
	const struct proposing *proposing = &desk->proposing;
	int most = (buf->rows - STATUS_ROWS_ABOVE - STATUS_ROWS_BELOW) / 3 / PROPOSE_LINES;
	size_t room = most > 1 ? (size_t)most : 1, top = 0;
	struct panel panel = {.width = buf->columns};

	if (desk->ground->draw)
		desk->ground->draw(desk, buf);
	room = room < proposing->list.count ? room : proposing->list.count;
	if (proposing->at >= room)
		top = proposing->at - room + 1;
	panel.height = PROPOSE_LINES * (int)room + 2;
	panel.y = buf->rows - STATUS_ROWS_BELOW - panel.height;
	panel_draw(buf, panel, _("Proposals"));
	for (size_t i = 0; i < room; i++) {
		const struct proposal *proposal = vec_at(&proposing->list, top + i);
		bool here = top + i == proposing->at;
		int line = PROPOSE_LINES * (int)i;

		panel_line(buf, panel, line, 0, proposal->command,
			here ? STYLE_PANEL_CHOICE : STYLE_PANEL_TITLE);
		panel_line(buf, panel, line + 1, PROPOSE_INDENT, proposal->reason, STYLE_PANEL);
		if (!here)
			continue;
		desk->caret_x = panel.x + 2;
		desk->caret_y = panel.y + 1 + line;
	}
}

/* Takes the proposal in focus off the list; the panel closes with the last. */
static void propose_drop(struct desk *desk)
{
	struct proposing *proposing = &desk->proposing;

	proposal_drop(&proposing->list, proposing->at);
	if (proposing->at && proposing->at == proposing->list.count)
		proposing->at--;
	if (proposing->list.count)
		propose_show(desk);
	else
		propose_close(desk);
}

static void propose_accept(struct desk *desk)
{
	const struct proposal *proposal = vec_at(&desk->proposing.list, desk->proposing.at);

	if (!desk_run_lines(desk, proposal->command))
		propose_drop(desk);
}

static void propose_accept_all(struct desk *desk)
{
	const struct vec *list = &desk->proposing.list;
	struct strbuf lines = STRBUF_INIT;

	for (size_t i = 0; i < list->count; i++)
		strbuf_addf(&lines, "%s\n", ((const struct proposal *)vec_at(list, i))->command);
	if (!desk_run_lines(desk, lines.text))
		propose_close(desk);
	strbuf_release(&lines);
}

static void propose_go(struct desk *desk, bool forward)
{
	struct proposing *proposing = &desk->proposing;

	if (forward && proposing->at + 1 < proposing->list.count)
		proposing->at++;
	else if (!forward && proposing->at)
		proposing->at--;
	propose_show(desk);
}

static void propose_key(struct desk *desk, struct key key)
{
	if (key_equal(key, (struct key){.code = 'j'}) || key.code == KEY_CODE_DOWN)
		propose_go(desk, true);
	else if (key_equal(key, (struct key){.code = 'k'}) || key.code == KEY_CODE_UP)
		propose_go(desk, false);
	else if (key.code == KEY_CODE_ENTER)
		propose_accept(desk);
	else if (key_equal(key, (struct key){.code = 'A'}))
		propose_accept_all(desk);
	else if (key_equal(key, (struct key){.code = 'x'}))
		propose_drop(desk);
	else
		propose_close(desk);
}

const struct mode propose_mode = {
	.hints = propose_hints, .key = propose_key, .draw = propose_draw, .waits = true};

/* Opens the panel, when there is something to show. */
static void propose_open(struct desk *desk, const char *nothing)
{
	desk->proposing.at = 0;
	if (!desk->proposing.list.count) {
		desk_say(desk, "%s", nothing);
		return;
	}
	desk->mode = &propose_mode;
	propose_show(desk);
}

void view_propose_contexts(struct desk *desk, int choice)
{
	(void)choice;
	if (desk_is_waiting(desk))
		return;
	propose_contexts(desk_board(desk), &desk->proposing.list);
	propose_open(desk, _("there is no context to propose: name some aggregates first"));
}

void view_propose_relations(struct desk *desk, int choice)
{
	(void)choice;
	if (desk_is_waiting(desk))
		return;
	propose_relations(desk_board(desk), &desk->proposing.list);
	propose_open(desk, _("there is no relation to propose: nothing crosses a boundary without one"));
}
