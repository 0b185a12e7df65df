/*
 * sshlog: finds out who comes and goes from the log of sshd (-e, LogLevel VERBOSE).
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
	char *name; /* of the person, clean, owned; NULL for a guest who has not given theirs */
};

/* A warning that could repeat endlessly is given at most SSHLOG_AT_ONCE times in this time, and never twice in a row
 * for the same address. */
#define SSHLOG_PAUSE_MS 60000
#define SSHLOG_AT_ONCE 5

/* A warning that is limited in number. */
struct sshlog_alarm {
	char from[64];    /* the address of the last warning */
	size_t count;     /* occasions since that warning */
	int said;         /* warnings since `since_ms` */
	int64_t since_ms; /* the start of the current pause, by clock_span_ms(); 0: none */
};

struct sshlog {
	struct vec visits;           /* of struct sshlog_visit */
	struct sshlog_alarm flood;   /* connections that do not log in */
	struct sshlog_alarm refusal; /* keys that are not invited */
};

void sshlog_init(struct sshlog *log);
void sshlog_release(struct sshlog *log);

/* Reads LINE, without its line end. True if somebody came, left or was turned away; SAY then gets a sentence. */
bool sshlog_hear(struct sshlog *log, const char *line, struct strbuf *say);

/* Sets the NAME of the guest from FROM, "ADDRESS port NUMBER". True if that is new; SAY then gets a sentence. */
bool sshlog_name(struct sshlog *log, const char *from, const char *name, struct strbuf *say);

#endif
