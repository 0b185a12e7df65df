#include "session/history.h"

#include <stdlib.h>

#include "base/mem.h"
#include "model/board_action.h"
#include "model/copy.h"
#include "session/action_text.h"
#include "session/touched.h"

/* The end of the log, as it is read. */
struct history {
	struct vec actions; /* of struct action *, by id, none missing */
	struct vec stands;  /* of bool, for each action: is it in effect? */
	int64_t person;     /* whose actions are wanted */
	int64_t first;      /* the id of the first action */
	int64_t last;       /* the id of the last action on the board; others may have done more */
};

/* Records whether action ID is in effect, if it has been read. */
static void history_note(struct history *history, int64_t id, bool stands)
{
	if (id >= history->first && id - history->first < (int64_t)history->stands.count)
		vec_get(&history->stands, bool, (size_t)(id - history->first)) = stands;
}

static int history_visit(void *context, const struct action *action, struct error *err)
{
	struct history *history = context;
	struct action *copy;

	(void)err;
	if (action->id > history->last)
		return 0;
	copy = mem_alloc(sizeof(*copy));
	action_copy(action, copy);
	if (!history->actions.count)
		history->first = action->id;
	vec_add(&history->actions, struct action *) = copy;
	vec_add(&history->stands, bool) = action->kind == ACTION_DO;
	if (action->kind != ACTION_DO)
		history_note(history, action->target, action->kind == ACTION_REDO);
	return 0;
}

/* Appends an entry for ACTION, the last on BOARD. */
static void history_add(struct vec *entries, const struct board *board, const struct action *action)
{
	struct history_entry *entry = vec_push(entries);
	struct strbuf text = STRBUF_INIT;
	struct touched touched;

	action_text_deed(board, action, &text);
	touched_init(&touched);
	touched_read(&touched, board, action);
	*entry = (struct history_entry){
		action_change(action, 0)->number, action->time_ms, strbuf_detach(&text), touched.place};
	touched_release(&touched);
}

/* Goes back from the end of the log on BOARD, a copy, because the text of an action needs the board right after it. */
static int history_tell(const struct history *history, struct board *board, struct vec *entries, struct error *err)
{
	int failed = 0;

	for (size_t i = history->actions.count; i-- > 0 && !failed;) {
		const struct action *action = vec_get(&history->actions, struct action *, i);

		if (action->person == history->person && vec_get(&history->stands, bool, i) && action->changes.count)
			history_add(entries, board, action);
		failed = board_revert_action(board, action, err);
	}
	return failed;
}

int history_read(struct session *session, struct vec *entries, struct error *err)
{
	struct history history = {.actions = VEC_INIT(struct action *),
		.stands = VEC_INIT(bool),
		.person = session_person(session),
		.last = store_seen(session_store(session))};
	int64_t first = history.last - HISTORY_ACTIONS_MOST + 1;
	struct board *board = copy_board(session_board(session));
	int failed = store_walk(session_store(session), first > 1 ? first : 1, history_visit, &history, err);

	if (!failed && history.person)
		failed = history_tell(&history, board, entries, err);
	for (size_t i = 0; i < history.actions.count; i++) {
		action_release(vec_get(&history.actions, struct action *, i));
		free(vec_get(&history.actions, struct action *, i));
	}
	vec_release(&history.actions);
	vec_release(&history.stands);
	board_free(board);
	return failed;
}

void history_forget(struct vec *entries)
{
	for (size_t i = 0; i < entries->count; i++)
		free(vec_get(entries, struct history_entry, i).text);
	vec_reset(entries);
}
