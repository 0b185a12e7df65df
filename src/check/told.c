#include "check/told.h"

#include <stdlib.h>

#include "base/mem.h"

void told_init(struct told *told)
{
	size_t count;

	check_list(&count);
	told->open = mem_zalloc(count * sizeof(*told->open));
	for (int step = 0; step <= STEP_LAST; step++) {
		vec_init(&told->general[step], sizeof(struct finding));
		vec_init(&told->placed[step], sizeof(struct check_run_row));
	}
}

void told_release(struct told *told)
{
	free(told->open);
	for (int step = 0; step <= STEP_LAST; step++) {
		vec_release(&told->general[step]);
		vec_release(&told->placed[step]);
	}
}

void told_open(struct told *told, const struct check *check, bool open)
{
	size_t count;
	const struct check *const *checks = check_list(&count);

	for (size_t i = 0; i < count; i++)
		if (!check || checks[i] == check)
			told->open[i] = open;
}

/* How many items of BOARD does CHECK look at? */
static size_t told_asked(const struct board *board, const struct check *check)
{
	size_t count = 0;

	switch (check->scope) {
	case CHECK_STICKY:
		for (int kind = 0; kind < KIND_COUNT; kind++)
			if (check->kinds & KIND_BIT(kind))
				count += board_count_kind(board, (enum kind)kind);
		return count;
	case CHECK_CONTEXT: return board_count(board, ENTITY_CONTEXT);
	case CHECK_RELATION: return board_count(board, ENTITY_RELATION);
	case CHECK_BOARD: break;
	}
	return 0;
}

/* Are the findings of CHECK, which are TIMES, told once? *FINDING is then what is told. */
static bool told_gathers(
	const struct check_input *input, const struct check *check, size_t times, struct finding *finding)
{
	size_t asked = told_asked(input->board, check);
	bool none;

	if (check->scope == CHECK_BOARD || times < TOLD_LEAST)
		return false;
	none = check->run_none && check->run_none(input);
	if (!none && times * 100 < asked * TOLD_PERCENT)
		return false;
	*finding = (struct finding){.check = check, .times = times, .asked = asked, .none = none};
	return true;
}

/* Appends to ONCE (of struct finding) those of STEP that stand for several. */
static void told_gather(const struct told *told, const struct check_run *run, int step, struct vec *once)
{
	size_t count;
	const struct check *const *checks = check_list(&count);
	struct finding finding;

	for (size_t i = 0; i < count; i++)
		if (checks[i]->step == step && !told->open[i] &&
			told_gathers(&run->input, checks[i], run->times[i], &finding))
			vec_add(once, struct finding) = finding;
}

/* Does one of ONCE stand for FINDING? */
static bool told_has(const struct vec *once, const struct finding *finding)
{
	for (size_t i = 0; i < once->count; i++)
		if ((vec_get(once, struct finding, i)).check == finding->check)
			return true;
	return false;
}

/* Fills GENERAL: what is of the board, ONCE, the rest. */
static void told_read_general(const struct vec *found, const struct vec *once, struct vec *general)
{
	size_t at = 0;

	vec_reset(general);
	for (; at < found->count && (vec_get(found, struct finding, at)).check->scope == CHECK_BOARD; at++)
		vec_add(general, struct finding) = vec_get(found, struct finding, at);
	for (size_t i = 0; i < once->count; i++)
		vec_add(general, struct finding) = vec_get(once, struct finding, i);
	for (; at < found->count; at++)
		if (!told_has(once, vec_at(found, at)))
			vec_add(general, struct finding) = vec_get(found, struct finding, at);
}

void told_read(struct told *told, const struct check_run *run)
{
	struct vec once = VEC_INIT(struct finding);

	for (int step = 0; step <= STEP_LAST; step++) {
		const struct vec *found = &run->placed[step];

		vec_reset(&once);
		told_gather(told, run, step, &once);
		told_read_general(&run->general[step], &once, &told->general[step]);
		vec_reset(&told->placed[step]);
		for (size_t i = 0; i < found->count; i++) {
			const struct check_run_row *row = vec_at(found, i);

			if (!told_has(&once, &row->finding))
				vec_add(&told->placed[step], struct check_run_row) = *row;
		}
	}
	vec_release(&once);
}
