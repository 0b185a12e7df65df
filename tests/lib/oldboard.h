/*
 * oldboard: makes a board of format 1 of a new one, for tests of how old boards are opened.
 */
#ifndef TESTS_LIB_OLDBOARD_H
#define TESTS_LIB_OLDBOARD_H

/* Takes away the columns that came with format 3; VACUUM must follow, and the number of the format. */
#define OLDBOARD_SQL                                                                               \
	"ALTER TABLE board DROP COLUMN purpose; ALTER TABLE context DROP COLUMN purpose; "         \
	"ALTER TABLE context DROP COLUMN subdomain; ALTER TABLE context DROP COLUMN roles; "       \
	"ALTER TABLE context DROP COLUMN assumptions; ALTER TABLE sticky DROP COLUMN definition; " \
	"ALTER TABLE sticky DROP COLUMN invariants; "

/* The columns of a sticky that are left. */
#define OLDBOARD_STICKY                                                                                           \
	"id, kind, text, note, \"column\", \"row\", context, resolved, pivotal, author, step, created, updated, " \
	"dismissed, public, payload, metadata, rejection"

#endif
