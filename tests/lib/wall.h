/*
 * wall: a board in a new file, and a shell in which it is worked on without a terminal, for the tests of the floors
 * from shell on.
 */
#ifndef TESTS_LIB_WALL_H
#define TESTS_LIB_WALL_H

#include <stdint.h>

#include "shell/shell.h"

struct wall {
	struct shell shell;
	struct session *session;
	struct cellbuf frame; /* the screen as drawn last */
};

/* Makes a board, folder_file(), opens it as ana, and draws it on a screen of 100 x 30. The rest as in shell_init(). */
void wall_open(struct wall *wall, const struct view_command *const *tables, const struct mode *ground, void *state);

/* Checks the board, closes it and removes its file. */
void wall_close(struct wall *wall);

/* Goes on as the person NAME in ROLE. */
void wall_become(struct wall *wall, enum role role, const char *name);

/* Runs a command line, which must succeed, and draws. */
void wall_run(struct wall *wall, const char *line);

/* Presses KEYS, such as "ifoo<Enter>", and draws after each. */
void wall_press(struct wall *wall, const char *keys);

/* Uses the left button at a cell, and draws. */
void wall_mouse(struct wall *wall, enum mouse_action action, int x, int y);

/* Runs a command line as somebody else, a facilitator, lets the user hear of it, and draws, or not yet. */
void wall_other(struct wall *wall, const char *line);
void wall_other_undrawn(struct wall *wall, const char *line);

/* The lowest line of the screen must be TEXT, apart from blanks around it. */
void wall_assert_lowest(const struct wall *wall, const char *text);

/* Is WORD anywhere on the screen? */
bool wall_shows(const struct wall *wall, const char *word);

/* How many stickies are there? Where is sticky ID? */
size_t wall_count(const struct wall *wall);
struct place wall_place(const struct wall *wall, int64_t id);

#endif
