/*
 * crowd: many programs, each on a terminal of its own, and what they write, looked at as bytes.
 *
 * A hundred terminals that are emulated would cost more than the hundred programs; so nothing is emulated here.
 * Who uses it looks for texts that are painted in one piece, because every cell of them changes.
 */
#ifndef TESTS_BENCH_CROWD_H
#define TESTS_BENCH_CROWD_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/pty.h"

#define CROWD_MOST 200

/* A text that is looked for is no longer. */
#define CROWD_TEXT_BYTES 16

/* A program on its terminal. */
struct crowd_seat {
	struct pty pty;
	size_t bytes;                /* that it has written since it began */
	double last_ms;              /* when it wrote last, by crowd_now_ms() */
	size_t kept;                 /* bytes of `tail` */
	char tail[CROWD_TEXT_BYTES]; /* the end of what was heard, so that no text is torn apart */
};

/* Is told what SEAT wrote, with the end of what it wrote before in front. */
typedef void crowd_hear(void *context, size_t seat, const char *text, size_t len, double now_ms);

struct crowd {
	struct crowd_seat *seats; /* CROWD_MOST of them */
	size_t count;
	crowd_hear *hear; /* or NULL */
	void *context;
};

/* Milliseconds, with fractions, of a clock that nobody sets. */
double crowd_now_ms(void);

void crowd_init(struct crowd *crowd);

/* Hangs up on all and waits until they have ended. */
void crowd_release(struct crowd *crowd);

/* Starts ARGV on the next seat. Ends this program when there is no terminal to be had. */
void crowd_sit(struct crowd *crowd, char *const argv[], char *const env[]);

/* Types TEXT at SEAT. */
void crowd_type(struct crowd *crowd, size_t seat, const char *text);

/* Reads what has come, and waits for it until UNTIL_MS at most. */
void crowd_turn(struct crowd *crowd, double until_ms);

/* Reads until nobody has written for QUIET_MS, at most LIMIT_MS. True when they are quiet. */
bool crowd_settle(struct crowd *crowd, double quiet_ms, double limit_ms);

/* How many have ended. */
size_t crowd_ended(const struct crowd *crowd);

#endif
