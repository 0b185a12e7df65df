/*
 * serve: serves one client of the Model Context Protocol over two descriptors, until it leaves.
 */
#ifndef MCP_SERVE_H
#define MCP_SERVE_H

#include "live/ration.h"
#include "session/session.h"

struct serve_options {
	bool votes;            /* the assistant may vote */
	struct ration *ration; /* how much of the machine it may use, or NULL: any amount */
	int64_t until_ms;      /* when it has to leave, by clock_now_ms(); 0: never */
};

/* Serves the client at IN and OUT as the person of SESSION. Returns when IN has ended, or with an error: when OUT takes
 * nothing any more, or when this process is told to end, for example because the assistant was sent out, or its time is
 * up. */
int serve_client(struct session *session, const struct serve_options *options, int in, int out, struct error *err);

#endif
