/*
 * subscriptions: which resources a client wants to be told of when others change the board. In the protocols with
 * "initialize" it subscribes to each; in the modern one it opens a stream, whose messages carry the id of the request
 * that opened it.
 */
#ifndef MCP_SUBSCRIPTIONS_H
#define MCP_SUBSCRIPTIONS_H

#include <jansson.h>
#include <stdbool.h>

#include "base/strbuf.h"
#include "base/vec.h"

struct reading;

/* How many a client may have. */
#define SUBSCRIPTIONS_MOST 100

struct subscriptions {
	struct vec list; /* of struct subscription */
};

void subscriptions_init(struct subscriptions *subscriptions);
void subscriptions_release(struct subscriptions *subscriptions);

/* Subscribes to READING, in the stream that the request ID has opened; ID may be NULL: in none. With READING NULL the
 * stream is open, but nothing is told in it. False if there are too many. */
bool subscriptions_add(struct subscriptions *subscriptions, const json_t *id, const struct reading *reading);

/* Removes the subscription to READING that is in no stream; all of the stream ID. */
void subscriptions_remove(struct subscriptions *subscriptions, const struct reading *reading);
void subscriptions_close(struct subscriptions *subscriptions, const json_t *id);

/* Appends a notification for each. */
void subscriptions_tell(const struct subscriptions *subscriptions, struct strbuf *out);

/* Closes all streams and appends the messages that say so. */
void subscriptions_end(struct subscriptions *subscriptions, struct strbuf *out);

/* What the messages of the stream ID carry; the caller's. */
json_t *subscriptions_meta(const json_t *id);

#endif
