/*
 * tool: what a client may call: every board command that the assistant may use, and every reading. Both are tables of
 * other floors, so that a new command is a tool at once.
 */
#ifndef MCP_TOOL_H
#define MCP_TOOL_H

#include <jansson.h>

#include "mcp/assistant.h"

/* The list of tools for ASSISTANT, an array; the caller's. */
json_t *tool_list(const struct assistant *assistant);

/* Calls the tool NAME with ARGUMENTS, an object or NULL. Returns its result, the caller's, which may say that the call
 * failed and why; NULL if there is no such tool. */
json_t *tool_call(struct assistant *assistant, const char *name, const json_t *arguments);

#endif
