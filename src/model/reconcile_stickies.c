#include "model/reconcile_private.h"

#include <inttypes.h>
#include <string.h>

#include "base/i18n.h"
#include "model/slots.h"

/* A sticky that gets a place. */
struct reconcile_placed {
	const struct sticky *theirs;
	int64_t id;         /* on ours, or 0: it is made */
	struct place place; /* the one it wants, then gets */
	bool back;          /* it had been deleted from ours */
};

/* Several stickies have this birth. */
#define RECONCILE_SEVERAL INT64_MAX

struct reconcile_work {
	struct reconcile *reconcile;
	struct names births; /* of our stickies that the base does not have: id by time and author */
	struct vec placed;   /* of struct reconcile_placed */
};

/* Deletes what only theirs has deleted; what ours has changed stays. */
int reconcile_delete_stickies(struct reconcile *reconcile, struct error *err)
{
	struct vec list = VEC_INIT(const void *);
	int failed = 0;

	board_list(reconcile->sides->base, ENTITY_STICKY, &list);
	for (size_t i = 0; i < list.count && !failed; i++) {
		const struct sticky *base = vec_get(&list, const struct sticky *, i);
		const struct sticky *ours = board_sticky(reconcile->edit->board, base->id);
		const struct sticky *theirs = board_sticky(reconcile->sides->theirs, base->id);

		if (!ours || (theirs && theirs->created == base->created))
			continue;
		if (reconcile_differs(ENTITY_STICKY, base, ours)) {
			failed = reconcile_say(reconcile, ours->place, RECONCILE_CHANGED_HERE, ours->text, err);
		} else {
			failed = edit_delete(reconcile->edit, ENTITY_STICKY, ours->id, err);
			reconcile->report->deleted++;
		}
	}
	vec_release(&list);
	return failed;
}

/* The key by which stickies that were made since are the same. Imported stickies may all have one time. */
static void reconcile_birth(const struct board *board, const struct sticky *sticky, bool text, struct strbuf *key)
{
	const struct person *author = sticky->author ? board_person(board, sticky->author) : NULL;

	strbuf_reset(key);
	strbuf_addf(key, "%d %" PRId64 "\n%s\n%s", text, sticky->created, author ? author->name : "",
		text && sticky->text ? sticky->text : "");
}

static void reconcile_know_births(struct reconcile_work *work)
{
	const struct board *ours = work->reconcile->edit->board;
	struct vec list = VEC_INIT(const void *);
	struct strbuf key = STRBUF_INIT;

	board_list(ours, ENTITY_STICKY, &list);
	for (size_t i = list.count; i-- > 0;) {
		const struct sticky *sticky = vec_get(&list, const struct sticky *, i);

		if (board_sticky(work->reconcile->sides->base, sticky->id))
			continue;
		reconcile_birth(ours, sticky, true, &key);
		names_set(&work->births, key.text, sticky->id);
		reconcile_birth(ours, sticky, false, &key);
		/* of several that were made at once, the text alone tells which is which */
		names_set(&work->births, key.text, names_get(&work->births, key.text) ? RECONCILE_SEVERAL : sticky->id);
	}
	strbuf_release(&key);
	vec_release(&list);
}

/* Our sticky that is the same as THEIRS, which the base does not have; or NULL. */
static const struct sticky *reconcile_twin(const struct reconcile_work *work, const struct sticky *theirs)
{
	const struct sticky *found = NULL;
	struct strbuf key = STRBUF_INIT;

	for (int text = 1; text >= 0 && !found; text--) {
		reconcile_birth(work->reconcile->sides->theirs, theirs, text, &key);
		found = board_sticky(work->reconcile->edit->board, names_get(&work->births, key.text));
		if (found && found->kind != theirs->kind)
			found = NULL;
	}
	strbuf_release(&key);
	return found;
}

static struct reconcile_placed *reconcile_put(
	struct reconcile_work *work, const struct sticky *theirs, int64_t id, struct place place)
{
	struct reconcile_placed *placed = vec_push(&work->placed);

	*placed = (struct reconcile_placed){.theirs = theirs, .id = id, .place = place};
	return placed;
}

/* Merges THEIRS into OURS; both were BASE. */
static int reconcile_known(struct reconcile_work *work, const struct sticky *base, const struct sticky *ours,
	const struct sticky *theirs, struct error *err)
{
	struct reconcile *reconcile = work->reconcile;
	struct place wanted = reconcile_place_brought(reconcile, theirs->place);
	size_t count = reconcile->edit->action->changes.count;
	bool moves = !place_equal(reconcile_place_theirs(reconcile, base->place), theirs->place) &&
		     !place_equal(wanted, ours->place);
	int failed;

	reconcile_set_id(reconcile, ENTITY_STICKY, theirs->id, ours->id);
	if (moves && !place_equal(reconcile_place_ours(reconcile, base->place), ours->place)) {
		reconcile->report->places++;
		moves = false;
	}
	if (moves)
		reconcile_put(work, theirs, ours->id, wanted);
	failed = reconcile_fields(reconcile, ENTITY_STICKY, ours->id, base, theirs, err);
	reconcile->report->altered += moves || reconcile->edit->action->changes.count > count;
	return failed;
}

