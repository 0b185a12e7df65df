#include "terminal/key.h"

#include <string.h>

#include "base/mem.h"
#include "text/utf8.h"

static const struct {
	const char *name;
	enum key_code code;
} key_names[] = {
	{"Up", KEY_CODE_UP},
	{"Down", KEY_CODE_DOWN},
	{"Left", KEY_CODE_LEFT},
	{"Right", KEY_CODE_RIGHT},
	{"Home", KEY_CODE_HOME},
	{"End", KEY_CODE_END},
	{"PageUp", KEY_CODE_PAGE_UP},
	{"PageDown", KEY_CODE_PAGE_DOWN},
	{"Insert", KEY_CODE_INSERT},
	{"Delete", KEY_CODE_DELETE},
	{"Backspace", KEY_CODE_BACKSPACE},
	{"Enter", KEY_CODE_ENTER},
	{"Tab", KEY_CODE_TAB},
	{"BackTab", KEY_CODE_BACK_TAB},
	{"Esc", KEY_CODE_ESC},
	{"Space", KEY_CODE_SPACE},
	{"F1", KEY_CODE_F1},
	{"F2", KEY_CODE_F1 + 1},
	{"F3", KEY_CODE_F1 + 2},
	{"F4", KEY_CODE_F1 + 3},
	{"F5", KEY_CODE_F1 + 4},
	{"F6", KEY_CODE_F1 + 5},
	{"F7", KEY_CODE_F1 + 6},
	{"F8", KEY_CODE_F1 + 7},
	{"F9", KEY_CODE_F1 + 8},
	{"F10", KEY_CODE_F1 + 9},
	{"F11", KEY_CODE_F1 + 10},
	{"F12", KEY_CODE_F12},
};

static bool key_parse_name(const char *text, struct key *key)
{
	for (size_t i = 0; i < ARRAY_SIZE(key_names); i++)
		if (!strcmp(key_names[i].name, text)) {
			key->code = key_names[i].code;
			return true;
		}
	return false;
}

struct key key_plain(struct key key)
{
	if (key.code == KEY_CODE_TAB && key.shift)
		key.code = KEY_CODE_BACK_TAB;
	if (key.code == KEY_CODE_BACK_TAB)
		key.shift = false;
	return key;
}

const char *key_parse(const char *text, struct key *key)
{
	struct key read = {0};
	const char *name = text;
	size_t used;

	for (; name[0] && strchr("CAS", name[0]) && name[1] == '-' && name[2]; name += 2)
		*(name[0] == 'C' ? &read.ctrl : name[0] == 'A' ? &read.alt : &read.shift) = true;
	if (name[0] && name[1] && key_parse_name(name, &read)) { /* names are longer than a character */
		*key = key_plain(read);
		return name + strlen(name);
	}
	used = utf8_decode(name, strlen(name), &read.code);
	if (!used || read.code <= ' ' || read.code == 0x7f)
		return NULL;
	if (read.ctrl ? read.code < 'a' || read.code > 'z' : read.shift)
		return NULL;
	*key = read;
	return name + used;
}

void key_format(struct key key, struct strbuf *out)
{
	if (key.ctrl)
		strbuf_addstr(out, "C-");
	if (key.alt)
		strbuf_addstr(out, "A-");
	if (key.shift)
		strbuf_addstr(out, "S-");
	for (size_t i = 0; i < ARRAY_SIZE(key_names); i++)
		if (key_names[i].code == (enum key_code)key.code) {
			strbuf_addstr(out, key_names[i].name);
			return;
		}
	utf8_append(out, key.code);
}

bool key_equal(struct key a, struct key b)
{
	return a.code == b.code && a.ctrl == b.ctrl && a.alt == b.alt && a.shift == b.shift;
}

bool key_is_esc(struct key key)
{
	return key.code == KEY_CODE_ESC;
}

bool key_text(struct key key, struct strbuf *out)
{
	if (key.ctrl || key.alt)
		return false;
	if (key.code == KEY_CODE_SPACE)
		strbuf_addch(out, ' ');
	else if (key.code < KEY_CODE_FIRST)
		utf8_append(out, key.code);
	else
		return false;
	return true;
}
