/*
 * mcp_bench: how long an assistant waits for the answer to a call, on a board of 10,000 stickies: at once after a
 * change of the board, and when the board has been at rest since the last one.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "mcp/server.h"

#define MCP_BENCH_STICKIES 10000
#define MCP_BENCH_ROUNDS 5

static const char *const mcp_bench_calls[][2] = {
	{"add", "{\"kind\":\"event\",\"text\":\"Something happened\"}"},
	{"undo", "{}"},
	{"read-board", "{}"},
	{"read-board", "{\"ids\":[5,6,7]}"},
	{"read-board", "{\"text\":\"number 99\"}"},
	{"read-outline", "{}"},
	{"read-findings", "{}"},
	{"read-changes", "{\"since\":5}"},
	{"read-proposals", "{}"},
	{"read-map", "{}"},
	{"read-people", "{}"},
};

static double mcp_bench_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1000 + (double)now.tv_nsec / 1000000;
}

static int mcp_bench_fill(void *context, struct edit *edit, struct error *err)
{
	char text[64];

	(void)context;
	for (int i = 0; i < MCP_BENCH_STICKIES; i++) {
		struct sticky sticky = {.kind = i % KIND_COUNT,
			.text = text,
			.place = {i / 10 + 1, i % 10 + 1},
			.author = edit->action->person};

		snprintf(text, sizeof(text), "%s number %d", kind_token((enum kind)(i % KIND_COUNT)), i);
		if (edit_create(edit, ENTITY_STICKY, &sticky, err) < 0)
			return ERROR_REFUSED;
	}
	return 0;
}

static double mcp_bench_ask(struct server *server, const char *line)
{
	struct strbuf out = STRBUF_INIT;
	double start = mcp_bench_ms();

	server_hear(server, line, strlen(line), &out);
	if (strstr(out.text, "\"error\"") || strstr(out.text, "\"isError\""))
		BUG("%s: %s", line, out.text);
	strbuf_release(&out);
	return mcp_bench_ms() - start;
}

static int mcp_bench_compare(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;

	return (left > right) - (left < right);
}

/* Waits until there is nothing to prepare. */
static void mcp_bench_rest(struct server *server)
{
	double end = mcp_bench_ms() + 400;

	while (mcp_bench_ms() < end)
		assistant_idle(server->assistant);
}

static void mcp_bench_call(struct server *server, const char *name, const char *arguments)
{
	double times[2][MCP_BENCH_ROUNDS];
	struct strbuf line = STRBUF_INIT;
	char other[200];

	strbuf_addf(&line,
		"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/"
		"call\",\"params\":{\"name\":\"%s\",\"arguments\":%s}}",
		name, arguments);
	for (int rested = 0; rested < 2; rested++)
		for (int i = 0; i < MCP_BENCH_ROUNDS; i++) {
			snprintf(other, sizeof(other),
				"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"note\","
				"\"arguments\":{\"id\":1,\"text\":\"%s%d\"}}}",
				name, i + 100 * rested);
			mcp_bench_ask(server, other);
			if (rested)
				mcp_bench_rest(server);
			times[rested][i] = mcp_bench_ask(server, line.text);
		}
	for (int rested = 0; rested < 2; rested++)
		qsort(times[rested], MCP_BENCH_ROUNDS, sizeof(double), mcp_bench_compare);
	printf("mcp  %-14s %-40.40s  at once %6.2f ms  at rest %6.2f ms\n", name, arguments,
		times[0][MCP_BENCH_ROUNDS / 2], times[1][MCP_BENCH_ROUNDS / 2]);
	strbuf_release(&line);
}

/* What the disk takes for the least that is safe: a few bytes appended to a file. */
static void mcp_bench_disk(const char *folder)
{
	char path[64];
	double start;
	FILE *file;

	snprintf(path, sizeof(path), "%s/disk", folder);
	file = fopen(path, "w");
	start = mcp_bench_ms();
	for (int i = 0; file && i < MCP_BENCH_ROUNDS; i++)
		if (fputs("some bytes", file) < 0 || fflush(file) || fsync(fileno(file)))
			BUG("%s cannot be written", path);
	printf("mcp  the disk alone, for a few bytes %33s %6.2f ms\n", "", (mcp_bench_ms() - start) / MCP_BENCH_ROUNDS);
	if (file)
		fclose(file);
	unlink(path);
}

int main(void)
{
	char folder[] = "/tmp/evstorm-mcp-XXXXXX", path[64];
	struct session *session;
	struct assistant assistant;
	struct server server;
	struct error err = ERROR_INIT;

	if (!mkdtemp(folder))
		BUG("no folder");
	snprintf(path, sizeof(path), "%s/b.evs", folder);
	if (session_open(path, STORE_NEW, "Bot", &session, &err) || session_edit(session, mcp_bench_fill, NULL, &err))
		BUG("%s", err.text);
	assistant_init(&assistant, session, false);
	server_init(&server, &assistant);
	mcp_bench_ask(&server,
		"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
		"\"2025-11-25\"}}");
	mcp_bench_disk(folder);
	for (size_t i = 0; i < ARRAY_SIZE(mcp_bench_calls); i++)
		mcp_bench_call(&server, mcp_bench_calls[i][0], mcp_bench_calls[i][1]);
	server_release(&server);
	assistant_release(&assistant);
	session_close(session);
	unlink(path);
	rmdir(folder);
	return 0;
}
