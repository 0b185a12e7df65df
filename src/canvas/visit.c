#include "canvas/visit.h"

#include <stddef.h>

#include "base/clock.h"
#include "base/mem.h"

/* How long before the end they are warned, in ms, earliest first. */
static const int64_t visit_warnings[] = {5 * 60000, 60000};

/* The warning that is due, or comes next, with LEFT ms left; 0: none. */
static int64_t visit_warning(const struct visit *visit)
{
	for (size_t i = 0; i < ARRAY_SIZE(visit_warnings); i++)
		if (!visit->told_ms || visit_warnings[i] < visit->told_ms)
			return visit_warnings[i];
	return 0;
}

int visit_next_ms(const struct visit *visit)
{
	int64_t wait;

	if (!visit || !visit->until_ms)
		return -1;
	wait = visit->until_ms - clock_now_ms() - visit_warning(visit);
	if (wait > 3600000) /* the clock may be set in between */
		return 3600000;
	return wait > 0 ? (int)wait : 0;
}

bool visit_is_over(const struct visit *visit)
{
	return visit && visit->until_ms && clock_now_ms() >= visit->until_ms;
}

bool visit_warns(struct visit *visit, int *minutes)
{
	int64_t left = visit && visit->until_ms ? visit->until_ms - clock_now_ms() : -1;
	bool warns = false;

	if (left < 0)
		return false;
	for (int64_t due; (due = visit_warning(visit)) && left <= due; warns = true)
		visit->told_ms = due;
	*minutes = (int)((left + 59999) / 60000);
	return warns;
}

int visit_rest_ms(struct visit *visit)
{
	return visit ? ration_rest_ms(&visit->ration) : 0;
}
