#include "terminal/pen.h"

#include <stdbool.h>
#include <string.h>

#define PEN_ESC 27
#define PEN_COLOUR_BYTES 16

enum { PEN_FOREGROUND, PEN_BACKGROUND, PEN_GROUNDS };

struct pen {
	char is[PEN_GROUNDS][PEN_COLOUR_BYTES];   /* how each was set, "38;5;16" or "31"; "": unknown */
	char next[PEN_GROUNDS][PEN_COLOUR_BYTES]; /* how to set each; "": no change */
	struct strbuf *out;
};

/* Which colour PARAMETERS set; PEN_GROUNDS: none or several. */
static int pen_ground(const char *parameters, size_t len)
{
	bool indexed = len > 5 && parameters[1] == '8' && !strncmp(parameters + 2, ";5;", 3);

	if (len >= PEN_COLOUR_BYTES || (!indexed && (len != 2 || parameters[1] < '0' || parameters[1] > '7')) ||
		(indexed && strspn(parameters + 5, "0123456789") != len - 5))
		return PEN_GROUNDS;
	return parameters[0] == '3' ? PEN_FOREGROUND : parameters[0] == '4' ? PEN_BACKGROUND : PEN_GROUNDS;
}

/* Sends the pending colours. */
static void pen_set(struct pen *pen)
{
	bool first = true;

	for (int i = 0; i < PEN_GROUNDS; i++) {
		if (pen->next[i][0] && strcmp(pen->next[i], pen->is[i])) {
			strbuf_addstr(pen->out, first ? "\033[" : ";");
			strbuf_addstr(pen->out, pen->next[i]);
			memcpy(pen->is[i], pen->next[i], PEN_COLOUR_BYTES);
			first = false;
		}
		pen->next[i][0] = '\0';
	}
	if (!first)
		strbuf_addch(pen->out, 'm');
}

/* Sends a rendition that is not a colour; "m" and "0m" reset everything, so pending colours are dropped. */
static void pen_adorn(struct pen *pen, const char *sequence, size_t len)
{
	bool plain = len == 3 || (len == 4 && sequence[2] == '0');

	if (!plain)
		pen_set(pen);
	memset(pen->is, 0, sizeof(pen->is));
	memset(pen->next, 0, sizeof(pen->next));
	strbuf_add(pen->out, sequence, len);
}

/* Handles the rendition SEQUENCE. */
static void pen_render(struct pen *pen, const char *sequence, size_t len)
{
	int ground = pen_ground(sequence + 2, len - 3);

	if (len == 8 && !memcmp(sequence + 2, "39;49", 5)) { /* how curses resets colours */
		strcpy(pen->next[PEN_FOREGROUND], "39");
		strcpy(pen->next[PEN_BACKGROUND], "49");
	} else if (ground < PEN_GROUNDS) {
		memcpy(pen->next[ground], sequence + 2, len - 3);
		pen->next[ground][len - 3] = '\0';
	} else {
		pen_adorn(pen, sequence, len);
	}
}

/* The length of the sequence ESC [ ... m at BYTES; 0: something else. */
static size_t pen_rendition(const char *bytes, size_t len)
{
	size_t at = 2;

	if (len < 3 || bytes[0] != PEN_ESC || bytes[1] != '[')
		return 0;
	while (at < len && ((bytes[at] >= '0' && bytes[at] <= '9') || bytes[at] == ';' || bytes[at] == ':'))
		at++;
	return at < len && bytes[at] == 'm' ? at + 1 : 0;
}

/* The length of what is at BYTES if not a rendition: a byte or a sequence. */
static size_t pen_other(const char *bytes, size_t len)
{
	size_t at = 1;

	if (bytes[0] != PEN_ESC || len < 2)
		return 1;
	if (bytes[1] != '[') {
		while (at < len && bytes[at] >= ' ' && bytes[at] <= '/')
			at++;
		return at < len ? at + 1 : len;
	}
	for (at = 2; at < len && (unsigned char)bytes[at] < '@';)
		at++;
	return at < len ? at + 1 : len;
}

void pen_spare(const char *bytes, size_t len, struct strbuf *out)
{
	struct pen pen = {.out = out};

	for (size_t at = 0, taken; at < len; at += taken) {
		taken = pen_rendition(bytes + at, len - at);
		if (taken) {
			pen_render(&pen, bytes + at, taken);
			continue;
		}
		taken = pen_other(bytes + at, len - at);
		if (taken < 2 || bytes[at + 1] != '(') /* the character set does not matter for colours */
			pen_set(&pen);
		strbuf_add(out, bytes + at, taken);
	}
	pen_set(&pen);
}
