#include "terminal/input.h"

#include <curses.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"
#include "text/utf8.h"

/* A paste longer than this is cut: no text of a board needs more, and no memory is to be had for ever. */
#define INPUT_PASTE_MOST (4u << 20)

/* A paste of which nothing came for so long has stalled. From then on Esc ends it, when it comes by itself, so long
 * after what came before: what comes along with others is text, which must never be taken for keys. */
#define INPUT_STALL_MS 1000
#define INPUT_APART_MS 100

enum { INPUT_PASTE_BEGIN = KEY_MAX + 1, INPUT_PASTE_END, INPUT_MOUSE };

/* So many characters are taken in before there is a look at the rest of the world; a paste is not kept waiting by less.
 */
#define INPUT_AT_ONCE 65536

/* A mouse report is shorter: "b;x;y" and M or m. */
#define INPUT_MOUSE_BYTES 24

struct input {
	WINDOW *window; /* keys are read from a window of their own: reading paints the window read from */
	bool pasting;
	bool stalled;     /* for a moment nothing more came, and that was told */
	int64_t heard_ms; /* when the last of the paste came */
	struct strbuf paste;
	bool waits; /* not all that had come has been read */
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
	keypad(stdscr, TRUE); /* reads the terminal's own keys first: later definitions win */
	define_key("\033[200~", INPUT_PASTE_BEGIN);
	define_key("\033[201~", INPUT_PASTE_END);
	define_key("\033[<", INPUT_MOUSE);
}

void input_release(void)
{
	define_key(NULL, INPUT_PASTE_BEGIN);
	define_key(NULL, INPUT_PASTE_END);
	define_key(NULL, INPUT_MOUSE);
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
	case '\n': key->code = KEY_CODE_ENTER; return true;
	case '\t': key->code = KEY_CODE_TAB; return true;
	case 27: key->code = KEY_CODE_ESC; return true;
	case ' ': key->code = KEY_CODE_SPACE; return true;
	case 8:
	case 127: key->code = KEY_CODE_BACKSPACE; return true;
	}
	if (code >= 1 && code <= 26) {
		key->code = (int32_t)('a' + code - 1);
		key->ctrl = true;
		return true;
	}
	key->code = (int32_t)code;
	return code > ' ' && code < KEY_CODE_FIRST && !(code >= 0x80 && code < 0xa0);
}

static void input_append(struct input *input, wint_t code)
{
	if (code == '\r')
		code = '\n';
	if (input->paste.len < INPUT_PASTE_MOST && code && code < KEY_CODE_FIRST)
		utf8_append(&input->paste, (int32_t)code);
}

/* One step of a paste; true when it is complete. */
static bool input_collect(struct input *input, int kind, wint_t code)
{
	int64_t now_ms = clock_span_ms();
	bool apart = input->stalled && now_ms - input->heard_ms >= INPUT_APART_MS;

	input->heard_ms = now_ms;
	if (kind == OK && code == 27 && apart) {
		kind = wget_wch(input->window, &code);
		if (kind == ERR)
			input->pasting = false; /* Esc by itself */
		else
			input_append(input, 27);
	}
	if (kind == OK && code == ('c' & 31) && apart)
		input->pasting = false;
	else if (kind == KEY_CODE_YES && code == INPUT_PASTE_END)
		input->pasting = false;
	else if (kind == OK)
		input_append(input, code);
	return !input->pasting;
}

/* Bits of the first number of a mouse report in SGR form. */
enum { INPUT_BUTTON = 3, INPUT_CTRL = 16, INPUT_MOTION = 32, INPUT_WHEEL = 64 };

/* What "BUTTON;COLUMN;ROW" and M or m says; false for what is none, or of no use. */
static bool input_read_mouse(const char *report, char last, struct mouse *mouse)
{
	int bits, column, row;

	if (sscanf(report, "%d;%d;%d", &bits, &column, &row) != 3 || column < 1 || row < 1)
		return false;
	mouse->x = column - 1;
	mouse->y = row - 1;
	mouse->left = !(bits & INPUT_WHEEL) && (bits & INPUT_BUTTON) == 0;
	mouse->ctrl = bits & INPUT_CTRL;
	if (bits & INPUT_WHEEL)
		mouse->action = (enum mouse_action)(MOUSE_WHEEL_UP + (bits & INPUT_BUTTON));
	else if (last == 'm')
		mouse->action = MOUSE_RELEASE;
	else
		mouse->action = bits & INPUT_MOTION ? MOUSE_DRAG : MOUSE_PRESS;
	return last == 'M' || last == 'm';
}

/* Reads the rest of a mouse report. */
static bool input_take_mouse(const struct input *input, struct event *event)
{
	char report[INPUT_MOUSE_BYTES];
	size_t len = 0;
	wint_t code;

	while (len < sizeof(report) - 1 && wget_wch(input->window, &code) == OK) {
		report[len] = '\0';
		if (code != ';' && (code < '0' || code > '9')) {
			event->type = EVENT_MOUSE;
			return input_read_mouse(report, (char)code, &event->mouse);
		}
		report[len++] = (char)code;
	}
	return false;
}

/* Esc that is followed at once by another key is that key with Alt. */
static int input_after_escape(const struct input *input, wint_t *code, struct key *key)
{
	int next = wget_wch(input->window, code);

	if (next == ERR)
		*code = 27;
	key->alt = next == OK && *code != 27;
	return next == KEY_CODE_YES ? KEY_CODE_YES : OK;
}

/* Makes what was read an event; false when there is none to be made. */
static bool input_event(struct input *input, int kind, wint_t code, struct event *event)
{
	struct key key = {0};

	if (input->pasting) {
		*event = (struct event){.type = EVENT_PASTE};
		if (!input_collect(input, kind, code))
			return false;
		event->text = input->paste.text;
		event->len = input->paste.len;
		return true;
	}
	if (kind == KEY_CODE_YES && code == INPUT_PASTE_BEGIN) {
		input->pasting = true;
		input->stalled = false;
		input->heard_ms = clock_span_ms();
		strbuf_reset(&input->paste);
		return false;
	}
	if (kind == KEY_CODE_YES && code == INPUT_MOUSE)
		return input_take_mouse(input, event);
	if (kind != KEY_CODE_YES && code == 27)
		kind = input_after_escape(input, &code, &key);
	*event = (struct event){.type = EVENT_KEY};
	if (kind == KEY_CODE_YES ? !input_special(code, &key) : !input_character(code, &key))
		return false;
	event->key = key;
	return true;
}

int input_next_ms(const struct input *input)
{
	int64_t left = INPUT_STALL_MS - (clock_span_ms() - input->heard_ms);

	if (!input->pasting || input->stalled)
		return -1;
	return left > 0 ? (int)left : 0;
}

/* Nothing is there: is that the moment to say that a paste has stalled? */
static bool input_stall(struct input *input, struct event *event)
{
	if (input_next_ms(input))
		return false;
	input->stalled = true;
	*event = (struct event){.type = EVENT_STALL};
	return true;
}

bool input_next(struct input *input, struct event *event)
{
	wint_t code;
	int kind;

	input->waits = true;
	for (int taken = 0; taken < INPUT_AT_ONCE; taken++) {
		kind = wget_wch(input->window, &code);
		if (kind == ERR) {
			input->waits = false;
			return input_stall(input, event);
		}
		if (input_event(input, kind, code, event))
			return true;
	}
	return false;
}

bool input_waits(const struct input *input)
{
	return input->waits;
}
