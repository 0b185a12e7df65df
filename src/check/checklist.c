#include "check/checklist.h"

#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"
#include "check/check_run.h"
#include "check/told.h"
#include "model/copy.h"
#include "model/parking.h"

/* The shortest time between the end of a run and the begin of the next, on a board that others change too. */
#define CHECKLIST_PAUSE_MS 1000

struct checklist {
	const struct board *board;
	struct board *timeline; /* a copy without what is put aside, as of the last run; NULL: nothing was */
	struct copy copy;       /* the timeline of the next run while it is being made; `to` is NULL: none */
	uint64_t copied;        /* the generation of the board that it copies */
	struct relation_index relations;
	struct message_index messages;
	uint64_t indexed;       /* without a timeline: the generation of the board that these two belong to */
	struct check_run found; /* the last run that has ended */
	struct check_run next;  /* the run under way, or not begun */
	struct told told;       /* what people are told of `found` */
	uint64_t begun;         /* the generation of the board when `next`, or else `found`, began; 0: never */
	int64_t ended_ms;       /* when `found` did, by clock_span_ms(); 0: do not wait for it */
	bool ready;             /* `found` has ended */
};

struct checklist *checklist_new(const struct board *board, enum role role)
{
	struct checklist *list = mem_zalloc(sizeof(*list));

	list->board = board;
	relation_index_init(&list->relations);
	message_index_init(&list->messages);
	check_run_init(&list->found, board, role, &list->relations, &list->messages);
	check_run_init(&list->next, board, role, &list->relations, &list->messages);
	told_init(&list->told);
	return list;
}

void checklist_free(struct checklist *list)
{
	if (!list)
		return;
	relation_index_release(&list->relations);
	message_index_release(&list->messages);
	check_run_release(&list->found);
	check_run_release(&list->next);
	told_release(&list->told);
	board_free(list->timeline);
	board_free(list->copy.to);
	free(list);
}

static const struct board *checklist_board(const struct checklist *list)
{
	return list->timeline ? list->timeline : list->board;
}

/* Reads relations and messages: their indexes point into the board that is checked. */
static void checklist_read_index(struct checklist *list)
{
	relation_index_read(&list->relations, checklist_board(list));
	message_index_read(&list->messages, checklist_board(list));
	list->indexed = board_generation(list->board);
}

/* The same if the board has changed; a timeline stays as it is. */
static void checklist_index(struct checklist *list)
{
	if (!list->timeline && list->indexed != board_generation(list->board))
		checklist_read_index(list);
}

/* Makes runs check TIMELINE, which the list then owns, or the board if it is NULL. */
static void checklist_look_at(struct checklist *list, struct board *timeline)
{
	board_free(list->timeline);
	list->timeline = timeline;
	list->found.input.board = list->next.input.board = checklist_board(list);
	checklist_read_index(list);
}

/* Makes what the next run checks, up to COUNT items of it; is it done? On a large board that takes too long for one
 * key. If the board changes meanwhile, the copy starts over and is made at once, since others may go on changing the
 * board. */
static bool checklist_prepare(struct checklist *list, size_t count)
{
	uint64_t generation = board_generation(list->board);

	if (list->copy.to && list->copied != generation) {
		board_free(list->copy.to);
		list->copy.to = NULL;
		count = SIZE_MAX;
	}
	if (!list->copy.to && !parking_is_used(list->board)) {
		if (list->timeline)
			checklist_look_at(list, NULL);
		return true;
	}
	if (!list->copy.to) {
		copy_begin_timeline(&list->copy, list->board);
		list->copied = generation;
	}
	if (!copy_go_on(&list->copy, count))
		return false;
	checklist_look_at(list, list->copy.to);
	list->copy.to = NULL;
	return true;
}

/* Goes on with a run, or begins one, for COUNT stickies; has it ended? */
static bool checklist_go_on(struct checklist *list, size_t count)
{
	struct check_run found;

	if (list->next.phase == CHECK_RUN_DONE) {
		if (!checklist_prepare(list, count))
			return false;
		check_run_begin(&list->next);
		list->begun = board_generation(list->board);
	}
	if (!check_run_continue(&list->next, count))
		return false;
	found = list->found;
	list->found = list->next;
	list->next = found;
	told_read(&list->told, &list->found);
	list->ended_ms = clock_span_ms();
	list->ready = true;
	return true;
}

static bool checklist_is_small(const struct checklist *list)
{
	return board_count(list->board, ENTITY_STICKY) <= CHECKLIST_SMALL;
}

void checklist_run(struct checklist *list)
{
	checklist_index(list);
	while (list->next.phase != CHECK_RUN_DONE || list->begun != board_generation(list->board))
		checklist_go_on(list, SIZE_MAX);
}

void checklist_update(struct checklist *list)
{
	checklist_index(list);
	if (checklist_is_small(list) && !checklist_next_ms(list))
		checklist_run(list);
}

void checklist_hurry(struct checklist *list)
{
	list->ended_ms = 0;
}

