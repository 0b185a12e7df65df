#include "session/when.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "model/step.h"

/* Reads TEXT as a number of at most 15 digits; false if it is not one. */
static bool when_number(const char *text, int64_t *number)
{
	size_t digits = strspn(text, "0123456789");

	if (!digits || digits > 15 || text[digits])
		return false;
	*number = strtoll(text, NULL, 10);
	return true;
}

static bool when_parse_change(const char *text, int64_t *number)
{
	return when_number(text[0] == '#' ? text + 1 : text, number);
}

static bool when_parse_step(const char *text, int64_t *number)
{
	return !strncmp(text, "step:", 5) && when_number(text + 5, number) && *number >= STEP_FIRST &&
	       *number <= STEP_LAST;
}

static bool when_parse_end(const char *text, int64_t *number)
{
	*number = 0;
	return !strcmp(text, "end");
}

static int when_find_change(const struct replay *replay, int64_t number, size_t *at, struct error *err)
{
	size_t count = replay_count(replay);
	int64_t last = count ? replay_action(replay, count - 1)->last : 0;

	if (number > last)
		return error_set(err, ERROR_REFUSED, _("the log ends at change %" PRId64), last);
	*at = replay_at_change(replay, number);
	return 0;
}

static int when_find_time(const struct replay *replay, int64_t time_ms, size_t *at, struct error *err)
{
	(void)err;
	*at = replay_at_time(replay, time_ms);
	return 0;
}

static int when_find_step(const struct replay *replay, int64_t step, size_t *at, struct error *err)
{
	if (replay_at_step(replay, (int)step, at))
		return 0;
	return error_set(err, ERROR_REFUSED, _("the workshop was never in step %d"), (int)step);
}

static int when_find_end(const struct replay *replay, int64_t number, size_t *at, struct error *err)
{
	(void)number;
	(void)err;
	*at = replay_count(replay);
	return 0;
}

/* The forms of a moment. */
static const struct when_form {
	bool (*parse)(const char *text, int64_t *number);
	int (*find)(const struct replay *replay, int64_t number, size_t *at, struct error *err);
} when_forms[] = {
	{when_parse_change, when_find_change},
	{clock_parse_local, when_find_time},
	{when_parse_step, when_find_step},
	{when_parse_end, when_find_end},
};

bool when_is(const char *text)
{
	int64_t number;

	for (size_t i = 0; i < ARRAY_SIZE(when_forms); i++)
		if (when_forms[i].parse(text, &number))
			return true;
	return false;
}

int when_find(const struct replay *replay, const char *text, size_t *at, struct error *err)
{
	int64_t number;

	for (size_t i = 0; i < ARRAY_SIZE(when_forms); i++)
		if (when_forms[i].parse(text, &number))
			return when_forms[i].find(replay, number, at, err);
	return error_set(err, ERROR_USAGE,
		_("“%.40s” is not a moment; use #120 for a change, 2026-11-20 14:05, step:3 or end"), text);
}
