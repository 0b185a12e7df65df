#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "lib/stroke.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct {
	const char *name;
	char byte;
} stroke_plain[] = {
	{"Tab", '\t'},
	{"Enter", '\r'},
	{"CR", '\r'},
	{"Esc", '\033'},
	{"Space", ' '},
	{"BS", '\177'},
	{"lt", '<'},
};

static const struct {
	const char *name;
	VTermKey special;
} stroke_special[] = {
	{"Up", VTERM_KEY_UP},
	{"Down", VTERM_KEY_DOWN},
	{"Left", VTERM_KEY_LEFT},
	{"Right", VTERM_KEY_RIGHT},
	{"Ins", VTERM_KEY_INS},
	{"Del", VTERM_KEY_DEL},
	{"Home", VTERM_KEY_HOME},
	{"End", VTERM_KEY_END},
	{"PageUp", VTERM_KEY_PAGEUP},
	{"PageDown", VTERM_KEY_PAGEDOWN},
};

#define STROKE_COUNT(table) (sizeof(table) / sizeof((table)[0]))
#define STROKE_NAME_MAX 16

/* Length of the UTF-8 character at `p`; a stray byte counts as one. */
static size_t stroke_char_len(const char *p)
{
	size_t len = 1;

	while (((unsigned char)p[0] & 0xc0) == 0xc0 && ((unsigned char)p[len] & 0xc0) == 0x80 && len < 4)
		len++;
	return len;
}

/* Takes the modifiers off the front of `name`. */
static const char *stroke_mods(VTermModifier *mods, const char *name)
{
	unsigned int found = 0;

	for (; name[0] && name[1] == '-' && name[2]; name += 2) {
		switch (toupper((unsigned char)name[0])) {
		case 'C': found |= VTERM_MOD_CTRL; break;
		case 'A':
		case 'M': found |= VTERM_MOD_ALT; break;
		case 'S': found |= VTERM_MOD_SHIFT; break;
		default: return name;
		}
	}
	*mods = (VTermModifier)found;
	return name;
}

static bool stroke_find_special(struct stroke *stroke, const char *name)
{
	if (toupper((unsigned char)name[0]) == 'F' && isdigit((unsigned char)name[1])) {
		char *end;
		long n = strtol(name + 1, &end, 10);

		stroke->special = (VTermKey)VTERM_KEY_FUNCTION(n);
		return !*end && n >= 1 && n <= 12;
	}
	for (size_t i = 0; i < STROKE_COUNT(stroke_special); i++) {
		if (!strcasecmp(name, stroke_special[i].name)) {
			stroke->special = stroke_special[i].special;
			return true;
		}
	}
	return false;
}

/* The control code that a terminal sends for `c` with Ctrl, or -1. */
static int stroke_control(char c)
{
	if (c == ' ')
		return 0;
	if (c == '/')
		return 0x1f;
	if (c == '?')
		return 0x7f;
	if (isalpha((unsigned char)c) || (c >= '@' && c <= '_'))
		return c & 0x1f;
	return -1;
}

static bool stroke_find_plain(struct stroke *stroke, const char *name)
{
	size_t len = stroke_char_len(name);

	for (size_t i = 0; i < STROKE_COUNT(stroke_plain); i++) {
		if (!strcasecmp(name, stroke_plain[i].name)) {
			stroke->bytes[0] = stroke_plain[i].byte;
			stroke->len = 1;
			return true;
		}
	}
	if (!name[0] || name[len])
		return false;
	memcpy(stroke->bytes, name, len);
	stroke->len = len;
	return true;
}

static bool stroke_apply_mods(struct stroke *stroke)
{
	if (stroke->mods & VTERM_MOD_SHIFT) {
		if (stroke->bytes[0] != '\t' || stroke->mods != VTERM_MOD_SHIFT)
			return false;
		memcpy(stroke->bytes, "\033[Z", 3);
		stroke->len = 3;
	}
	if (stroke->mods & VTERM_MOD_CTRL) {
		int code = stroke->len == 1 ? stroke_control(stroke->bytes[0]) : -1;

		if (code < 0)
			return false;
		stroke->bytes[0] = (char)code;
	}
	if (stroke->mods & VTERM_MOD_ALT) {
		memmove(stroke->bytes + 1, stroke->bytes, stroke->len);
		stroke->bytes[0] = '\033';
		stroke->len++;
	}
	stroke->mods = VTERM_MOD_NONE;
	return true;
}

const char *stroke_parse(struct stroke *stroke, const char *notation)
{
	const char *end = strchr(notation, '>'), *base;
	char name[STROKE_NAME_MAX];

	*stroke = (struct stroke){.special = VTERM_KEY_NONE};
	if (notation[0] != '<') {
		stroke->len = stroke_char_len(notation);
		memcpy(stroke->bytes, notation, stroke->len);
		return notation + stroke->len;
	}
	if (end && end == notation + 3 && end[-1] == '-' && end[1] == '>')
		end++; /* <C->> is Ctrl and ">" */
	if (!end || (size_t)(end - notation) > sizeof(name))
		return NULL;
	memcpy(name, notation + 1, (size_t)(end - notation - 1));
	name[end - notation - 1] = '\0';
	base = stroke_mods(&stroke->mods, name);
	if (stroke_find_special(stroke, base))
		return end + 1;
	if (!stroke_find_plain(stroke, base) || !stroke_apply_mods(stroke))
		return NULL;
	return end + 1;
}
