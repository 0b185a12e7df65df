/*
 * clock: what time it is, in milliseconds since 1970-01-01 UTC, and how a time is written.
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

/* The years 1 to 9999. Times read from a text or a board file are never outside, so arithmetic cannot overflow. */
#define CLOCK_FIRST_MS INT64_C(-62135596800000)
#define CLOCK_LAST_MS INT64_C(253402300799999)

/* Room for a time as written by clock_format(), NUL included. */
#define CLOCK_TEXT_BYTES 32

/* The time now. With SOURCE_DATE_EPOCH (seconds) in the environment it is that moment, so that
 * boards can be built to come out the same every time. */
int64_t clock_now_ms(void);

/* Milliseconds of a monotonic clock, for measuring spans. */
int64_t clock_span_ms(void);

/* Writes TIME_MS as RFC 3339 in UTC with milliseconds when there are any:
 * "2026-11-20T14:05:00Z". Times outside the years 1 to 9999 are written as the nearest of them. */
void clock_format(int64_t time_ms, char out[CLOCK_TEXT_BYTES]);

/* The same in the zone of whoever reads, without its name and to the second: "2026-11-20T23:05:00"; what that zone is
 * called at that time: "KST", or "UTC-03" where it has no name. */
void clock_format_local(int64_t time_ms, char out[CLOCK_TEXT_BYTES]);
void clock_zone(int64_t time_ms, char out[CLOCK_TEXT_BYTES]);

/* Reads an RFC 3339 time (also with a space for T, slashes for hyphens, with an offset, or without
 * seconds; no offset means UTC). False, with *TIME_MS untouched, when it is none, or outside of
 * these years. */
bool clock_parse(const char *text, int64_t *time_ms);

/* The same, but that no offset means the zone of whoever writes. */
bool clock_parse_local(const char *text, int64_t *time_ms);

#endif
