/*
 * What terminals send, and which key that is. Tried with real key presses in xterm 379, rxvt-unicode 9.30,
 * mlterm 3.9.0, st 0.9, kitty 0.26.5, alacritty 0.11.0, konsole 22.12.3, qterminal 1.2.0, vte 0.70.6, zutty 0.14 and
 * xterm.js 6.0.0, tmux 3.3a and screen 4.9.0; what is said of PuTTY, the Linux console and kitty's own protocol is from
 * their manuals.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "terminal/keytable.h"
#include "terminal/mouse.h"

/* A key's name; "": no key, but known; "?": not known. */
static const struct {
	const char *bytes;
	const char *key;
	const char *who;
} sent[] = {
	{"\033[A", "Up", "all"},
	{"\033OA", "Up", "all, with application keys"},
	{"\033[1;5D", "C-Left", "xterm and those like it"},
	{"\033[1;2A", "S-Up", "xterm and those like it"},
	{"\033[1;8C", "C-A-S-Right", "xterm and those like it"},
	{"\033[1;133C", "C-Right", "kitty's protocol, Num Lock on"},
	{"\033[H", "Home", "xterm, vte, kitty, alacritty"},
	{"\033OH", "Home", "xterm with application keys"},
	{"\033[1~", "Home", "st, tmux, screen, PuTTY, the Linux console"},
	{"\033[7~", "Home", "urxvt"},
	{"\033[4~", "End", "st, tmux, screen, PuTTY, the Linux console"},
	{"\033[8~", "End", "urxvt"},
	{"\033[7^", "C-Home", "urxvt"},
	{"\033[7$", "S-Home", "urxvt"},
	{"\033[7@", "C-S-Home", "urxvt"},
	{"\033[a", "S-Up", "urxvt"},
	{"\033Oa", "C-Up", "urxvt"},
	{"\033\033[A", "A-Up", "urxvt"},
	{"\033[3;5~", "C-Delete", "xterm and those like it"},
	{"\033[5~", "PageUp", "all"},
	{"\033OP", "F1", "xterm and those like it"},
	{"\033[11~", "F1", "urxvt, PuTTY"},
	{"\033[[A", "F1", "the Linux console"},
	{"\033[[E", "F5", "the Linux console"},
	{"\033[15~", "F5", "all but the Linux console"},
	{"\033[24~", "F12", "all"},
	{"\033[1;2P", "S-F1", "xterm, qterminal"},
	{"\033O2P", "S-F1", "konsole"},
	{"\033[15;2~", "S-F5", "xterm and those like it"},
	{"\033[Z", "BackTab", "all; st's description lacks it"},
	{"\033[9;2u", "BackTab", "kitty's protocol"},
	{"\033[27;2;13~", "S-Enter", "zutty"},
	{"\033[27;5;13~", "C-Enter", "zutty"},
	{"\033[13;2u", "S-Enter", "xterm with formatOtherKeys, kitty's protocol"},
	{"\033OM", "Enter", "the keypad; Shift-Enter in konsole, qterminal"},
	{"\033\r", "A-Enter", "all"},
	{"\033[97u", "a", "kitty's protocol"},
	{"\033[97;2u", "A", "kitty's protocol"},
	{"\033[97;5u", "C-a", "kitty's protocol"},
	{"\033[97;6u", "C-S-a", "kitty's protocol"},
	{"\033[27;6;65~", "C-S-a", "xterm with modifyOtherKeys"},
	{"\033[27;5;49~", "C-1", "xterm with modifyOtherKeys"},
	{"\033[97;1:3u", "", "kitty's protocol: a key let go"},
	{"\033[97;9u", "?", "kitty's protocol: the Windows key"},
	{"\033[27u", "Esc", "kitty's protocol"},
	{"\033[57414u", "Enter", "kitty's protocol: the keypad"},
	{"\033[57358u", "?", "kitty's protocol: Caps Lock"},
	{"\033Oj", "*", "the keypad"},
	{"\033Ok", "+", "the keypad"},
	{"\033Op", "0", "the keypad"},
	{"\033Oy", "9", "the keypad"},
	{"\033[29~", "?", "Menu in xterm, mlterm, kitty"},
	{"\033[25~", "?", "Shift-F1 in the Linux console"},
	{"\033[E", "?", "the middle of the keypad"},
	{"\033[I", "", "the focus"},
	{"\033[O", "", "the focus"},
	{"\033[?64;1;2c", "", "an answer: what the terminal is"},
	{"\033[12;40R", "", "an answer: where the cursor is"},
	{"\033[?2026;2$y", "", "an answer: a mode"},
	{"\033[8;24;80t", "", "an answer: the size"},
	{"\033]11;rgb:ffff/ffff/ffff\007", "", "an answer: a colour"},
	{"\033]11;rgb:ffff/ffff/ffff\033\\", "", "an answer: a colour"},
	{"\033P1+r524742=8\033\\", "", "an answer: a capability"},
	{"\033_Gi=1;OK\033\\", "", "an answer: a picture"},
	{"\033d", "A-d", "all but xterm and mlterm, which send ä"},
	{"\302\2331;5D", "C-Left", "controls of 8 bits"},
	{"\2331;5D", "C-Left", "controls of 8 bits"},
	{"\177", "Backspace", "most"},
	{"\010", "Backspace", "PuTTY on request, mlterm"},
	{"\n", "C-j", "Ctrl-J"},
	{"\t", "Tab", "all"},
	{"\030", "C-x", "all"},
	{"\037", "?", "Ctrl-/"},
	{"\030@sq", "?", "Super-q in konsole, qterminal"},
	{"\030@sQ", "?", "Super-Q in konsole, qterminal"},
	{"\030@s\r", "?", "Super-Enter in konsole, qterminal"},
	{"\030@s\030", "?", "Super-Ctrl-X in konsole, qterminal"},
	{"\030@s\033q", "?", "Super-Alt-q in konsole, qterminal"},
	{"\030@s\033", "?", "Super-Esc in konsole, qterminal"},
	{"\030@s\033[Z", "?", "Super-Shift-Tab in konsole, qterminal"},
	{"\030@sㅂ", "?", "Super with a Hangul keyboard"},
	{"\030@s\033[I", "", "the focus, behind a broken Super"},
	{"\030@s", "?", "broken"},
	{"\033\343\205\207", "A-ㅇ", "Alt with a Hangul keyboard"},
	{"한", "한", "all"},
	{"\033[3$y", "", "an answer: mind rxvt's Shift-Delete"},
	{"\033[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18~", "?", "no key of any terminal"},
};

