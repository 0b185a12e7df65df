/*
 * handling: those who write to a board while people do this and that to its files.
 */
#ifndef TESTS_LIVE_HANDLING_H
#define TESTS_LIVE_HANDLING_H

/* What a writer says: action NUMBER of it is done; 0: it cannot go on, -1: it has begun. */
struct handling_word {
	int seat, number;
};

/* Where a writer hears and speaks. */
struct handling_ends {
	int permits; /* a byte lets one writer do one action; at its end all leave */
	int words;   /* of struct handling_word */
};

/* In a process of its own: works on the board PATH with a session, as a canvas does. A board that has come to be in no
 * file is saved, and where to stands in the file where.SEAT. NEED_NOT: the board may be refused. */
_Noreturn void handling_work(struct handling_ends ends, int seat, const char *path, int need_not);

/* The same by way of “evstorm do b.evs -”. */
_Noreturn void handling_feed(struct handling_ends ends, int seat);

#endif
