/*
 * sent_test: what the terminal is sent beside the picture: nothing that it would answer but where its cursor is; what
 * belongs together between the marks of mode 2026; colours as it has them; the mouse and the clipboard as they are set.
 */
#include "lib/sandbox.h"
#include "lib/screen.h"
#include "term/modes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#define SENT_LIMIT_MS 20000
#define SENT_MOUSE 1002
#define SENT_SHOW "\033[?2026l"
#define SENT_TOGETHER "\033[?2026h"

struct sent {
	struct sandbox box;
	struct screen *screen;
};

static int sent_setup(void **state)
{
	char *argv[] = {"sh", "-c", "\"$EVSTORM\" new board -i \"$EVSTORM_DATADIR/boards/shop-en\"", NULL}, *output;
	struct sent *t = calloc(1, sizeof(*t));

	if (!t || !sandbox_init(&t->box)) {
		free(t);
		return -1;
	}
	*state = t;
	assert_int_equal(sandbox_run(&t->box, argv, &output, SENT_LIMIT_MS), 0);
	free(output);
	return 0;
}

static int sent_teardown(void **state)
{
	struct sent *t = *state;

	screen_close(t->screen);
	sandbox_release(&t->box);
	free(t);
	return 0;
}

/* Opens the board with OPTIONS as the configuration and SETTING in the environment. */
static void sent_open(struct sent *t, const char *options, const char *setting)
{
	char line[512];
	char *argv[] = {"sh", "-c", line, NULL};

	snprintf(line, sizeof(line),
		"mkdir -p \"$XDG_CONFIG_HOME/evstorm\" && printf '%s' >\"$XDG_CONFIG_HOME/evstorm/config\" && "
		"unset COLORTERM XTERM_VERSION VTE_VERSION KONSOLE_VERSION MLTERM && "
		"exec env %s \"$EVSTORM\" board",
		options, setting);
	t->screen = screen_start(36, 120, argv, t->box.env.items);
	assert_non_null(t->screen);
	assert_true(screen_wait_text(t->screen, "findings", SENT_LIMIT_MS));
	assert_true(screen_settle(t->screen, 100, SENT_LIMIT_MS));
}

static bool sent_has(const struct sent *t, const char *bytes)
{
	size_t len;

	return strstr(screen_raw(t->screen, &len), bytes);
}

/* Presses KEYS, waits for TEXT and until no more comes; what came before is forgotten. */
static void sent_press(const struct sent *t, const char *keys, const char *text)
{
	screen_raw_reset(t->screen);
	assert_true(screen_keys(t->screen, keys));
	assert_true(screen_wait_text(t->screen, text, SENT_LIMIT_MS));
	assert_true(screen_settle(t->screen, 100, SENT_LIMIT_MS));
}

/* What is long is between the marks, and nothing asks for them. */
static void a_long_frame_is_shown_at_once(void **state)
{
	struct sent *t = *state;
	const char *begin, *end;

	sent_open(t, "", "TERM=xterm-256color");
	assert_false(sent_has(t, "$p"));
	assert_false(sent_has(t, "\033P"));
	sent_press(t, "?", "Keys on the canvas");
	begin = strstr(screen_raw(t->screen, NULL), SENT_TOGETHER);
	assert_non_null(begin);
	assert_ptr_equal(begin, screen_raw(t->screen, NULL));
	end = strstr(begin, SENT_SHOW);
	assert_non_null(end);
	assert_string_equal(end, SENT_SHOW);
}

static void colours_are_those_the_terminal_has(void **state)
{
	static const struct {
		const char *setting;
		bool many;
	} rows[] = {
		{"TERM=xterm", false},
		{"TERM=xterm COLORTERM=truecolor", true},
		{"TERM=xterm XTERM_VERSION=XTerm(379)", true},
		{"TERM=xterm VTE_VERSION=7006", true},
		{"TERM=mlterm MLTERM=3.9.3", true},
		{"TERM=screen XTERM_VERSION=XTerm(379)", false},
		{"TERM=linux COLORTERM=truecolor", false},
		{"TERM=xterm-256color", true},
		{"TERM=xterm-256color NO_COLOR=1", false},
	};
	struct sent *t = *state;

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char setting[128];

		snprintf(setting, sizeof(setting), "%s", rows[i].setting);
		for (char *at = setting; *at; at++)
			*at = *at == '(' || *at == ')' ? '_' : *at;
		sent_open(t, "", setting);
		if (sent_has(t, "8;5;") != rows[i].many)
			fail_msg("%s must %shave 256 colours", rows[i].setting, rows[i].many ? "" : "not ");
		screen_close(t->screen);
		t->screen = NULL;
	}
}

