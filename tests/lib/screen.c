#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "lib/screen.h"

#include "lib/child.h"
#include "lib/must.h"
#include "lib/screen_priv.h"
#include "lib/stroke.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SCREEN_CHUNK_BYTES 65536
#define SCREEN_SEND_LIMIT_MS 10000
#define SCREEN_CLOSE_LIMIT_MS 2000
/* Longer than any pause by which a program would tell Esc from a sequence. */
#define SCREEN_ESC_QUIET_MS 100
#define SCREEN_ESC_LIMIT_MS 1000
/* After the exit: for output still on its way, should another hold the terminal. */
#define SCREEN_REST_QUIET_MS 50
/* What has come before a limit is read after it, but not an endless stream. */
#define SCREEN_LATE_CHUNKS 256

/* ---- life ---- */

/* libvterm has something for the program. */
static void screen_said(const char *bytes, size_t len, void *arg)
{
	struct screen *s = arg;

	if (!s->answer && !s->typing)
		return;
	s->said = must(realloc(s->said, s->said_len + len));
	memcpy(s->said + s->said_len, bytes, len);
	s->said_len += len;
}

static int screen_prop(VTermProp prop, VTermValue *value, void *arg)
{
	struct screen *s = arg;

	if (prop == VTERM_PROP_CURSORVISIBLE)
		s->visible = value->boolean;
	return 1;
}

struct screen *screen_start(int rows, int cols, char *const argv[], char *const env[])
{
	static const VTermScreenCallbacks callbacks = {.settermprop = screen_prop};
	struct screen *s = must(calloc(1, sizeof(*s)));

	if (pty_start(&s->pty, rows, cols, argv, env) < 0) {
		free(s);
		return NULL;
	}
	s->vt = must(vterm_new(rows, cols));
	vterm_set_utf8(s->vt, 1);
	vterm_output_set_callback(s->vt, screen_said, s);
	s->vs = vterm_obtain_screen(s->vt);
	vterm_screen_set_callbacks(s->vs, &callbacks, s);
	vterm_screen_enable_altscreen(s->vs, 1);
	vterm_screen_reset(s->vs, 1);
	screen_raw_reset(s);
	return s;
}

void screen_close(struct screen *s)
{
	if (!s)
		return;
	pty_close(&s->pty, SCREEN_CLOSE_LIMIT_MS);
	vterm_free(s->vt);
	free(s->said);
	free(s->raw);
	free(s);
}

void screen_hangup(struct screen *s)
{
	pty_hangup(&s->pty);
}

void screen_answer(struct screen *s, bool on)
{
	s->answer = on;
}

pid_t screen_pid(const struct screen *s)
{
	return s->pty.pid;
}

int screen_signal(struct screen *s, int sig)
{
	return kill(s->pty.pid, sig);
}

/* ---- reading ---- */

static void screen_keep(struct screen *s, const char *bytes, size_t len)
{
	size_t need = s->raw_len + len + 1;

	if (need > s->raw_size) {
		s->raw_size = need * 2;
		s->raw = must(realloc(s->raw, s->raw_size));
	}
	memcpy(s->raw + s->raw_len, bytes, len);
	s->raw_len += len;
	s->raw[s->raw_len] = '\0';
	s->bytes += len;
}

static bool screen_send_said(struct screen *s)
{
	size_t len = s->said_len;
	char *said = s->said;
	bool sent;

	/* Sending reads too, and what is read may make the terminal say more. */
	s->said = NULL;
	s->said_len = 0;
	sent = screen_send(s, said, len);
	free(said);
	return sent;
}

/* How many bytes at the end begin a letter of UTF-8 that is not whole. */
static size_t screen_unfinished(const char *bytes, size_t len)
{
	for (size_t back = 1; back <= 3 && back <= len; back++) {
		unsigned char byte = (unsigned char)bytes[len - back];

		if (byte >= 0xc0)
			return back < (byte >= 0xf0 ? 4u : byte >= 0xe0 ? 3u : 2u) ? back : 0;
		if (byte < 0x80)
			break;
	}
	return 0;
}

/* Shows what came. libvterm 0.1.4 gets whole letters only: it forgets one that is cut where ASCII stands before it. */
static void screen_show(struct screen *s, char *bytes, size_t len)
{
	size_t left = screen_unfinished(bytes, len);

	vterm_input_write(s->vt, bytes, len - left);
	memcpy(s->begun, bytes + len - left, left);
	s->begun_len = left;
}

/* Reads one chunk, waiting at most `limit_ms` for it. True when something came. */
static bool screen_fill(struct screen *s, int limit_ms)
{
	char chunk[SCREEN_CHUNK_BYTES], *read = chunk + s->begun_len;
	size_t len = pty_read(&s->pty, read, sizeof(chunk) - s->begun_len, limit_ms);

	if (len == 0)
		return false;
	screen_keep(s, read, len);
	memcpy(chunk, s->begun, s->begun_len);
	screen_show(s, chunk, s->begun_len + len);
	vterm_screen_flush_damage(s->vs);
	if (s->answer && s->said_len > 0)
		screen_send_said(s);
	return true;
}

