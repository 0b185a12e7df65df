/* propose_mode: proposed contexts or relations, to be accepted or dropped one by one. */
#include "base/i18n.h"
#include "check/propose.h"
#include "ui/desk.h"
#include "ui/panel.h"
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

static void propose_close(struct desk *desk)
{
	while (desk->proposals.count)
		proposal_drop(&desk->proposals, desk->proposals.count - 1);
	desk->mode = &canvas_mode;
}

static void propose_draw(struct desk *desk, struct cellbuf *buf)
{
	struct panel panel = {0, 1, buf->columns, buf->rows - 4};
	size_t room = (size_t)(panel.height - 2) / PROPOSE_LINES, top = 0;

	if (desk->proposal_at >= room)
		top = desk->proposal_at - room + 1;
	panel_draw(buf, panel, _("Proposals"));
	for (size_t i = 0; i < room && top + i < desk->proposals.count; i++) {
		const struct proposal *proposal = vec_at(&desk->proposals, top + i);
		bool here = top + i == desk->proposal_at;
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
	proposal_drop(&desk->proposals, desk->proposal_at);
	if (desk->proposal_at && desk->proposal_at == desk->proposals.count)
		desk->proposal_at--;
	if (!desk->proposals.count)
		propose_close(desk);
}

static void propose_accept(struct desk *desk)
{
	const struct proposal *proposal = vec_at(&desk->proposals, desk->proposal_at);
	struct words words;

	words_from_line(&words, proposal->command);
	if (!desk_run_lines(desk, &words, 1))
		propose_drop(desk);
}

static void propose_accept_all(struct desk *desk)
{
	struct vec lines = VEC_INIT(struct words);

	for (size_t i = 0; i < desk->proposals.count; i++)
		words_from_line(vec_push(&lines),
			((const struct proposal *)vec_at(&desk->proposals, i))->command);
	if (!desk_run_lines(desk, lines.items, lines.count))
		propose_close(desk);
	vec_release(&lines);
}

static void propose_key(struct desk *desk, struct key key)
{
	if (key_equal(key, (struct key){.code = 'j'}) || key.code == KEY_CODE_DOWN) {
		if (desk->proposal_at + 1 < desk->proposals.count)
			desk->proposal_at++;
	} else if (key_equal(key, (struct key){.code = 'k'}) || key.code == KEY_CODE_UP) {
		if (desk->proposal_at)
			desk->proposal_at--;
	} else if (key.code == KEY_CODE_ENTER) {
		propose_accept(desk);
	} else if (key_equal(key, (struct key){.code = 'A'})) {
		propose_accept_all(desk);
	} else if (key_equal(key, (struct key){.code = 'x'})) {
		propose_drop(desk);
	} else {
		propose_close(desk);
	}
}

const struct mode propose_mode = {propose_hints, propose_key, NULL, propose_draw};

/* Opens the panel, when there is something to show. */
static void propose_open(struct desk *desk, const char *nothing)
{
	desk->proposal_at = 0;
	if (desk->proposals.count)
		desk->mode = &propose_mode;
	else
		desk_say(desk, "%s", nothing);
}

void view_propose_contexts(struct desk *desk, int choice)
{
	(void)choice;
	propose_contexts(desk_board(desk), &desk->proposals);
	propose_open(desk, _("there is no context to propose: name some aggregates first"));
}

void view_propose_relations(struct desk *desk, int choice)
{
	(void)choice;
	propose_relations(desk_board(desk), &desk->proposals);
	propose_open(desk, _("there is no relation to propose: nothing crosses a boundary without one"));
}
