/*
 * sshlog: who comes and goes, read from what sshd says (-e, LogLevel VERBOSE).
 */
#ifndef LIVE_SSHLOG_H
#define LIVE_SSHLOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "base/vec.h"

/* A session that has begun. */
struct sshlog_visit {
	char *from; /* "ADDRESS port NUMBER", owned */
	char *name; /* of the person, clean, owned; NULL for a guest who has not said theirs */
};

/* What could be said without an end is said of an address once in this time, and of so many addresses. */
#define SSHLOG_PAUSE_MS 60000
#define SSHLOG_AT_ONCE 5

/* A sentence that is not said all the time. */
struct sshlog_alarm {
	char from[64];    /* the address that it was about last */
	size_t count;     /* how often there was reason for it since then */
	int said;         /* how often it was said */
	int64_t since_ms; /* since then, by clock_span_ms(); 0: never */
};

struct sshlog {
	struct vec visits;           /* of struct sshlog_visit */
	struct sshlog_alarm flood;   /* connections that do not log in */
	struct sshlog_alarm refusal; /* keys that are not invited */
};

void sshlog_init(struct sshlog *log);
void sshlog_release(struct sshlog *log);

/* Takes in LINE (without its end); true when somebody came, went, was kept out or turned away, as SAY then
 * has it in a sentence. */
bool sshlog_hear(struct sshlog *log, const char *line, struct strbuf *say);

/* The guest who came from FROM, "ADDRESS port NUMBER", is called NAME; true when that was not known, as SAY then has it
 * in a sentence. */
bool sshlog_name(struct sshlog *log, const char *from, const char *name, struct strbuf *say);

#endif
