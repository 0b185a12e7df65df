/*
 * Fuzz target: what a client of the Model Context Protocol sends. Each answer is a line of JSON, either a
 * notification or with a result or an error, and the board stays whole.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "fuzz/target.h"
#include "lib/picture.h"
#include "mcp/server.h"
#include "mcp/wire.h"

/* Messages of an input that are handled, so that no input takes long. */
#define MCP_FUZZ_LINES 20

/* How much comes at once. */
#define MCP_FUZZ_PIECE 64

static char mcp_fuzz_folder[] = "/tmp/evstorm-fuzz-XXXXXX";
static char mcp_fuzz_path[sizeof(mcp_fuzz_folder) + sizeof("/board.evs")];

static void mcp_fuzz_leave(void)
{
	unlink(mcp_fuzz_path);
	rmdir(mcp_fuzz_folder);
}

static struct session *mcp_fuzz_open(void)
{
	struct session *session;
	struct error err = ERROR_INIT;

	if (!*mcp_fuzz_path) {
		if (!mkdtemp(mcp_fuzz_folder))
			BUG("no folder for the board");
		snprintf(mcp_fuzz_path, sizeof(mcp_fuzz_path), "%s/board.evs", mcp_fuzz_folder);
		atexit(mcp_fuzz_leave);
		if (session_open(mcp_fuzz_path, STORE_NEW, "Ana", &session, &err))
			BUG("%s", err.text);
		session_close(session);
	}
	if (session_open_as(mcp_fuzz_path, ROLE_FACILITATOR, "Bot", &session, &err))
		BUG("%s", err.text);
	return session;
}

/* Every answer is one message in one line. */
static void mcp_fuzz_check(const struct strbuf *out)
{
	json_t *answer = json_loadb(out->text, out->len, JSON_ALLOW_NUL, NULL);

	if (!out->len)
		return;
	if (memchr(out->text, '\n', out->len) != out->text + out->len - 1)
		BUG("an answer is not one line");
	if (json_is_object(answer) && !json_object_get(answer, "method") &&
		!json_object_get(answer, "result") == !json_object_get(answer, "error"))
		BUG("an answer has neither a result nor an error: %s", out->text);
	if (!answer)
		BUG("an answer is not JSON: %s", out->text);
	json_decref(answer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct session *session = mcp_fuzz_open();
	struct wire wire = WIRE_INIT;
	struct strbuf out = STRBUF_INIT;
	struct assistant assistant;
	struct server server;
	const char *line;
	size_t len, lines = 0;

	assistant_init(&assistant, session, true);
	server_init(&server, &assistant);
	for (size_t at = 0; at < size && lines < MCP_FUZZ_LINES; at += MCP_FUZZ_PIECE) {
		wire_add(&wire, (const char *)data + at, size - at < MCP_FUZZ_PIECE ? size - at : MCP_FUZZ_PIECE);
		while (wire_next(&wire, &line, &len) == WIRE_LINE && lines++ < MCP_FUZZ_LINES) {
			strbuf_reset(&out);
			server_hear(&server, line, len, &out);
			mcp_fuzz_check(&out);
		}
	}
	if (picture_fault(session_board(session)))
		BUG("the board has %s", picture_fault(session_board(session)));
	server_release(&server);
	assistant_release(&assistant);
	session_close(session);
	wire_release(&wire);
	strbuf_release(&out);
	return 0;
}
