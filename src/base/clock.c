#include "base/clock.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

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

/* Days since 1970-01-01 of a date of the Gregorian calendar; month 13 is the next January (Howard Hinnant,
 * "chrono-Compatible Low-Level Date Algorithms", days_from_civil). */
static int64_t clock_days(int64_t year, int month, int day)
{
	int64_t era, year_of_era, day_of_year;

	year -= month <= 2;
	era = (year >= 0 ? year : year - 399) / 400;
	year_of_era = year - era * 400;
	day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

int64_t clock_span_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int clock_earlier(int a, int b)
{
	return a < 0 || (b >= 0 && b < a) ? b : a;
}

/* The inverse: the date of a day counted from 1970-01-01 (ibid., civil_from_days). */
static void clock_date(int64_t days, int *year, int *month, int *day)
{
	int64_t era, day_of_era, year_of_era, day_of_year, shifted;

	days += 719468;
	era = (days >= 0 ? days : days - 146096) / 146097;
	day_of_era = days - era * 146097;
	year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	shifted = (5 * day_of_year + 2) / 153; /* months since March */
	*day = (int)(day_of_year - (153 * shifted + 2) / 5 + 1);
	*month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
	*year = (int)(year_of_era + era * 400 + (*month <= 2));
}

/* Writes VALUE with WIDTH digits, then END; returns the byte after that. */
static char *clock_put(char *at, int value, int width, char end)
{
	for (int i = width - 1; i >= 0; i--, value /= 10)
		at[i] = (char)('0' + value % 10);
	at[width] = end;
	return at + width + 1;
}

void clock_format(int64_t time_ms, char out[CLOCK_TEXT_BYTES])
{
	const int64_t day_ms = INT64_C(86400000);
	int year, month, day, millis;
	int64_t days;

	if (time_ms < CLOCK_FIRST_MS)
		time_ms = CLOCK_FIRST_MS;
	if (time_ms > CLOCK_LAST_MS)
		time_ms = CLOCK_LAST_MS;
	days = (time_ms >= 0 ? time_ms : time_ms - (day_ms - 1)) / day_ms;
	millis = (int)(time_ms - days * day_ms);
	clock_date(days, &year, &month, &day);
	out = clock_put(out, year, 4, '-');
	out = clock_put(out, month, 2, '-');
	out = clock_put(out, day, 2, 'T');
	out = clock_put(out, millis / 3600000, 2, ':');
	out = clock_put(out, millis / 60000 % 60, 2, ':');
	out = clock_put(out, millis / 1000 % 60, 2, millis % 1000 ? '.' : 'Z');
	if (millis % 1000)
		out = clock_put(out, millis % 1000, 3, 'Z');
	*out = '\0';
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
	if (!clock_literal(at, "+-") || !clock_digits(at, 2, 0, 23, &hour) || !clock_literal(at, ":") ||
		!clock_digits(at, 2, 0, 59, &minute))
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

/* A date as in RFC 3339, or with slashes, as Gnumeric writes it. */
static bool clock_parse_date(const char **at, int *year, int *month, int *day)
{
	const char *between = strchr(*at, '/') ? "/" : "-";

	return clock_digits(at, 4, 1, 9999, year) && clock_literal(at, between) && clock_digits(at, 2, 1, 12, month) &&
	       clock_literal(at, between) && clock_digits(at, 2, 1, 31, day);
}

bool clock_parse(const char *text, int64_t *time_ms)
{
	int year, month, day, hour, minute, second = 0, millis = 0, offset = 0;
	int64_t read_ms;

	if (!clock_parse_date(&text, &year, &month, &day) || !clock_literal(&text, "Tt ") ||
		!clock_digits(&text, 2, 0, 23, &hour) || !clock_literal(&text, ":") ||
		!clock_digits(&text, 2, 0, 59, &minute))
		return false;
	if (clock_literal(&text, ":") &&
		(!clock_digits(&text, 2, 0, 60, &second) || !clock_parse_fraction(&text, &millis)))
		return false;
	if (!clock_parse_offset(&text, &offset) || *text)
		return false;
	if (day > 28 && day > clock_days(year, month + 1, 1) - clock_days(year, month, 1))
		return false;
	read_ms = ((clock_days(year, month, day) * 24 + hour) * 60 + minute - offset) * 60000 + (int64_t)second * 1000 +
		  millis;
	if (read_ms < CLOCK_FIRST_MS || read_ms > CLOCK_LAST_MS)
		return false;
	*time_ms = read_ms;
	return true;
}

/* Seconds since 1970, within the years 1 to 9999 (UTC). */
static time_t clock_seconds(int64_t time_ms)
{
	if (time_ms < CLOCK_FIRST_MS)
		time_ms = CLOCK_FIRST_MS;
	if (time_ms > CLOCK_LAST_MS)
		time_ms = CLOCK_LAST_MS;
	return (time_t)(time_ms >= 0 ? time_ms / 1000 : (time_ms - 999) / 1000);
}

void clock_format_local(int64_t time_ms, char out[CLOCK_TEXT_BYTES])
{
	time_t seconds = clock_seconds(time_ms);
	struct tm local;

	tzset();
	/* not every libc pads the year in %F to four digits */
	if (!localtime_r(&seconds, &local) || local.tm_year < 1000 - 1900 || local.tm_year > 9999 - 1900 ||
		!strftime(out, CLOCK_TEXT_BYTES, "%FT%T", &local))
		clock_format(time_ms, out);
	out[strcspn(out, ".Z")] = '\0';
}

void clock_zone(int64_t time_ms, char out[CLOCK_TEXT_BYTES])
{
	time_t seconds = clock_seconds(time_ms);
	struct tm local;
	char name[CLOCK_TEXT_BYTES - 4];

	tzset();
	if (!localtime_r(&seconds, &local) || !strftime(name, sizeof(name), "%Z", &local))
		strcpy(name, "UTC");
	snprintf(out, CLOCK_TEXT_BYTES, "%s%s", *name == '+' || *name == '-' ? "UTC" : "", name);
}

bool clock_parse_local(const char *text, int64_t *time_ms)
{
	size_t date = strlen("2026-11-20");
	struct tm local;
	time_t seconds;
	int64_t read_ms;

	if (!clock_parse(text, &read_ms))
		return false;
	if (strpbrk(text + date, "Zz+-")) {
		*time_ms = read_ms;
		return true;
	}
	seconds = clock_seconds(read_ms);
	if (!gmtime_r(&seconds, &local))
		return false;
	local.tm_isdst = -1;
	seconds = mktime(&local);
	if (seconds < CLOCK_FIRST_MS / 1000 || seconds > CLOCK_LAST_MS / 1000)
		return false;
	*time_ms = (int64_t)seconds * 1000 + (read_ms - (int64_t)clock_seconds(read_ms) * 1000);
	return true;
}
