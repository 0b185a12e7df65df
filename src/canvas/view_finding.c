/* view_finding: going through the findings of the step, accepting their offers or dismissing them. */

#include "base/i18n.h"
#include "check/checklist.h"
#include "draw/contextmap.h"
#include "shell/advice.h"
#include "shell/prompt.h"
#include "canvas/canvas.h"
#include "canvas/view_list.h"

bool view_has_finding(const struct shell *shell)
{
	const struct sticky *sticky = canvas_sticky(shell);

	if (!canvas_of(shell)->finding.check || board_facts(shell_board(shell))->silent ||
		canvas_of(shell)->finding.check->step != board_step(shell_board(shell)) ||
		!checklist_holds(shell->checklist, &canvas_of(shell)->finding, NULL))
		return false;
	return !canvas_of(shell)->finding.sticky || (sticky && sticky->id == canvas_of(shell)->finding.sticky);
}

/* Goes to the sticky or the context of a finding. */
static void view_go_to_finding(struct shell *shell, const struct finding *finding)
{
	const struct board *board = shell_board(shell);
	const struct sticky *sticky = finding->check->scope == CHECK_CONTEXT ? contextmap_first(board, finding->item)
									     : board_sticky(board, finding->sticky);

	if (sticky)
		boardview_go(&canvas_of(shell)->view, sticky->place);
}

/* Goes to finding AT of STEP, or to the first after the last. Whoever has seen each that one sentence stands for reads
 * the sentence again. */
static void view_focus_finding(struct shell *shell, int step, size_t at)
{
	size_t count = checklist_count(shell->checklist, step);

	if (!count) {
		canvas_of(shell)->finding = (struct finding){0};
		shell_say(shell, "%s", _("no findings in this step"));
		return;
	}
	if (at >= count) {
		checklist_open(shell->checklist, NULL, false);
		count = checklist_count(shell->checklist, step);
		at = 0;
	}
	canvas_of(shell)->finding = *checklist_at(shell->checklist, step, at);
	view_go_to_finding(shell, &canvas_of(shell)->finding);
}

void view_next_finding(struct shell *shell, int choice)
{
	int step = board_step(shell_board(shell));
	size_t at;

	(void)choice;
	if (!shell->checklist)
		return;
	shell_check(shell); /* keys may come faster than frames are drawn */
	if (board_facts(shell_board(shell))->silent) {
		shell_say(shell, "%s", _("no findings until the silent round ends"));
	} else if (!checklist_is_ready(shell->checklist)) {
		shell_say(shell, "%s", _("the checks are still running"));
	} else if (view_has_finding(shell)) {
		checklist_holds(shell->checklist, &canvas_of(shell)->finding, &at);
		view_focus_finding(shell, step, at + 1);
	} else {
		view_focus_finding(shell, step, checklist_from(shell->checklist, step, canvas_of(shell)->view.cursor));
	}
}

/* From a finding that stands for several, goes to the first of these. */
static void view_see_each(struct shell *shell)
{
	const struct check *check = canvas_of(shell)->finding.check;
	size_t at = 0, count;

	checklist_open(shell->checklist, check, true);
	count = checklist_count(shell->checklist, check->step);
	while (at < count && checklist_at(shell->checklist, check->step, at)->check != check)
		at++;
	view_focus_finding(shell, check->step, at);
}

const char *view_offer(const struct shell *shell)
{
	const struct finding *finding = &canvas_of(shell)->finding;

	if (!view_has_finding(shell))
		return NULL;
	if (finding->times)
		return _("see each");
	return finding->check->command ? _(finding->check->offer) : NULL;
}

void view_take_offer(struct shell *shell, int choice)
{
	struct canvas *canvas = canvas_of(shell);

	(void)choice;
	if (view_has_finding(shell) && canvas->finding.times)
		view_see_each(shell);
	else if (!view_has_finding(shell) || !canvas->finding.check->command)
		shell_say_key(shell, _("this finding offers nothing to do; %s goes to the next"), shell_lowest(shell),
			"next-finding");
	else if (advice_take(shell, &canvas->finding))
		canvas->finding = (struct finding){0};
}

/* Appends the command that dismisses the finding in focus; false, after saying why, if there is none. */
static bool view_dismiss_line(struct shell *shell, struct strbuf *line)
{
	if (!view_has_finding(shell)) {
		shell_say_key(shell, _("no finding here to dismiss; %s goes to the next"), shell_lowest(shell),
			"next-finding");
		return false;
	}
	if (canvas_of(shell)->finding.times) {
		shell_say_key(shell, _("this stands for several findings; %s shows each, to dismiss it"),
			shell_lowest(shell), "take-offer");
		return false;
	}
	if (!advice_dismissal(shell_board(shell), &canvas_of(shell)->finding, line)) {
		shell_say(shell, "%s", _("findings about the whole board cannot be dismissed"));
		return false;
	}
	return true;
}

void view_dismiss(struct shell *shell, int choice)
{
	struct strbuf line = STRBUF_INIT;
	struct finding before = canvas_of(shell)->finding;
	size_t at = 0;

	(void)choice;
	if (view_dismiss_line(shell, &line) && !shell_run(shell, line.text)) {
		shell_check(shell);
		if (checklist_holds(shell->checklist, &before, &at)) /* for a moment, on a large board */
			at++;
		view_focus_finding(shell, before.check->step, at);
	}
	strbuf_release(&line);
}

void view_dismiss_because(struct shell *shell, int choice)
{
	struct strbuf line = STRBUF_INIT;

	(void)choice;
	if (view_dismiss_line(shell, &line)) {
		strbuf_addch(&line, ' ');
		prompt_begin(shell, line.text);
	}
	strbuf_release(&line);
}
