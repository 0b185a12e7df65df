#include "lib/wall.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "lib/folder.h"

void wall_open(struct wall *wall, const struct view_command *const *tables, const struct mode *ground, void *state)
{
	assert_non_null(setlocale(LC_CTYPE, "C.UTF-8"));
	memset(wall, 0, sizeof(*wall));
	unlink(folder_file()); /* of a test that failed */
	assert_int_equal(session_open(folder_file(), STORE_NEW, "ana", &wall->session, NULL), 0);
	shell_init(&wall->shell, wall->session, tables, ground, state);
	wall->shell.screen.columns = 100;
	wall->shell.screen.rows = 30;
	shell_watch(&wall->shell);
	shell_draw(&wall->shell, &wall->frame);
}

void wall_close(struct wall *wall)
{
	struct error err = ERROR_INIT;

	if (store_verify(session_store(wall->session), &err))
		fail_msg("%s", err.text);
	shell_release(&wall->shell);
	session_close(wall->session);
	cellbuf_release(&wall->frame);
	unlink(folder_file());
}

void wall_become(struct wall *wall, enum role role, const char *name)
{
	session_close(wall->session);
	assert_int_equal(session_open_as(folder_file(), role, name, &wall->session, NULL), 0);
	checklist_free(wall->shell.checklist);
	wall->shell.checklist = NULL;
	wall->shell.session = wall->session;
	shell_watch(&wall->shell);
	shell_draw(&wall->shell, &wall->frame);
}

void wall_run(struct wall *wall, const char *line)
{
	if (shell_run(&wall->shell, line))
		fail_msg("%s: %s", line, wall->shell.message.text.text);
	shell_draw(&wall->shell, &wall->frame);
}

/* Reads the next key of *KEYS: a letter, or a name in angle brackets. */
static struct key wall_key(const char **keys)
{
	const char *close = **keys == '<' ? strchr(*keys, '>') : NULL;
	size_t len = close ? (size_t)(close - *keys - 1) : 1;
	struct key key;
	char name[32];

	assert_true(len && len < sizeof(name));
	memcpy(name, *keys + (close ? 1 : 0), len);
	name[len] = '\0';
	*keys += close ? len + 2 : 1;
	assert_non_null(key_parse(strcmp(name, " ") ? name : "Space", &key));
	return key;
}

void wall_press(struct wall *wall, const char *keys)
{
	while (*keys) {
		shell_key(&wall->shell, wall_key(&keys));
		shell_draw(&wall->shell, &wall->frame);
	}
}

void wall_mouse(struct wall *wall, enum mouse_action action, int x, int y)
{
	shell_mouse(&wall->shell, (struct mouse){action, x, y, true, false});
	shell_draw(&wall->shell, &wall->frame);
}

void wall_other_undrawn(struct wall *wall, const char *line)
{
	struct session_report report = SESSION_REPORT_INIT;
	struct session *other;
	struct words words;

	assert_int_equal(session_open_as(folder_file(), ROLE_FACILITATOR, "ben", &other, NULL), 0);
	words_from_line(&words, line);
	assert_int_equal(session_run(other, &words, 1, NULL, &report, NULL), 0);
	session_report_release(&report);
	session_close(other);
	assert_int_equal(session_catch_up(wall->session, NULL, NULL), 0);
}

void wall_other(struct wall *wall, const char *line)
{
	wall_other_undrawn(wall, line);
	shell_draw(&wall->shell, &wall->frame);
}

void wall_assert_lowest(const struct wall *wall, const char *text)
{
	struct strbuf line = STRBUF_INIT;
	size_t start;

	for (int i = 0; i < wall->frame.columns; i++)
		strbuf_addstr(&line, cellbuf_at(&wall->frame, i, wall->frame.rows - 1)->text);
	while (line.len && line.text[line.len - 1] == ' ')
		strbuf_truncate(&line, line.len - 1);
	start = strspn(line.text, " ");
	assert_string_equal(line.text + start, text);
	strbuf_release(&line);
}

bool wall_shows(const struct wall *wall, const char *word)
{
	struct strbuf text = STRBUF_INIT;
	bool shown;

	for (int i = 0; i < wall->frame.columns * wall->frame.rows; i++)
		strbuf_addstr(&text, wall->frame.cells[i].text);
	shown = strstr(text.text, word);
	strbuf_release(&text);
	return shown;
}

size_t wall_count(const struct wall *wall)
{
	return board_count(shell_board(&wall->shell), ENTITY_STICKY);
}

struct place wall_place(const struct wall *wall, int64_t id)
{
	const struct sticky *sticky = board_sticky(shell_board(&wall->shell), id);

	assert_non_null(sticky);
	return sticky->place;
}
