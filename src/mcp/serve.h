/*
 * serve: serves one client of the Model Context Protocol over two descriptors, until it leaves.
 */
#ifndef MCP_SERVE_H
#define MCP_SERVE_H

#include "session/session.h"

/* Serves the client at IN and OUT as the person of SESSION; VOTES: it may vote. Returns when IN has ended, when OUT
 * takes nothing any more, or when this process is told to end; *ENDED (may be NULL) is whether it was that. */
int serve_client(struct session *session, bool votes, int in, int out, bool *ended, struct error *err);

#endif
