/* view_finding: going from finding to finding of the step's checks, taking their offers, or dismissing them. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "check/checklist.h"
#include "ui/desk.h"
#include "ui/view_list.h"

bool desk_has_finding(const struct desk *desk)
{
	const struct sticky *sticky = desk_sticky(desk);

	if (!desk->finding.check || desk->finding.check->step != board_step(desk_board(desk)))
		return false;
	return !desk->finding.sticky || (sticky && sticky->id == desk->finding.sticky);
}

void view_next_finding(struct desk *desk, int choice)
{
	int step = board_step(desk_board(desk));
	const struct sticky *sticky;
	struct finding next;
	bool found = false;

	(void)choice;
	if (!desk->checklist)
		return;
	if (desk_has_finding(desk))
		found = checklist_next(desk->checklist, step, &desk->finding, &next);
	else
		found = checklist_from(desk->checklist, step, desk->canvas.cursor, &next);
	if (!found)
		found = checklist_next(desk->checklist, step, NULL, &next);
	if (!found) {
		desk->finding = (struct finding){0};
		desk_say(desk, "%s", _("the checks of this step find nothing to look at"));
		return;
	}
	desk->finding = next;
	sticky = board_sticky(desk_board(desk), next.sticky);
	if (sticky)
		canvas_go(&desk->canvas, sticky->place);
}

/* Appends COMMAND as far as it goes without asking, with ID and OTHER replaced by the stickies. */
static void view_fill_in(const struct finding *finding, struct strbuf *line)
{
	struct strbuf word = STRBUF_INIT;
	struct words words;

	words_from_line(&words, finding->check->command);
	while (words_next(&words, &word, NULL) > 0 && strcmp(word.text, "TEXT")) {
		if (!strcmp(word.text, "ID"))
			strbuf_addf(line, "%" PRId64, finding->sticky);
		else if (!strcmp(word.text, "OTHER"))
			strbuf_addf(line, "%" PRId64, finding->other);
		else
			strbuf_addstr(line, word.text);
		strbuf_addch(line, ' ');
	}
	strbuf_release(&word);
}

/* Does an offer that needs something from the user: a text, or the other end of a link. */
static void view_ask_offer(struct desk *desk, const char *line)
{
	enum kind kind;
	char token[32];

	if (!strncmp(line, "edit ", 5)) {
		view_rewrite(desk, -1);
	} else if (sscanf(line, "add %31s", token) == 1 && kind_parse(token, &kind)) {
		view_write_beside(desk, kind);
	} else if (!strncmp(line, "link ", 5)) {
		view_connect(desk, -1);
	} else {
		view_ask(desk, line);
	}
}

void view_take_offer(struct desk *desk, int choice)
{
	const struct finding *finding = &desk->finding;
	const char *command = desk_has_finding(desk) ? finding->check->command : NULL;
	struct strbuf line = STRBUF_INIT;

	(void)choice;
	if (!command) {
		desk_say(desk, "%s", _("nothing is offered here; Tab goes to the next finding"));
		return;
	}
	view_fill_in(finding, &line);
	if (strstr(command, "TEXT") || (strstr(command, "OTHER") && !finding->other))
		view_ask_offer(desk, line.text);
	else if (!desk_run(desk, line.text))
		desk->finding = (struct finding){0};
	strbuf_release(&line);
}

void view_dismiss(struct desk *desk, int choice)
{
	struct strbuf line = STRBUF_INIT;

	(void)choice;
	if (!desk_has_finding(desk) || !desk->finding.sticky) {
		desk_say(desk, "%s", _("there is no finding here to dismiss; Tab goes to the next"));
		return;
	}
	strbuf_addf(&line, "dismiss %" PRId64 " %s", desk->finding.sticky, desk->finding.check->id);
	if (!desk_run(desk, line.text)) {
		desk->finding = (struct finding){0};
		view_next_finding(desk, -1);
	}
	strbuf_release(&line);
}

static void view_note_change(void *context, const struct change *change)
{
	struct desk *desk = context;

	checklist_note(desk->checklist, change);
}

void desk_watch(struct desk *desk)
{
	if (desk->checklist)
		return;
	desk->checklist = checklist_new(desk_board(desk), ROLE_FACILITATOR);
	session_listen(desk->session, view_note_change, desk);
}
