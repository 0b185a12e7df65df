/*
 * clock: the current time, in milliseconds since 1970-01-01 UTC, and times as text.
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

/* The years 1 to 9999. Times read from text or a board file are always within them, so arithmetic cannot overflow. */
#define CLOCK_FIRST_MS INT64_C(-62135596800000)
#define CLOCK_LAST_MS INT64_C(253402300799999)

/* Room for a time as written by clock_format(), NUL included. */
#define CLOCK_TEXT_BYTES 32

/* The current time; if SOURCE_DATE_EPOCH (seconds) is set in the environment, that time, so that builds of boards are
 * reproducible. */
int64_t clock_now_ms(void);

/* Milliseconds of a monotonic clock, for measuring durations. */
int64_t clock_span_ms(void);

/* The shorter of two waiting times in ms; less than 0 is no limit. */
int clock_earlier(int a, int b);

/* Writes TIME_MS as RFC 3339 in UTC, with milliseconds unless they are 0: "2026-11-20T14:05:00Z".
 * Times outside the years 1 to 9999 are clamped to them. */
void clock_format(int64_t time_ms, char out[CLOCK_TEXT_BYTES]);

/* Writes TIME_MS in the user's time zone, to the second and without the zone: "2026-11-20T23:05:00". clock_zone()
 * writes the zone's name at that time: "KST", or "UTC-03" if it has no name. */
void clock_format_local(int64_t time_ms, char out[CLOCK_TEXT_BYTES]);
void clock_zone(int64_t time_ms, char out[CLOCK_TEXT_BYTES]);

/* Reads an RFC 3339 time. Also accepts a space for T, slashes for hyphens, no seconds, and no offset, which means
 * UTC. False, with *TIME_MS unchanged, if TEXT is not a time or outside these years. */
bool clock_parse(const char *text, int64_t *time_ms);

/* The same, but no offset means the user's time zone. */
bool clock_parse_local(const char *text, int64_t *time_ms);

#endif
