#include "cli/rehearsal.h"

#include "base/clock.h"
#include "cli/difflist.h"
#include "model/copy.h"
#include "model/shift.h"

int rehearsal_run(struct rehearsal *rehearsal, const struct session *session, session_work *work, void *context,
	struct error *err)
{
	struct edit edit = {.action = &rehearsal->action};

	rehearsal->before = session_board(session);
	rehearsal->after = edit.board = copy_board(rehearsal->before);
	action_init(&rehearsal->action);
	rehearsal->action.time_ms = clock_now_ms();
	return work(context, &edit, err);
}

void rehearsal_release(struct rehearsal *rehearsal)
{
	action_release(&rehearsal->action);
	board_free(rehearsal->after);
}

void rehearsal_print(const struct rehearsal *rehearsal)
{
	struct vec shifts = VEC_INIT(struct shift);

	shift_list(&rehearsal->action, &shifts);
	difflist_print(DIFFLIST_TEXT, rehearsal->before, rehearsal->after, &shifts);
	vec_release(&shifts);
}
