/*
 * server: the Model Context Protocol: takes the messages of a client, a line each, and answers them.
 *
 * It speaks the protocol of 2026-07-28, in which every request names its version, and those before, which begin with
 * "initialize", up to 2025-11-25. A method is a row of the table in server.c. A message that is wrong gets the
 * protocol's error and has no other effect.
 */
#ifndef MCP_SERVER_H
#define MCP_SERVER_H

#include "mcp/assistant.h"
#include "mcp/rpc.h"

struct server {
	struct assistant *assistant; /* the caller's */
	const char *version;         /* agreed on with "initialize"; NULL: not yet */
};

void server_init(struct server *server, struct assistant *assistant);

/* Handles the message in LINE and appends the answer, if there is one, to OUT. */
void server_hear(struct server *server, const char *line, size_t len, struct strbuf *out);

/* Appends the answer to a line that is too long. */
void server_refuse_length(struct strbuf *out);

#endif
