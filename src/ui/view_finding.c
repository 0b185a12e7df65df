/* view_finding: going from finding to finding of the step's checks, taking their offers, or dismissing them. */
#include <inttypes.h>
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

/* Appends the command with ID replaced by the sticky's. */
static void view_fill_in(const char *command, int64_t id, struct strbuf *line)
{
	const char *at = strstr(command, "ID");

	strbuf_add(line, command, at ? (size_t)(at - command) : strlen(command));
	if (at)
		strbuf_addf(line, "%" PRId64 "%s", id, at + 2);
}

void view_take_offer(struct desk *desk, int choice)
{
	struct strbuf line = STRBUF_INIT;

	(void)choice;
	if (!desk_has_finding(desk) || !desk->finding.check->command) {
		desk_say(desk, "%s", _("nothing is offered here; Tab goes to the next finding"));
		return;
	}
	view_fill_in(desk->finding.check->command, desk->finding.sticky, &line);
	if (!desk_run(desk, line.text))
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