static const char *no_bytes(const char *name)
{
	(void)name;
	return "";
}

/* What st's description has, but for Shift-Tab; and a terminal that is like no other. */
static const char *some_bytes(const char *name)
{
	return !strcmp(name, "khome")   ? "\033[1~"
	       : !strcmp(name, "kcuu1") ? "\033A"
	       : !strcmp(name, "kLFT5") ? "\033[q"
					: "";
}

/* Feeds BYTES and leaves what they make in SEQUENCE; all of them have to be one. */
static void feed(struct sequence *sequence, const char *bytes)
{
	enum sequence_result result = SEQUENCE_MORE;

	sequence_start(sequence);
	for (; *bytes; bytes++) {
		assert_int_equal(result, SEQUENCE_MORE);
		result = sequence_take(sequence, (unsigned char)*bytes);
	}
	if (result == SEQUENCE_MORE)
		assert_true(sequence_end(sequence));
}

static void assert_key(const struct keytable *table, const char *bytes, const char *wanted, const char *who)
{
	struct strbuf name = STRBUF_INIT;
	struct sequence sequence;
	struct key key = {0};

	feed(&sequence, bytes);
	switch (keytable_read(table, &sequence, &key)) {
	case KEYTABLE_KEY: key_format(key, &name); break;
	case KEYTABLE_NO_KEY: break;
	case KEYTABLE_UNKNOWN: strbuf_addstr(&name, "?");
	}
	if (strcmp(name.text, wanted))
		fail_msg("%s (%s) is “%s”, not “%s”", bytes + (*bytes == 27), who, wanted, name.text);
	strbuf_release(&name);
}

