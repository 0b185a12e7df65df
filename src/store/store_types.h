/*
 * store_types: what store.h and the files behind it have in common.
 */
#ifndef STORE_STORE_TYPES_H
#define STORE_STORE_TYPES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "model/action.h"

enum store_mode {
	STORE_READ,  /* nothing is written, not even beside the file when that can be avoided */
	STORE_WRITE, /* an existing board; one of an older format is brought up to date, after a copy */
	STORE_NEW,   /* the file must not be there yet, and is not there after a failure */
};

/* What is known while others keep the board locked. */
struct store_wait {
	int64_t waited_ms;   /* so far, for what is to be done now */
	int64_t pause_ms;    /* until the next try */
	long holder;         /* the process that keeps it locked; 0 when that cannot be known */
	const char *program; /* that process's name, clean; "" when it cannot be known */
};

/* Is to wait for others go on? See store_on_wait(). */
typedef bool store_waiting(void *context, const struct store_wait *wait);

/* Without one, a board is waited for so long that one process keeps locked. */
#define STORE_PATIENCE_MS 5000

/* Visits an action of the log. */
typedef int store_visit(void *context, const struct action *action, struct error *err);

/* Is told what is wrong with a file. See store_inspect(). */
typedef void store_tell(void *context, const char *about, const char *said);

#endif
