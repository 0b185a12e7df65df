/*
 * table: an assistant at a board, and a person beside it. Tests that use it have the setup of lib/folder.h.
 */
#ifndef TESTS_UNIT_MCP_TABLE_H
#define TESTS_UNIT_MCP_TABLE_H

#include "mcp/server.h"

/* What a request of the protocol without a handshake has among its parameters. */
#define MODERN "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}"

struct table {
	struct session *person, *session;
	struct assistant assistant;
	struct server server;
};

/* A new board of "Ana", at which "Bot" sits in ROLE. */
void table_open(struct table *table, enum role role, bool votes);
void table_close(struct table *table);

/* What the person does. */
void table_person_does(struct table *table, const char *line);

/* The answer to LINE, or NULL; the caller's. */
json_t *table_ask(struct table *table, const char *line);

/* Begins with "initialize". */
void table_greet(struct table *table, const char *version);

/* The text that the tool NAME gives, the caller's; *FAILED is whether it says that it failed. */
char *table_call(struct table *table, const char *name, const char *arguments, bool *failed);

/* Fails unless the tool gives a text with WANTED in it; with "!" in front, unless it refuses with it. */
void table_expect_call(struct table *table, const char *name, const char *arguments, const char *wanted);

#endif
