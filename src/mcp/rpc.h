/*
 * rpc: the messages of JSON-RPC 2.0, one a line.
 */
#ifndef MCP_RPC_H
#define MCP_RPC_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

enum rpc_code {
	RPC_PARSE = -32700,
	RPC_REQUEST = -32600,
	RPC_METHOD = -32601,
	RPC_PARAMS = -32602,
	RPC_INTERNAL = -32603,
	RPC_VERSION = -32022 /* of the Model Context Protocol: its version is unknown */
};

#define RPC_SENTENCE_BYTES 512

/* Why a request failed. */
struct rpc_error {
	int code;                          /* enum rpc_code */
	char sentence[RPC_SENTENCE_BYTES]; /* for whoever reads the client's log */
	json_t *data;                      /* owned, or NULL */
};

/* One message that asks for something; all of it belongs to the message that it was read from. */
struct rpc_request {
	const json_t *id; /* a string or a number; NULL for a notification, which is not answered */
	const char *method;
	const json_t *params; /* an object, or NULL */
};

/* What a message is. */
enum rpc_sort { RPC_IS_REQUEST, RPC_IS_ANSWER, RPC_IS_WRONG };

/* Parses LINE; NULL, with ERR filled, if it is not JSON. */
json_t *rpc_parse(const char *line, size_t len, struct rpc_error *err);

/* Reads MESSAGE into REQUEST. If it is wrong, fills ERR and, if it has a valid id, REQUEST->id. */
enum rpc_sort rpc_read(const json_t *message, struct rpc_request *request, struct rpc_error *err);

/* Fills ERR and returns its code. */
int rpc_fail(struct rpc_error *err, enum rpc_code code, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Messages: the answer to the request ID with RESULT, or with ERR (ID may be NULL: unknown); a notification. They take
 * over RESULT, PARAMS and the data of ERR. */
json_t *rpc_result(const json_t *id, json_t *result);
json_t *rpc_failure(const json_t *id, struct rpc_error *err);
json_t *rpc_notification(const char *method, json_t *params);

/* Append a JSON value, or a message with a line feed, and release it. */
void rpc_dump(json_t *value, struct strbuf *out);
void rpc_write(json_t *message, struct strbuf *out);

/* A text as a JSON string, safe whatever its bytes; the same for a string, of which NULL is an empty one. */
json_t *rpc_text(const char *text, size_t len);
json_t *rpc_string(const char *text);

#endif
