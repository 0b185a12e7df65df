#include "terminal/paste.h"

#include <string.h>

#include "text/utf8.h"

/* A paste has stalled after this time without further bytes. From then on Esc ends it, if it comes alone and as long
 * after the byte before; bytes that come together are text, which must never be taken for keys. */
#define PASTE_STALL_MS 1000
#define PASTE_APART_MS 100

/* Bytes within this time are one burst: longer than a terminal pauses, shorter than a hand needs. */
#define PASTE_BURST_MS 50

#define PASTE_ESC 27
#define PASTE_CTRL_C 3

static const char paste_begins[] = "\033[200~";
static const char paste_ends[] = "\033[201~";

void paste_init(struct paste *paste)
{
	*paste = (struct paste){.text = STRBUF_INIT};
}

void paste_release(struct paste *paste)
{
	strbuf_release(&paste->text);
}

void paste_begin(struct paste *paste, int64_t now_ms)
{
	struct strbuf text = paste->text;

	*paste = (struct paste){.on = true, .heard_ms = now_ms, .text = text};
	strbuf_reset(&paste->text);
}

static void paste_keep(struct paste *paste, const char *bytes, size_t len)
{
	paste->cut |= paste->text.len + len > PASTE_MOST;
	if (!paste->cut)
		strbuf_add(&paste->text, bytes, len);
}

/* What looked like the end was text: keeps it. */
static void paste_keep_matched(struct paste *paste)
{
	paste_keep(paste, paste_ends, paste->matched);
	paste->matched = 0;
}

/* Turns line ends into line feeds and removes whatever is not text, and further start sequences. */
static void paste_tidy(struct paste *paste)
{
	const char *text = paste->text.text;
	size_t begin = sizeof(paste_begins) - 1, from = 0, to = 0, len = paste->text.len;

	while (from < len) {
		int32_t code;
		size_t used = utf8_decode(text + from, len - from, &code);

		if (text[from] == PASTE_ESC && len - from >= begin && !memcmp(text + from, paste_begins, begin)) {
			from += begin;
			paste->text.text[to++] = '\n';
		} else if (text[from] == '\r') {
			from += from + 1 < len && text[from + 1] == '\n' ? 2 : 1;
			paste->text.text[to++] = '\n';
		} else if (used && code) {
			memmove(paste->text.text + to, text + from, used);
			to += used;
			from += used;
		} else {
			from += used ? used : 1;
		}
	}
	strbuf_truncate(&paste->text, to);
}

/* Whatever came after the end and begins with ESC was keys or the mouse. It is unclear which, so all of it is
 * dropped. */
static void paste_finish(struct paste *paste)
{
	paste_keep_matched(paste);
	if (paste->ended && paste->text.text[paste->end] == PASTE_ESC)
		strbuf_truncate(&paste->text, paste->end);
	paste->on = false;
	paste_tidy(paste);
}

bool paste_take(struct paste *paste, unsigned char byte, int64_t now_ms)
{
	bool apart = paste->stalled && now_ms - paste->heard_ms >= PASTE_APART_MS;

	paste->heard_ms = now_ms;
	if (byte == PASTE_CTRL_C && apart) {
		paste_finish(paste);
		return true;
	}
	if (byte != (unsigned char)paste_ends[paste->matched])
		paste_keep_matched(paste);
	if (byte == (unsigned char)paste_ends[paste->matched]) {
		paste->leaving = !paste->matched && apart;
		paste->matched++;
	} else {
		paste_keep(paste, (const char[]){(char)byte}, 1);
	}
	if (paste->matched == sizeof(paste_ends) - 1) {
		paste->matched = 0;
		paste->ended = true;
		paste->end = paste->text.len;
	}
	return false;
}

/* Did an ESC come last, alone, with its meaning still open? */
static bool paste_is_left(const struct paste *paste)
{
	return paste->leaving && paste->matched == 1;
}

int paste_wait_ms(const struct paste *paste, int64_t now_ms, int esc_ms)
{
	int most = paste->stalled ? -1 : PASTE_STALL_MS;
	int64_t left;

	if (paste->ended)
		most = PASTE_BURST_MS;
	else if (paste_is_left(paste))
		most = esc_ms;
	left = most - (now_ms - paste->heard_ms);
	if (!paste->on || most < 0)
		return -1;
	return left > 0 ? (int)left : 0;
}

enum paste_result paste_idle(struct paste *paste, int64_t now_ms, int esc_ms)
{
	if (paste_wait_ms(paste, now_ms, esc_ms))
		return PASTE_GOES_ON;
	if (!paste->ended && !paste_is_left(paste)) {
		paste->stalled = true;
		return PASTE_STALLED;
	}
	if (!paste->ended)
		paste->matched = 0;
	paste_finish(paste);
	return PASTE_DONE;
}