static void what_terminals_send_is_known_without_a_description(void **state)
{
	struct keytable table;

	(void)state;
	keytable_init(&table);
	keytable_describe(&table, no_bytes);
	for (size_t i = 0; i < ARRAY_SIZE(sent); i++)
		assert_key(&table, sent[i].bytes, sent[i].key, sent[i].who);
	keytable_release(&table);
}

static void the_description_of_the_terminal_comes_first(void **state)
{
	struct keytable table;

	(void)state;
	keytable_init(&table);
	keytable_describe(&table, some_bytes);
	assert_key(&table, "\033[1~", "Home", "st");
	assert_key(&table, "\033A", "Up", "VT52");
	assert_key(&table, "\033[q", "C-Left", "made up");
	assert_key(&table, "\033[Z", "BackTab", "st");
	keytable_release(&table);
}

static void the_mouse_is_read_in_every_form(void **state)
{
	static const struct {
		const char *bytes;
		struct mouse mouse;
	} reports[] = {
		{"\033[<0;237;30M", {MOUSE_PRESS, 236, 29, true, false}},
		{"\033[<0;237;30m", {MOUSE_RELEASE, 236, 29, true, false}},
		{"\033[<32;5;6M", {MOUSE_DRAG, 4, 5, true, false}},
		{"\033[<65;5;6M", {MOUSE_WHEEL_DOWN, 4, 5, false, false}},
		{"\033[<80;5;6M", {MOUSE_WHEEL_UP, 4, 5, false, true}},
		{"\033[32;5;6M", {MOUSE_PRESS, 4, 5, true, false}},
		{"\033[M %&", {MOUSE_PRESS, 4, 5, true, false}},
		{"\033[M#%&", {MOUSE_RELEASE, 4, 5, true, false}},
		{"\033[M@%\377", {MOUSE_DRAG, 4, 222, true, false}},
		{"\033[M`%\377", {MOUSE_WHEEL_UP, 4, 222, false, false}},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(reports); i++) {
		struct sequence sequence;
		struct mouse mouse = {0};
		const struct mouse *wanted = &reports[i].mouse;

		feed(&sequence, reports[i].bytes);
		assert_true(mouse_is_report(&sequence));
		assert_true(mouse_read(&sequence, &mouse));
		if (mouse.action != wanted->action || mouse.x != wanted->x || mouse.y != wanted->y ||
			mouse.left != wanted->left || mouse.ctrl != wanted->ctrl)
			fail_msg("%s is read as %d at %d,%d", reports[i].bytes + 1, mouse.action, mouse.x, mouse.y);
	}
}

static void what_is_not_known_is_named_so_that_it_can_be_shown(void **state)
{
	static const struct {
		const char *bytes;
		const char *name;
	} names[] = {{"\033[29~", "^[[29~"}, {"\033\033[29~", "^[^[[29~"}, {"\037", "^_"}, {"\033O", "^[O"},
		{"\033[", "^[["}, {"\030@sq", "^X@sq"}, {"\030@s\033[Z", "^X@s^[[Z"}, {"\030@s", "^X@s"}};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		struct strbuf name = STRBUF_INIT;
		struct sequence sequence;

		feed(&sequence, names[i].bytes);
		sequence_name(&sequence, &name);
		assert_string_equal(name.text, names[i].name);
		strbuf_release(&name);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_terminals_send_is_known_without_a_description),
		cmocka_unit_test(the_description_of_the_terminal_comes_first),
		cmocka_unit_test(the_mouse_is_read_in_every_form),
		cmocka_unit_test(what_is_not_known_is_named_so_that_it_can_be_shown),
	};

	return cmocka_run_group_tests_name("terminal/keytable", tests, NULL, NULL);
}
