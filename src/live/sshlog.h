/*
 * sshlog: who comes and goes, according to the log of sshd (-e, LogLevel VERBOSE).
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

/* A warning that could repeat endlessly is given once per address in this time, and for this many addresses. */
#define SSHLOG_PAUSE_MS 60000
#define SSHLOG_AT_ONCE 5

/* A warning that is limited in number. */
struct sshlog_alarm {
	char from[64];    /* the address that it was about last */
	size_t count;     /* occasions since then */
	int said;         /* times given */
	int64_t since_ms; /* since then, by clock_span_ms(); 0: never */
};

struct sshlog {
	struct vec visits;           /* of struct sshlog_visit */
	struct sshlog_alarm flood;   /* connections that do not log in */
	struct sshlog_alarm refusal; /* keys that are not invited */
};

void sshlog_init(struct sshlog *log);
void sshlog_release(struct sshlog *log);

/* Reads LINE (without its end). True when somebody came, went or was turned away; SAY then has a sentence about it. */
bool sshlog_hear(struct sshlog *log, const char *line, struct strbuf *say);

/* The guest from FROM, "ADDRESS port NUMBER", is called NAME. True when that is new; SAY then has a sentence about it.
 */
bool sshlog_name(struct sshlog *log, const char *from, const char *name, struct strbuf *say);

#endif
