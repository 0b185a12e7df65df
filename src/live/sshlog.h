/*
 * sshlog: who comes and goes, read from what sshd says (-e, LogLevel VERBOSE).
 */
#ifndef LIVE_SSHLOG_H
#define LIVE_SSHLOG_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "base/vec.h"

/* A session that has begun. */
struct sshlog_visit {
	char *from; /* "ADDRESS port NUMBER", owned */
	char *name; /* of the person, clean, owned */
};

struct sshlog {
	struct vec visits; /* of struct sshlog_visit */
};

void sshlog_init(struct sshlog *log);
void sshlog_release(struct sshlog *log);

/* Takes in LINE (without its end); true when somebody came, went or was kept out, as SAY then has it in a
 * sentence. */
bool sshlog_hear(struct sshlog *log, const char *line, struct strbuf *say);

#endif
