#include "ui/input.h"

#include <curses.h>
#include <stdlib.h>

#include "base/mem.h"
#include "text/utf8.h"

/* A paste longer than this is cut: no text of a board needs more, and no memory is to be had for ever. */
#define INPUT_PASTE_MOST (4u << 20)

enum { INPUT_PASTE_BEGIN = KEY_MAX + 1, INPUT_PASTE_END };

struct input {
	WINDOW *window;       /* keys are read from a window of their own: reading paints the window read from */
	bool pasting;
	struct strbuf paste;
};

/* Codes of curses and ours. */
static const struct {
	int curses;
	enum key_code code;
} input_keys[] = {
	{KEY_UP, KEY_CODE_UP},
	{KEY_DOWN, KEY_CODE_DOWN},
	{KEY_LEFT, KEY_CODE_LEFT},
	{KEY_RIGHT, KEY_CODE_RIGHT},
	{KEY_HOME, KEY_CODE_HOME},
	{KEY_END, KEY_CODE_END},
	{KEY_PPAGE, KEY_CODE_PAGE_UP},
	{KEY_NPAGE, KEY_CODE_PAGE_DOWN},
	{KEY_IC, KEY_CODE_INSERT},
	{KEY_DC, KEY_CODE_DELETE},
	{KEY_BACKSPACE, KEY_CODE_BACKSPACE},
	{KEY_ENTER, KEY_CODE_ENTER},
	{KEY_BTAB, KEY_CODE_BACK_TAB},
};

void input_prepare(void)
{
	define_key("\033[200~", INPUT_PASTE_BEGIN);
	define_key("\033[201~", INPUT_PASTE_END);
}

void input_release(void)
{
	define_key(NULL, INPUT_PASTE_BEGIN);
	define_key(NULL, INPUT_PASTE_END);
}

struct input *input_new(void)
{
	struct input *input = mem_zalloc(sizeof(*input));

	strbuf_init(&input->paste);
	input->window = newpad(1, 1);
	if (!input->window)
		BUG("no window to read keys from");
	keypad(input->window, TRUE);
	nodelay(input->window, TRUE);
	return input;
}

void input_free(struct input *input)
{
	if (!input)
		return;
	delwin(input->window);
	strbuf_release(&input->paste);
	free(input);
}

/* Keys that curses names. */
static bool input_special(wint_t code, struct key *key)
{
	if (code >= KEY_F(1) && code <= KEY_F(12)) {
		key->code = KEY_CODE_F1 + (int32_t)(code - KEY_F(1));
		return true;
	}
	for (size_t i = 0; i < ARRAY_SIZE(input_keys); i++)
		if ((wint_t)input_keys[i].curses == code) {
			key->code = input_keys[i].code;
			return true;
		}
	return false;
}

/* Characters, with the control characters as what they stand for on a keyboard. */
static bool input_character(wint_t code, struct key *key)
{
	switch (code) {
	case '\r':
	case '\n':
		key->code = KEY_CODE_ENTER;
		return true;
	case '\t':
		key->code = KEY_CODE_TAB;
		return true;
	case 27:
		key->code = KEY_CODE_ESC;
		return true;
	case ' ':
		key->code = KEY_CODE_SPACE;
		return true;
	case 8:
	case 127:
		key->code = KEY_CODE_BACKSPACE;
		return true;
	}
	if (code >= 1 && code <= 26) {
		key->code = (int32_t)('a' + code - 1);
		key->ctrl = true;
		return true;
	}
	key->code = (int32_t)code;
	return code > ' ' && code < KEY_CODE_FIRST && !(code >= 0x80 && code < 0xa0);
}

/* One step of a paste; true when it is complete. */
static bool input_collect(struct input *input, int kind, wint_t code)
{
	if (kind == KEY_CODE_YES) {
		input->pasting = code != INPUT_PASTE_END;
		return !input->pasting;
	}
	if (code == '\r')
		code = '\n';
	if (input->paste.len < INPUT_PASTE_MOST && code && code < KEY_CODE_FIRST)
		utf8_append(&input->paste, (int32_t)code);
	return false;
}

bool input_next(struct input *input, struct event *event)
{
	wint_t code;
	int kind;

	while ((kind = wget_wch(input->window, &code)) != ERR) {
		struct key key = {0};

		if (input->pasting) {
			if (!input_collect(input, kind, code))
				continue;
			*event = (struct event){.type = EVENT_PASTE, .text = input->paste.text,
				.len = input->paste.len};
			return true;
		}
		if (kind == KEY_CODE_YES && code == INPUT_PASTE_BEGIN) {
			input->pasting = true;
			strbuf_reset(&input->paste);
			continue;
		}
		if (kind != KEY_CODE_YES && code == 27) {
			int next = wget_wch(input->window, &code);

			if (next == ERR)
				code = 27;
			key.alt = next == OK && code != 27;
			kind = next == KEY_CODE_YES ? KEY_CODE_YES : OK;
		}
		if (kind == KEY_CODE_YES ? !input_special(code, &key) : !input_character(code, &key))
			continue;
		*event = (struct event){.type = EVENT_KEY, .key = key};
		return true;
	}
	return false;
}
