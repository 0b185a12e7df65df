/*
 * sshdconf: the configuration of an sshd that admits only invited people, and lets them do nothing but attend.
 */
#ifndef LIVE_SSHDCONF_H
#define LIVE_SSHDCONF_H

#include "live/host.h"

/* Appends the configuration of a private sshd for USER, with sessions for BOARDS (of char *). */
void sshdconf_write(const struct host *host, int port, const char *user, const struct vec *boards, struct strbuf *out);

/* Appends limits by source address if this sshd supports them; KNOWN is the output of its option -T. */
void sshdconf_add_by_source(const char *known, struct strbuf *out);

/* Appends the block for the configuration of a machine-wide sshd that lets invited people in as USER. */
void sshdconf_match(const struct host *host, const char *user, struct strbuf *out);

#endif