/* Merges THEIRS into OURS, which both sides have had since an earlier merge. The later one counts. */
static int reconcile_twins(
	struct reconcile_work *work, const struct sticky *ours, const struct sticky *theirs, struct error *err)
{
	struct reconcile *reconcile = work->reconcile;
	const struct field *field = field_find(ENTITY_STICKY, "text");
	bool later = theirs->updated > ours->updated;
	const char *loser = later ? ours->text : theirs->text;
	int failed = 0;

	reconcile_set_id(reconcile, ENTITY_STICKY, theirs->id, ours->id);
	if (!reconcile_differs(ENTITY_STICKY, ours, theirs))
		return 0;
	if (loser && strcmp(ours->text ? ours->text : "", theirs->text ? theirs->text : "") != 0)
		failed = later ? reconcile_say(reconcile, ours->place, RECONCILE_LATER, loser, err)
			       : reconcile_say_value(reconcile, ENTITY_STICKY, ours->id, field, loser, err);
	if (!failed && later)
		failed = reconcile_fields(reconcile, ENTITY_STICKY, ours->id, ours, theirs, err);
	reconcile->report->altered += later;
	return failed;
}

/* Decides what comes of THEIRS. */
static int reconcile_sticky(struct reconcile_work *work, const struct sticky *theirs, struct error *err)
{
	struct reconcile *reconcile = work->reconcile;
	const struct sticky *base = reconcile_base(reconcile, ENTITY_STICKY, theirs);
	const struct sticky *ours = base ? board_sticky(reconcile->edit->board, base->id) : NULL;
	struct place place = reconcile_place_brought(reconcile, theirs->place);

	if (ours)
		return reconcile_known(work, base, ours, theirs, err);
	if (base && !reconcile_differs(ENTITY_STICKY, base, theirs))
		return 0; /* ours has deleted it */
	ours = reconcile_twin(work, theirs);
	if (ours)
		return reconcile_twins(work, ours, theirs, err);
	reconcile_put(work, theirs, 0, place)->back = base;
	return 0;
}

/* Gives slots to all; those where stickies are that move are free. */
static int reconcile_choose(struct reconcile_work *work, struct error *err)
{
	const struct board *board = work->reconcile->edit->board;
	struct vec places = VEC_INIT(struct place *);
	struct slots slots;
	size_t full;

	slots_init(&slots, board);
	for (size_t i = 0; i < work->placed.count; i++) {
		struct reconcile_placed *placed = vec_at(&work->placed, i);

		vec_add(&places, struct place *) = &placed->place;
		if (placed->id)
			slots_leave(&slots, board_sticky(board, placed->id));
	}
	full = slots_give(&slots, &places, &work->reconcile->report->moved);
	slots_release(&slots);
	vec_release(&places);
	if (full == work->placed.count)
		return 0;
	return error_set(err, ERROR_REFUSED, _("no room left on the board for a sticky"));
}

/* Moves and makes the stickies; then says which of them ours had deleted. */
static int reconcile_place_all(struct reconcile_work *work, struct error *err)
{
	struct reconcile *reconcile = work->reconcile;
	int failed = reconcile_choose(work, err);

	for (size_t i = 0; i < work->placed.count && !failed; i++) {
		const struct reconcile_placed *placed = vec_at(&work->placed, i);

		if (placed->id)
			failed = edit_move(reconcile->edit, placed->id, placed->place, err);
	}
	for (size_t i = 0; i < work->placed.count && !failed; i++) {
		const struct reconcile_placed *placed = vec_at(&work->placed, i);

		if (placed->id)
			continue;
		failed = reconcile_make(reconcile, ENTITY_STICKY, placed->theirs, &placed->place, err);
		reconcile->report->added++;
	}
	for (size_t i = 0; i < work->placed.count && !failed; i++) {
		const struct reconcile_placed *placed = vec_at(&work->placed, i);

		if (!placed->back)
			continue;
		map_set(&reconcile->restored, (uint64_t)placed->theirs->id, reconcile);
		failed = reconcile_say(reconcile, placed->place, RECONCILE_CHANGED_THERE, placed->theirs->text, err);
	}
	return failed;
}

int reconcile_stickies(struct reconcile *reconcile, struct error *err)
{
	struct reconcile_work work = {reconcile, NAMES_INIT, VEC_INIT(struct reconcile_placed)};
	struct vec list = VEC_INIT(const void *);
	int failed = 0;

	reconcile_know_births(&work);
	board_list(reconcile->sides->theirs, ENTITY_STICKY, &list);
	for (size_t i = 0; i < list.count && !failed; i++)
		failed = reconcile_sticky(&work, vec_get(&list, const struct sticky *, i), err);
	if (!failed)
		failed = reconcile_place_all(&work, err);
	names_release(&work.births);
	vec_release(&work.placed);
	vec_release(&list);
	return failed;
}
