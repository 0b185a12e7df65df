/*
 * store_types: the types of store.h that the other files of this floor share.
 */
#ifndef STORE_STORE_TYPES_H
#define STORE_STORE_TYPES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "model/action.h"

enum store_mode {
	STORE_READ,  /* writes nothing; if possible, not even next to the file */
	STORE_WRITE, /* an existing board; copies and then upgrades a file of an older format */
	STORE_NEW,   /* the file must not exist yet, and does not exist after a failure */
};

/* The state of a wait while others keep the board locked. */
struct store_wait {
	int64_t waited_ms;   /* so far, in this call */
	int64_t pause_ms;    /* until the next try */
	long holder;         /* the process that keeps it locked; 0 if unknown */
	const char *program; /* the name of that process, clean; "" if unknown */
};

/* Returns whether to keep waiting. See store_on_wait(). */
typedef bool store_waiting(void *context, const struct store_wait *wait);

/* Without such a function, how long to wait for a process that keeps the board locked. */
#define STORE_PATIENCE_MS 5000

/* What a list of boards shows of one. */
struct store_digest {
	struct strbuf title; /* safe to print */
	int step;            /* the current step */
	int64_t stickies;
	int64_t people;
	int64_t changed_ms; /* the time of the last action, 0 if there is none */
};

/* Visits an action of the log. */
typedef int store_visit(void *context, const struct action *action, struct error *err);

/* Gets a fault of a file. See store_inspect(). */
typedef void store_tell(void *context, const char *about, const char *said);

#endif
