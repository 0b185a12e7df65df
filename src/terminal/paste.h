/*
 * paste: what a terminal sends between ESC [ 200 ~ and ESC [ 201 ~, as text.
 *
 * Some terminals do not filter the end sequence from the pasted text. So the end counts only if nothing follows at
 * once: whatever comes in the same burst belongs to the paste and is never taken for keys.
 */
#ifndef TERMINAL_PASTE_H
#define TERMINAL_PASTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"

/* The maximum length of a paste in bytes; the rest is cut off. No board needs more, and memory is limited. */
#define PASTE_MOST (4u << 20)

/* What a moment without further bytes means. */
enum paste_result {
	PASTE_GOES_ON,
	PASTE_STALLED, /* nothing came for some time: from now on a key alone ends it; reported once */
	PASTE_DONE     /* .text is complete */
};

struct paste {
	bool on;          /* a paste has begun and is not done */
	bool cut;         /* the rest was cut off */
	bool stalled;     /* nothing more came for some time */
	bool leaving;     /* the last byte was an ESC that came alone, long after the rest */
	bool ended;       /* its end has come, perhaps with more after it */
	size_t end;       /* the length of the text at that end */
	size_t matched;   /* how many of the last bytes may be the start of its end */
	int64_t heard_ms; /* when the last byte came */
	struct strbuf text;
};

void paste_init(struct paste *paste);
void paste_release(struct paste *paste);

/* Begins a paste. */
void paste_begin(struct paste *paste, int64_t now_ms);

/* Takes a byte; true if it ends the paste: Ctrl-C on its own. */
bool paste_take(struct paste *paste, unsigned char byte, int64_t now_ms);

/* The time in ms after which to call paste_idle() if nothing comes; -1: never. */
int paste_wait_ms(const struct paste *paste, int64_t now_ms, int esc_ms);

/* Call when there is nothing to read. An ESC with nothing after it for ESC_MS is a key. */
enum paste_result paste_idle(struct paste *paste, int64_t now_ms, int esc_ms);

#endif
