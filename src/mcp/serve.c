#include "mcp/serve.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "mcp/server.h"
#include "mcp/wire.h"
#include "terminal/signals.h"

/* How much is read at once. */
#define SERVE_BYTES 65536

/* The pause between looks at the log, in ms: what comes in quick succession is told of once. */
#define SERVE_PAUSE_MS 50

/* The longest wait for the end of its time: the clock may be set in between. */
#define SERVE_UNTIL_MS 3600000

struct serve {
	struct assistant assistant;
	struct server server;
	struct wire wire;
	struct strbuf answer;
	int in, out;
	const struct serve_options *options;
	bool ended;        /* told to end, or its time is up */
	bool rests;        /* it has used more than its share of the machine: nothing is done now */
	bool behind;       /* others may have changed the board since the last look */
	int64_t looked_ms; /* when that was, by clock_span_ms() */
};

/* Nothing to clean up: what was answered is on disk. */
static void serve_crash(void)
{
}

/* Writes what there is to write. */
static int serve_write(struct serve *serve, struct error *err)
{
	const struct strbuf *text = &serve->answer;
	ssize_t written = 0;

	signals_write(serve->out);
	for (size_t at = 0; at < text->len && written >= 0; at += (size_t)written) {
		written = write(serve->out, text->text + at, text->len - at);
		if (written < 0 && errno == EINTR)
			written = 0;
	}
	signals_write(-1);
	strbuf_reset(&serve->answer);
	return written < 0 ? error_set(err, ERROR_SYSTEM, _("standard output: %s"), strerror(errno)) : 0;
}

/* Answers all lines that have come; LAST: nothing more will come. */
static int serve_lines(struct serve *serve, bool last, struct error *err)
{
	enum wire_news news;
	const char *line;
	size_t len;
	int failed = 0;

	while (!failed && (news = wire_next(&serve->wire, &line, &len)) != WIRE_NOTHING) {
		if (news == WIRE_TOO_LONG)
			server_refuse_length(&serve->answer);
		else
			server_hear(&serve->server, line, len, &serve->answer);
		failed = serve_write(serve, err);
	}
	if (!failed && last && wire_last(&serve->wire, &line, &len) == WIRE_LINE) {
		server_hear(&serve->server, line, len, &serve->answer);
		failed = serve_write(serve, err);
	}
	return failed;
}

/* Reads what has come. Returns 1, 0 at the end, or an error. */
static int serve_read(struct serve *serve, struct error *err)
{
	char bytes[SERVE_BYTES];
	ssize_t got = read(serve->in, bytes, sizeof(bytes));

	if (got < 0 && (errno == EINTR || errno == EAGAIN))
		return 1;
	if (got < 0)
		return error_set(err, ERROR_SYSTEM, _("standard input: %s"), strerror(errno));
	wire_add(&serve->wire, bytes, (size_t)got);
	return got > 0;
}

/* The time in ms until the next look, if one is due; -1: never. */
static int serve_look_ms(const struct serve *serve)
{
	int64_t left = serve->looked_ms + SERVE_PAUSE_MS - clock_span_ms();

	return !serve->behind ? -1 : left > 0 ? (int)left : 0;
}

/* The time in ms until it has to leave; -1: never. */
static int serve_until_ms(const struct serve *serve)
{
	int64_t left = serve->options->until_ms - clock_now_ms();

	if (!serve->options->until_ms)
		return -1;
	return left < 0 ? 0 : left < SERVE_UNTIL_MS ? (int)left : SERVE_UNTIL_MS;
}

static int serve_next_ms(const struct serve *serve)
{
	int next = clock_earlier(serve_look_ms(serve), assistant_next_ms(&serve->assistant));

	return clock_earlier(next, serve_until_ms(serve));
}

/* Looks at what others have done, if it is time. */
static int serve_look(struct serve *serve, struct error *err)
{
	serve->behind |= assistant_attend(&serve->assistant);
	if (serve_look_ms(serve))
		return 0;
	serve->behind = false;
	serve->looked_ms = clock_span_ms();
	server_look(&serve->server, &serve->answer);
	return serve_write(serve, err);
}

/* Waits until there is something to do, or while it has to rest; true if there may be something to read. */
static bool serve_wait(struct serve *serve)
{
	int rest = serve->options->ration ? ration_rest_ms(serve->options->ration) : 0, none;
	struct pollfd wait = {.fd = serve->in, .events = POLLIN};
	unsigned flags;

	serve->rests = rest > 0;
	if (serve->rests)
		signals_wait(-1, -1, -1, clock_earlier(rest, serve_until_ms(serve)), &flags);
	else
		signals_wait(serve->in, serve->assistant.peers.fd, session_watch(serve->assistant.session, &none),
			serve_next_ms(serve), &flags);
	serve->ended = flags & SIGNALS_END || !serve_until_ms(serve);
	if (flags & SIGNALS_STOP)
		raise(SIGSTOP);
	return !serve->ended && !serve->rests && poll(&wait, 1, 0) > 0;
}

static int serve_run(struct serve *serve, struct error *err)
{
	int failed = 0, more = 1;

	while (more > 0 && !failed) {
		bool reads = serve_wait(serve);

		if (serve->ended)
			break;
		if (serve->rests)
			continue;
		failed = serve_look(serve, err);
		if (failed) {
			break;
		} else if (reads) {
			more = serve_read(serve, err);
			failed = more < 0 ? more : serve_lines(serve, !more, err);
		} else {
			assistant_idle(&serve->assistant);
		}
	}
	return failed;
}

int serve_client(struct session *session, const struct serve_options *options, int in, int out, struct error *err)
{
	struct serve serve = {.wire = WIRE_INIT, .answer = STRBUF_INIT, .in = in, .out = out, .options = options};
	int failed;

	signals_open(serve_crash);
	assistant_init(&serve.assistant, session, options->votes);
	server_init(&serve.server, &serve.assistant);
	failed = serve_run(&serve, err);
	if (!failed && serve.ended) {
		server_leave(&serve.server, &serve.answer);
		serve_write(&serve, NULL);
		failed = error_set(err, ERROR_REFUSED, "%s", _("the assistant was told to leave; everything is saved"));
	}
	server_release(&serve.server);
	assistant_release(&serve.assistant);
	signals_close();
	wire_release(&serve.wire);
	strbuf_release(&serve.answer);
	return failed;
}
