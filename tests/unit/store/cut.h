/*
 * cut: a process that ends in the middle of what it does to a board's files, as one does that is killed: before
 * the Nth call that changes one of them.
 */
#ifndef TESTS_UNIT_STORE_CUT_H
#define TESTS_UNIT_STORE_CUT_H

#include <stdbool.h>

/* Does WORK with PATH in a process of its own and ends it before call NTH, from 1, of SQLite's to write, sync, cut
 * or remove a file. False when it came to its end before; fails the test when anything else goes wrong. */
bool cut_run(void (*work)(const char *path), const char *path, int nth);

#endif
