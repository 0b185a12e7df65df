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
#include "mcp/subscriptions.h"

struct server {
	struct assistant *assistant; /* the caller's */
	const char *version;         /* agreed on with "initialize"; NULL: not yet */
	struct subscriptions subscriptions;
	uint64_t told; /* how many actions of others the client has been told of */
};

void server_init(struct server *server, struct assistant *assistant);
void server_release(struct server *server);

/* Handles the message in LINE and appends the answer, if there is one, to OUT. */
void server_hear(struct server *server, const char *line, size_t len, struct strbuf *out);

/* Brings the board up to date and, if others have changed it, appends what the client wants to be told. */
void server_look(struct server *server, struct strbuf *out);

/* Appends the last messages: this side ends. */
void server_leave(struct server *server, struct strbuf *out);

/* Appends the answer to a line that is too long. */
void server_refuse_length(struct strbuf *out);

#endif
