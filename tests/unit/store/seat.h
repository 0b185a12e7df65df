/*
 * seat: one who sits at a board: a store open on the file, the board in memory, and an action at
 * hand. For the tests of the store, several seats on one file stand for several processes.
 *
 * What must succeed for a test to go on fails the test when it does not.
 */
#ifndef TESTS_UNIT_STORE_SEAT_H
#define TESTS_UNIT_STORE_SEAT_H

#include <stdbool.h>

#include "model/edit.h"
#include "store/store.h"

/* A folder for the files of one test; the setup and teardown of cmocka tests, *STATE is its
 * path. */
int seat_folder_make(void **state);
int seat_folder_remove(void **state);

/* FOLDER/NAME, in a buffer that lasts for hundreds of calls. */
const char *seat_path(void **state, const char *name);

/* How many files lie in the folder. */
int seat_files(void **state);

/* Copies a file. */
void seat_copy(const char *from, const char *to);

/* Runs SQL on the file with the sqlite3 program; skips the test when there is none. */
void seat_sql(const char *path, const char *sql);

struct seat {
	struct store *store;
	struct board *board;
	struct edit edit;     /* of the action at hand */
	struct action action; /* the one at hand, or the last */
};

void seat_open(struct seat *seat, const char *path, enum store_mode mode);
void seat_close(struct seat *seat);

/* Opens the board PATH, which has to be whole; returns how many stickies it has. */
size_t seat_count(const char *path, enum store_mode mode);

/* Begins a transaction on the caught-up board, and an action of PERSON. */
void seat_begin(struct seat *seat, int64_t person);

/* Appends the action at hand and commits it. Returns its id. */
int64_t seat_end(struct seat *seat);

/* One action of PERSON: puts a sticky with TEXT at COLUMN, ROW. Returns the sticky's id. */
int64_t seat_put(struct seat *seat, int64_t person, const char *text, int column, int row);

/* One action of PERSON: gives a sticky the text TEXT. Returns the action's id. */
int64_t seat_write(struct seat *seat, int64_t person, int64_t sticky, const char *text);

/* Undoes or redoes as a session does. Returns the id of the action that does it, 0 when there
 * is nothing. */
int64_t seat_take_back(struct seat *seat, int64_t person, enum action_kind kind);

/* Fails unless the file's tables and its log both give the board that SEAT has in memory. */
void seat_check(struct seat *seat, const char *path);

/* Fails unless ERR is one line for the user, from the store, that contains SAYS. */
void seat_check_error(const struct error *err, const char *says);

#endif
