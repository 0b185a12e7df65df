/*
 * loop: runs a shell on the terminal: passes events to it and shows what it draws, until the user leaves or the
 * terminal goes away.
 */
#ifndef SHELL_LOOP_H
#define SHELL_LOOP_H

#include "shell/shell.h"
#include "terminal/terminal.h"

struct loop;

/* What a screen does besides answering keys; each may be NULL. */
struct loop_work {
	/* Waits until there is something to do; false to end the loop. NULL: loop_wait() without limit. */
	bool (*wait)(struct loop *loop, unsigned *flags);
	/* Handles what has come, keys with loop_keys(); is there something to draw? NULL: handles keys only, and
	 * draws.
	 */
	bool (*take)(struct loop *loop);
	void (*before)(struct loop *loop); /* called before keys are answered */
	/* Reads the next event; false if there is none. NULL: input_next(). */
	bool (*next)(struct loop *loop, struct event *event);
	/* Answers an event; NULL: loop_answer(). */
	void (*answer)(struct loop *loop, const struct event *event);
	void (*draw)(struct loop *loop);   /* called before a frame is drawn */
	void (*resume)(struct loop *loop); /* called when the program continues after it was stopped */
};

struct loop {
	struct shell *shell;
	const struct loop_work *work;
	void *context; /* for the work */
	struct terminal *terminal;
	struct input *input;
	struct cellbuf frame;
	int64_t touched_ms; /* when the last key came, by clock_span_ms() */
};

/* Takes the terminal over for SHELL and applies the user's configuration. A mistake in that is shown in the lowest
 * line and is not an error. */
int loop_open(struct loop *loop, struct shell *shell, const struct loop_work *work, void *context, struct error *err);
void loop_close(struct loop *loop);

/* Runs until the user leaves the shell; false if the terminal went away, or the work ended the loop. */
bool loop_run(struct loop *loop);

void loop_draw(struct loop *loop);

/* Passes EVENT to the shell. */
void loop_answer(struct loop *loop, const struct event *event);

/* Answers the keys that have come, for a moment at most; true if there were any. */
bool loop_keys(struct loop *loop);

/* Waits for keys, FD or OTHER (-1: none), at most MOST_MS (-1: no limit); false if the program is to end. */
bool loop_wait(struct loop *loop, int fd, int other, int most_ms, unsigned *flags);

#endif
