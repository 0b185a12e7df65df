/*
 * sshdconf: what an sshd is told so that it lets in those who are invited, and nobody to anything else.
 */
#ifndef LIVE_SSHDCONF_H
#define LIVE_SSHDCONF_H

#include "live/host.h"

/* Appends the configuration of a private sshd for USER, with sessions for BOARDS (of char *). */
void sshdconf_write(const struct host *host, int port, const char *user, const struct vec *boards, struct strbuf *out);

/* Appends the limits by source that an sshd has: KNOWN is what it prints when it is asked (-T) for the settings in
 * effect. */
void sshdconf_add_by_source(const char *known, struct strbuf *out);

/* Appends what a machine-wide sshd needs to let those in that are invited, as USER. */
void sshdconf_match(const struct host *host, const char *user, struct strbuf *out);

#endif
