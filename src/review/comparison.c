#include "review/comparison.h"

#include "base/i18n.h"
#include "draw/spotlight.h"
#include "model/compare.h"
#include "model/copy.h"
#include "model/shift.h"

static const enum spotlight_what comparison_lights[DIFFERENCE_COUNT] = {
	[DIFFERENCE_ADDED] = SPOTLIGHT_ADDED,
	[DIFFERENCE_REMOVED] = SPOTLIGHT_REMOVED,
	[DIFFERENCE_MOVED] = SPOTLIGHT_MOVED,
	[DIFFERENCE_REWORDED] = SPOTLIGHT_REWORDED,
	[DIFFERENCE_NOTED] = SPOTLIGHT_ALTERED,
	[DIFFERENCE_REKINDED] = SPOTLIGHT_ALTERED,
	[DIFFERENCE_DRAWN] = SPOTLIGHT_ALTERED,
	[DIFFERENCE_RESOLVED] = SPOTLIGHT_ALTERED,
	[DIFFERENCE_PIVOTAL] = SPOTLIGHT_ALTERED,
	[DIFFERENCE_PUBLIC] = SPOTLIGHT_ALTERED,
	[DIFFERENCE_PAYLOAD] = SPOTLIGHT_ALTERED,
	[DIFFERENCE_METADATA] = SPOTLIGHT_ALTERED,
	[DIFFERENCE_REJECTION] = SPOTLIGHT_ALTERED,
	[DIFFERENCE_ALTERED] = SPOTLIGHT_ALTERED,
	[DIFFERENCE_ANSWERED] = SPOTLIGHT_ALTERED,
	[DIFFERENCE_DESCRIBED] = SPOTLIGHT_ALTERED,
};

void comparison_init(struct comparison *comparison)
{
	*comparison = (struct comparison){.shifts = VEC_INIT(struct shift),
		.differences = VEC_INIT(struct difference),
		.lights = VEC_INIT(struct spotlight)};
}

void comparison_end(struct comparison *comparison)
{
	board_free(comparison->base);
	comparison->base = NULL;
	vec_reset(&comparison->shifts);
	vec_reset(&comparison->differences);
	vec_reset(&comparison->lights);
}

void comparison_release(struct comparison *comparison)
{
	comparison_end(comparison);
	vec_release(&comparison->shifts);
	vec_release(&comparison->differences);
	vec_release(&comparison->lights);
}

void comparison_begin(struct comparison *comparison, const struct replay *replay)
{
	comparison_end(comparison);
	comparison->base = copy_board(replay_board(replay));
	comparison->base_at = comparison->at = replay_at(replay);
}

static void comparison_light(
	struct comparison *comparison, const struct board *board, const struct difference *difference)
{
	const struct sticky *before = difference->before, *after = difference->after;
	struct spotlight light = {.what = comparison_lights[difference->what]};

	if (after) {
		light.place = after->place;
	} else {
		light.place = shift_place_by_all(&comparison->shifts, before->place); /* where it would be now */
		if (!board_at(board, light.place))
			light.text = before->text ? before->text : "";
	}
	vec_add(&comparison->lights, struct spotlight) = light;
}

/* While time moves forward, reads only the part of the log not read before. */
static int comparison_shifts(struct comparison *comparison, struct replay *replay, struct error *err)
{
	size_t at = replay_at(replay), from = comparison->at;

	if (comparison->at < comparison->base_at || at < comparison->at) {
		vec_reset(&comparison->shifts);
		from = comparison->base_at;
	}
	return replay_shifts(replay, from, at, &comparison->shifts, err);
}

int comparison_update(struct comparison *comparison, struct replay *replay, struct error *err)
{
	const struct board *board = replay_board(replay);
	int failed;

	if (!comparison->base)
		return 0;
	failed = comparison_shifts(comparison, replay, err);
	if (failed)
		return failed;
	comparison->at = replay_at(replay);
	vec_reset(&comparison->differences);
	vec_reset(&comparison->lights);
	compare_boards(comparison->base, board, &comparison->shifts, &comparison->differences);
	/* the first in the list is drawn last, so it stays */
	for (size_t i = comparison->differences.count; i-- > 0;) {
		const struct difference *difference = vec_at(&comparison->differences, i);

		if (difference->entity == ENTITY_STICKY)
			comparison_light(comparison, board, difference);
	}
	return 0;
}

void comparison_say(const struct comparison *comparison, struct strbuf *out)
{
	size_t counts[SPOTLIGHT_WHAT_COUNT] = {0};
	bool any = false;

	for (size_t i = 0; i < comparison->differences.count; i++) {
		const struct difference *difference = vec_at(&comparison->differences, i);

		counts[comparison_lights[difference->what]]++;
	}
	for (int what = 0; what < SPOTLIGHT_WHAT_COUNT; what++) {
		if (!counts[what])
			continue;
		strbuf_addf(out, "%s%zu %s", any ? ", " : "", counts[what], spotlight_word((enum spotlight_what)what));
		any = true;
	}
	if (!any)
		strbuf_addstr(out, _("nothing is different"));
}