int checklist_next_ms(const struct checklist *list)
{
	int64_t past = clock_span_ms() - list->ended_ms;

	if (list->next.phase != CHECK_RUN_DONE)
		return 0;
	if (list->begun == board_generation(list->board))
		return -1;
	return !list->ended_ms || past >= CHECKLIST_PAUSE_MS ? 0 : (int)(CHECKLIST_PAUSE_MS - past);
}

bool checklist_work(struct checklist *list, size_t count)
{
	checklist_index(list);
	return !checklist_next_ms(list) && checklist_go_on(list, count);
}

bool checklist_is_ready(const struct checklist *list)
{
	return list->ready;
}

size_t checklist_count(const struct checklist *list, int step)
{
	return list->told.general[step].count + list->told.placed[step].count;
}

void checklist_open(struct checklist *list, const struct check *check, bool open)
{
	told_open(&list->told, check, open);
	if (list->ready)
		told_read(&list->told, &list->found);
}

static const struct check_run_row *checklist_row(const struct vec *rows, size_t at)
{
	return vec_at(rows, at);
}

const struct finding *checklist_at(const struct checklist *list, int step, size_t at)
{
	const struct vec *general = &list->told.general[step];

	return at < general->count ? vec_at(general, at)
				   : &checklist_row(&list->told.placed[step], at - general->count)->finding;
}

/* The first of ROWS whose sticky lies after PLACE, or with SAME at it; or their count. */
static size_t checklist_behind(const struct vec *rows, struct place place, bool same)
{
	size_t low = 0, high = rows->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		struct place here = checklist_row(rows, middle)->place;

		if (same ? place_before(here, place) : !place_before(place, here))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t checklist_from(const struct checklist *list, int step, struct place place)
{
	return list->told.general[step].count + checklist_behind(&list->told.placed[step], place, false);
}

static bool checklist_is_same(const struct finding *a, const struct finding *b)
{
	return a->check == b->check && !a->times == !b->times && a->item == b->item &&
	       (a->sticky == b->sticky || a->check->scope == CHECK_BOARD);
}

/* Where the general findings like FINDING come: about the board, for several, about items. */
static int checklist_rank(const struct finding *finding)
{
	return finding->check->scope == CHECK_BOARD ? 0 : finding->times ? 1 : 2;
}

/* Does A come before B, both of them general, by rank, the table and the id of the item? */
static bool checklist_comes_before(const struct finding *a, const struct finding *b)
{
	if (checklist_rank(a) != checklist_rank(b))
		return checklist_rank(a) < checklist_rank(b);
	if (a->check != b->check)
		return check_index(a->check) < check_index(b->check);
	return a->item < b->item;
}

/* Where FINDING would be if it were still found. */
static size_t checklist_where(const struct checklist *list, const struct finding *finding)
{
	const struct sticky *sticky = board_sticky(list->board, finding->sticky);
	int step = finding->check->step;
	size_t at = 0;

	if (finding->check->scope == CHECK_STICKY && !finding->times)
		return sticky ? checklist_from(list, step, sticky->place) : checklist_count(list, step);
	while (at < list->told.general[step].count && checklist_comes_before(checklist_at(list, step, at), finding))
		at++;
	return at;
}

bool checklist_holds(const struct checklist *list, const struct finding *finding, size_t *at)
{
	int step = finding->check->step;
	size_t count = checklist_count(list, step), here = 0;

	while (here < count && !checklist_is_same(checklist_at(list, step, here), finding))
		here++;
	if (at)
		*at = here < count ? here : checklist_where(list, finding);
	return here < count;
}

void checklist_about(const struct checklist *list, enum check_scope scope, int64_t item, struct vec *findings)
{
	for (int step = STEP_FIRST; step <= STEP_LAST; step++)
		for (size_t i = 0; i < list->found.general[step].count; i++) {
			const struct finding *finding = vec_at(&list->found.general[step], i);

			if (finding->check->scope == scope && finding->item == item)
				vec_add(findings, struct finding) = *finding;
		}
}

void checklist_on(const struct checklist *list, int step, int64_t id, struct vec *findings)
{
	const struct sticky *sticky = board_sticky(list->board, id);
	const struct vec *rows = &list->found.placed[step];
	size_t count = rows->count;

	for (size_t at = sticky ? checklist_behind(rows, sticky->place, true) : count; at < count; at++) {
		const struct finding *finding = &checklist_row(rows, at)->finding;

		if (finding->sticky != id)
			break;
		vec_add(findings, struct finding) = *finding;
	}
}

const struct message_index *checklist_messages(const struct checklist *list)
{
	return &list->messages;
}

void checklist_say_what(const struct checklist *list, const struct finding *finding, struct strbuf *out)
{
	finding_say_what(&list->found.input, finding, out);
}

void checklist_say(const struct checklist *list, const struct finding *finding, struct strbuf *out)
{
	finding_say(&list->found.input, finding, out);
}
