/*
 * shelf: several boards, those that are named or all of the board folder, read one after the other.
 */
#ifndef CLI_SHELF_H
#define CLI_SHELF_H

#include "cli/request.h"

struct shelf {
	struct vec words; /* of char *: what names the boards, owned */
};

/* Lists the operands of REQUEST from FIRST on or, if there are none, all boards of the board folder, by name. Release
 * SHELF even after a failure. */
int shelf_find(struct shelf *shelf, const struct request *request, size_t first, struct error *err);
void shelf_release(struct shelf *shelf);

/* Calls VISIT with each board: its name, safe to print, and its path. A board that VISIT cannot read is reported on
 * standard error, and the others follow. Returns 0, or the exit status when a board could not be read. */
typedef int shelf_visit(void *context, const char *name, const char *path, struct error *err);
int shelf_each(const struct shelf *shelf, shelf_visit *visit, void *context);

#endif