/* ---- what the user does ---- */

bool screen_send(struct screen *s, const char *bytes, size_t len)
{
	long long deadline = child_now_ms() + SCREEN_SEND_LIMIT_MS;

	while (len > 0) {
		ssize_t n = pty_write(&s->pty, bytes, len);

		if (n < 0)
			return false;
		bytes += n;
		len -= (size_t)n;
		if (len == 0)
			break;
		if (child_left_ms(deadline) == 0 || s->pty.ended)
			return false;
		/* A program that cannot write would never come to read this. */
		pty_wait_ready(&s->pty, child_left_ms(deadline));
		screen_fill(s, 0);
	}
	return true;
}

/* Appends the bytes of a key to what is to be sent. */
static void screen_type(struct screen *s, const struct stroke *stroke)
{
	s->typing = true;
	if (stroke->special == VTERM_KEY_NONE)
		screen_said(stroke->bytes, stroke->len, s);
	else
		vterm_keyboard_key(s->vt, stroke->special, stroke->mods);
	s->typing = false;
}

bool screen_keys(struct screen *s, const char *notation)
{
	struct stroke stroke;

	screen_fill(s, 0); /* the mode of the cursor keys may have come */
	while (*notation) {
		notation = stroke_parse(&stroke, notation);
		if (!notation) {
			screen_send_said(s);
			return false;
		}
		screen_type(s, &stroke);
		if (stroke.len == 1 && stroke.bytes[0] == '\033') {
			if (!screen_send_said(s))
				return false;
			screen_settle(s, SCREEN_ESC_QUIET_MS, SCREEN_ESC_LIMIT_MS);
		}
	}
	return screen_send_said(s);
}

bool screen_paste(struct screen *s, const char *text)
{
	return screen_send(s, "\033[200~", 6) && screen_send(s, text, strlen(text)) && screen_send(s, "\033[201~", 6);
}

bool screen_mouse(struct screen *s, enum screen_mouse action, int col, int row, int button)
{
	static const struct {
		int base;
		bool has_button;
		char final;
	} reports[] = {
		[SCREEN_MOUSE_PRESS] = {0, true, 'M'},
		[SCREEN_MOUSE_RELEASE] = {0, true, 'm'},
		[SCREEN_MOUSE_DRAG] = {32, true, 'M'},
		[SCREEN_MOUSE_MOVE] = {35, false, 'M'},
		[SCREEN_MOUSE_WHEEL_UP] = {64, false, 'M'},
		[SCREEN_MOUSE_WHEEL_DOWN] = {65, false, 'M'},
	};
	int code = reports[action].base + (reports[action].has_button ? button - 1 : 0);
	char bytes[64];
	int len = snprintf(bytes, sizeof(bytes), "\033[<%d;%d;%d%c", code, col + 1, row + 1, reports[action].final);

	return screen_send(s, bytes, (size_t)len);
}

bool screen_resize(struct screen *s, int rows, int cols)
{
	/* First ours: what the program draws for the new size must find it. */
	screen_fill(s, 0);
	vterm_set_size(s->vt, rows, cols);
	vterm_screen_flush_damage(s->vs);
	return pty_resize(&s->pty, rows, cols) == 0;
}

/* ---- waiting ---- */

bool screen_wait(struct screen *s, screen_predicate *predicate, void *arg, int limit_ms)
{
	long long deadline = child_now_ms() + limit_ms;
	int late = 0;

	while (!predicate(s, arg)) {
		int left = child_left_ms(deadline);

		if (!screen_fill(s, left) && (left == 0 || s->pty.ended))
			return false;
		if (left == 0 && ++late > SCREEN_LATE_CHUNKS)
			return false;
	}
	return true;
}

bool screen_settle(struct screen *s, int quiet_ms, int limit_ms)
{
	long long deadline = child_now_ms() + limit_ms;

	while (screen_fill(s, quiet_ms)) {
		if (child_left_ms(deadline) == 0)
			return false;
	}
	return true;
}

bool screen_wait_exit(struct screen *s, int *status, int limit_ms)
{
	long long deadline = child_now_ms() + limit_ms;

	while (!pty_wait_exit(&s->pty, child_left_ms(deadline))) {
		/* The program may be held up by output that nobody takes. */
		screen_fill(s, 0);
		if (child_left_ms(deadline) == 0)
			return false;
	}
	screen_settle(s, SCREEN_REST_QUIET_MS, SCREEN_ESC_LIMIT_MS);
	*status = s->pty.status;
	return true;
}
