#include "base/clock.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define CLOCK_FIRST_MS INT64_C(-62135596800000) /* 0001-01-01T00:00:00Z */
#define CLOCK_LAST_MS INT64_C(253402300799999)  /* 9999-12-31T23:59:59.999Z */

int64_t clock_now_ms(void)
{
	const char *fixed = getenv("SOURCE_DATE_EPOCH");
	struct timespec now;

	if (fixed && *fixed) {
		char *end;
		long long seconds;

		errno = 0;
		seconds = strtoll(fixed, &end, 10);
		if (!*end && !errno && seconds >= 0 && seconds <= CLOCK_LAST_MS / 1000)
			return (int64_t)seconds * 1000;
	}
	clock_gettime(CLOCK_REALTIME, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Days since 1970-01-01 of a date of the Gregorian calendar; month 13 is the next January (Howard Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms", days_from_civil). */
static int64_t clock_days(int64_t year, int month, int day)
{
	int64_t era, year_of_era, day_of_year;

	year -= month <= 2;
	era = (year >= 0 ? year : year - 399) / 400;
	year_of_era = year - era * 400;
	day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
	       day_of_year - 719468;
}

void clock_format(int64_t time_ms, char out[CLOCK_TEXT_BYTES])
{
	struct tm tm;
	time_t seconds;
	int millis;
	size_t len;

	if (time_ms < CLOCK_FIRST_MS)
		time_ms = CLOCK_FIRST_MS;
	if (time_ms > CLOCK_LAST_MS)
		time_ms = CLOCK_LAST_MS;
	millis = (int)(((time_ms % 1000) + 1000) % 1000);
	seconds = (time_t)((time_ms - millis) / 1000);
	gmtime_r(&seconds, &tm);
	len = (size_t)snprintf(out, CLOCK_TEXT_BYTES, "%04d-%02d-%02dT%02d:%02d:%02d",
		(tm.tm_year + 1900) % 10000, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min,
		tm.tm_sec);
	if (millis)
		snprintf(out + len, CLOCK_TEXT_BYTES - len, ".%03dZ", millis);
	else
		snprintf(out + len, CLOCK_TEXT_BYTES - len, "Z");
}

/* Reads exactly WIDTH digits at *AT and moves past them. */
static bool clock_digits(const char **at, int width, int least, int most, int *out)
{
	int value = 0;

	for (int i = 0; i < width; i++) {
		if ((*at)[i] < '0' || (*at)[i] > '9')
			return false;
		value = value * 10 + ((*at)[i] - '0');
	}
	if (value < least || value > most)
		return false;
	*at += width;
	*out = value;
	return true;
}

static bool clock_literal(const char **at, const char *choices)
{
	if (!**at || !strchr(choices, **at))
		return false;
	(*at)++;
	return true;
}

static bool clock_parse_offset(const char **at, int *minutes)
{
	int hour, minute, sign;

	*minutes = 0;
	if (!**at || clock_literal(at, "Zz"))
		return true;
	sign = **at == '-' ? -1 : 1;
	if (!clock_literal(at, "+-") || !clock_digits(at, 2, 0, 23, &hour) ||
		!clock_literal(at, ":") || !clock_digits(at, 2, 0, 59, &minute))
		return false;
	*minutes = sign * (hour * 60 + minute);
	return true;
}

/* ".5", ".123", ".123456": milliseconds, the rest dropped. */
static bool clock_parse_fraction(const char **at, int *millis)
{
	int scale = 100;

	*millis = 0;
	if (!clock_literal(at, "."))
		return true;
	if (**at < '0' || **at > '9')
		return false;
	for (; **at >= '0' && **at <= '9'; (*at)++, scale /= 10)
		*millis += (**at - '0') * scale;
	return true;
}

bool clock_parse(const char *text, int64_t *time_ms)
{
	int year, month, day, hour, minute, second = 0, millis = 0, offset = 0;

	if (!clock_digits(&text, 4, 1, 9999, &year) || !clock_literal(&text, "-") ||
		!clock_digits(&text, 2, 1, 12, &month) || !clock_literal(&text, "-") ||
		!clock_digits(&text, 2, 1, 31, &day) || !clock_literal(&text, "Tt ") ||
		!clock_digits(&text, 2, 0, 23, &hour) || !clock_literal(&text, ":") ||
		!clock_digits(&text, 2, 0, 59, &minute))
		return false;
	if (clock_literal(&text, ":") && (!clock_digits(&text, 2, 0, 60, &second) ||
						 !clock_parse_fraction(&text, &millis)))
		return false;
	if (!clock_parse_offset(&text, &offset) || *text)
		return false;
	if (day > clock_days(year, month + 1, 1) - clock_days(year, month, 1))
		return false;
	*time_ms = ((clock_days(year, month, day) * 24 + hour) * 60 + minute - offset) * 60000 +
		   (int64_t)second * 1000 + millis;
	return true;
}
