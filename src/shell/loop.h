/*
 * loop: a shell on the terminal: events go to it, what it draws is shown, until its person leaves or the terminal goes
 * away.
 */
#ifndef SHELL_LOOP_H
#define SHELL_LOOP_H

#include "shell/shell.h"
#include "terminal/terminal.h"

struct loop;

/* What a screen does besides answering keys; each may be NULL. */
struct loop_work {
	/* Waits until there is something to do; false when it is to end. NULL: as loop_wait() does, for ever. */
	bool (*wait)(struct loop *loop, unsigned *flags);
	/* Takes in what has come, the keys by loop_keys(); is there something to draw? NULL: only keys, and there is.
	 */
	bool (*take)(struct loop *loop);
	void (*before)(struct loop *loop); /* keys have come that are about to be answered */
	/* The next event that is there, false when there is none; NULL: input_next(). */
	bool (*next)(struct loop *loop, struct event *event);
	/* Answers one; NULL: loop_answer(). */
	void (*answer)(struct loop *loop, const struct event *event);
	void (*draw)(struct loop *loop);   /* a frame is about to be drawn */
	void (*resume)(struct loop *loop); /* the program goes on after it was stopped */
};

struct loop {
	struct shell *shell;
	const struct loop_work *work;
	void *context; /* of the work */
	struct terminal *terminal;
	struct input *input;
	struct cellbuf frame;
	int64_t touched_ms; /* when the last key came, by clock_span_ms() */
};

/* Takes the terminal over for SHELL, as the user has configured it; a mistake there is said and does not keep them from
 * working. */
int loop_open(struct loop *loop, struct shell *shell, const struct loop_work *work, void *context, struct error *err);
void loop_close(struct loop *loop);

/* Runs until the shell is left; false when the terminal went away, or the work ended it. */
bool loop_run(struct loop *loop);

void loop_draw(struct loop *loop);

/* Has the shell answer EVENT. */
void loop_answer(struct loop *loop, const struct event *event);

/* Answers the keys that have come, for a moment at most; true when there were any. */
bool loop_keys(struct loop *loop);

/* Waits for keys, for FD and OTHER (-1: none), and for MOST_MS (-1: for ever); false when the program is to end. */
bool loop_wait(struct loop *loop, int fd, int other, int most_ms, unsigned *flags);

/* The earlier of two times to wait; less than 0 is for ever. */
int loop_earlier(int a, int b);

#endif
