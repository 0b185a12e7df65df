#include "session/session_report.h"

void session_report_release(struct session_report *report)
{
	strbuf_release(&report->output);
	strbuf_release(&report->note);
}

void session_report_note(struct session_report *report, const struct board *board, const struct action *action)
{
	for (size_t i = 0; i < action->changes.count; i++) {
		const struct change *change = action_change(action, i);
		const struct sticky *sticky =
			change->entity == ENTITY_STICKY ? board_sticky(board, change->item) : NULL;

		report->change = change->number;
		if (sticky)
			report->place = sticky->place;
	}
}
