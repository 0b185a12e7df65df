/*
 * paste: what a terminal sends between ESC [ 200 ~ and ESC [ 201 ~, as a text.
 *
 * Some terminals let the latter through where it stands in what is pasted. So the end counts only when nothing comes on
 * its heels: what comes in the same burst belongs to the paste and is never taken for keys.
 */
#ifndef TERMINAL_PASTE_H
#define TERMINAL_PASTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"

/* A longer paste is cut: no board needs more, and memory is limited. */
#define PASTE_MOST (4u << 20)

/* What a moment without more of it means. */
enum paste_result {
	PASTE_GOES_ON,
	PASTE_STALLED, /* for some time nothing came: now a key by itself ends it; said once */
	PASTE_DONE     /* .text is all of it */
};

struct paste {
	bool on;          /* one has begun and is not done */
	bool cut;         /* there was more than the limit */
	bool stalled;     /* for a moment nothing more came */
	bool leaving;     /* the ESC that came last came by itself, long after the rest */
	bool ended;       /* its end has come, and perhaps more behind it */
	size_t end;       /* how long it was then */
	size_t matched;   /* so many bytes that may be its end came last */
	int64_t heard_ms; /* when the last of it came */
	struct strbuf text;
};

void paste_init(struct paste *paste);
void paste_release(struct paste *paste);

/* One begins. */
void paste_begin(struct paste *paste, int64_t now_ms);

/* Takes a byte; true when it ends the paste, Ctrl-C by itself. */
bool paste_take(struct paste *paste, unsigned char byte, int64_t now_ms);

/* The ms after which to call paste_idle() if nothing comes; -1: never. */
int paste_wait_ms(const struct paste *paste, int64_t now_ms, int esc_ms);

/* Nothing is there to be taken. An ESC that nothing followed for ESC_MS is a key. */
enum paste_result paste_idle(struct paste *paste, int64_t now_ms, int esc_ms);

#endif