static void the_mouse_is_as_it_is_set(void **state)
{
	struct sent *t = *state;
	size_t len;
	const char *raw;

	sent_open(t, "", "TERM=xterm-256color");
	raw = screen_raw(t->screen, &len);
	assert_true(modes_seen(raw, len, SENT_MOUSE));
	sent_press(t, "gm", "the mouse is the terminal");
	assert_true(sent_has(t, "\033[?1002l"));
	sent_press(t, "gm", "the mouse works on the board again");
	assert_true(sent_has(t, "\033[?1002h"));
	screen_close(t->screen);
	sent_open(t, "set mouse off\\n", "TERM=xterm-256color");
	raw = screen_raw(t->screen, &len);
	assert_non_null(strstr(raw, "\033[?1002l"));
	sent_press(t, "gm", "the mouse works on the board again");
	assert_true(sent_has(t, "\033[?1002h"));
}

/* Which differ without Num Lock, as codes of its own would not in rxvt and mlterm. */
static void the_keypad_sends_what_is_on_its_keys(void **state)
{
	static const char *const names[] = {"xterm-256color", "rxvt", "screen", "linux", "vt100"};
	struct sent *t = *state;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		char setting[64], *left;
		const char *raw;
		size_t len;

		snprintf(setting, sizeof(setting), "TERM=%s", names[i]);
		sent_open(t, "", setting);
		raw = screen_raw(t->screen, &len);
		left = modes_left(raw, len);
		if (strstr(left, "keypad"))
			fail_msg("%s: %s", names[i], left);
		free(left);
		screen_close(t->screen);
		t->screen = NULL;
	}
}

/* There other keys change when the keypad sends no codes: Delete is what F1 is elsewhere, or Enter a line feed. */
static void where_other_keys_would_change_it_sends_codes(void **state)
{
	static const struct {
		const char *term, *tmux;
	} rows[] = {{"TERM=st-256color", "TMUX="}, {"TERM=st", "TMUX="}, {"TERM=tmux-256color", "TMUX="},
		{"TERM=screen-256color", "TMUX=/tmp/tmux,1,0"}};
	struct sent *t = *state;

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const char *raw;
		char *left;
		size_t len;

		arglist_set(&t->box.env, rows[i].tmux);
		sent_open(t, "", rows[i].term);
		raw = screen_raw(t->screen, &len);
		left = modes_left(raw, len);
		if (!strstr(left, "keypad"))
			fail_msg("%s: %s", rows[i].term, left);
		free(left);
		screen_close(t->screen);
		t->screen = NULL;
	}
}

/* Only if it is asked for, and only what is copied. */
static void the_clipboard_gets_what_is_copied(void **state)
{
	struct sent *t = *state;

	sent_open(t, "", "TERM=xterm-256color");
	sent_press(t, "gg/Place order<Enter>y", "copied");
	assert_false(sent_has(t, "\033]52"));
	screen_close(t->screen);
	sent_open(t, "set clipboard on\\n", "TERM=xterm-256color");
	sent_press(t, "gg/Place order<Enter>", "Place order");
	assert_false(sent_has(t, "\033]52"));
	sent_press(t, "y", "copied");
	assert_true(sent_has(t, "\033]52;c;UGxhY2Ugb3JkZX")); /* "Place order" in base64 */
	assert_true(sent_has(t, "\007"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_long_frame_is_shown_at_once, sent_setup, sent_teardown),
		cmocka_unit_test_setup_teardown(colours_are_those_the_terminal_has, sent_setup, sent_teardown),
		cmocka_unit_test_setup_teardown(the_mouse_is_as_it_is_set, sent_setup, sent_teardown),
		cmocka_unit_test_setup_teardown(the_keypad_sends_what_is_on_its_keys, sent_setup, sent_teardown),
		cmocka_unit_test_setup_teardown(
			where_other_keys_would_change_it_sends_codes, sent_setup, sent_teardown),
		cmocka_unit_test_setup_teardown(the_clipboard_gets_what_is_copied, sent_setup, sent_teardown),
	};

	return cmocka_run_group_tests_name("term/sent", tests, NULL, NULL);
}
