/*
 * What is sent in fewer bytes shows the same: curses draws at random as several terminals, and two of libvterm, one
 * with what curses has written and one with what is sent, must have the same cells.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <curses.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <vterm.h>

#include "base/mem.h"
#include "lib/gen.h"
#include "terminal/batch.h"

#define BATCHING_ROWS 14
#define BATCHING_COLUMNS 60
#define BATCHING_FRAMES 60
#define BATCHING_PAIRS 5

/* A terminal that curses draws on, and those that show it. */
struct batching {
	FILE *file;
	SCREEN *screen;
	VTerm *must, *is;
	struct batch batch;
	long read; /* bytes of the file */
	size_t before, behind;
	struct gen gen;
	bool shown; /* the cursor */
};

static const char *const batching_names[] = {
	"xterm-256color", "screen-256color", "tmux-256color", "linux", "st-256color", "rxvt-unicode", "xterm", "vt100"};

static VTerm *batching_terminal(void)
{
	VTerm *terminal = vterm_new(BATCHING_ROWS, BATCHING_COLUMNS);

	vterm_set_utf8(terminal, 1);
	vterm_screen_enable_altscreen(vterm_obtain_screen(terminal), 1);
	vterm_screen_reset(vterm_obtain_screen(terminal), 1);
	return terminal;
}

/* False if there is no description of the terminal NAME. */
static bool batching_open(struct batching *t, const char *name)
{
	int colours[][2] = {{-1, -1}, {16, 75}, {1, -1}, {3, 4}, {231, 234}};

	t->file = tmpfile();
	assert_non_null(t->file);
	t->screen = newterm(name, t->file, stdin);
	if (!t->screen) {
		fclose(t->file);
		return false;
	}
	start_color();
	use_default_colors();
	nonl();
	for (int i = 1; i < BATCHING_PAIRS; i++)
		init_pair((short)i, (short)(COLORS < 256 ? i : colours[i][0]),
			(short)(COLORS < 256 ? i - 2 : colours[i][1]));
	t->batch = (struct batch){.rows = BATCHING_ROWS, .columns = BATCHING_COLUMNS};
	t->batch.hand.can = capability_set();
	t->batch.hand.can.down = true; /* in a terminal the line feed is one */
	t->must = batching_terminal();
	t->is = batching_terminal();
	return true;
}

static void batching_close(struct batching *t)
{
	endwin();
	delscreen(t->screen);
	fclose(t->file);
	vterm_free(t->must);
	vterm_free(t->is);
}

/* Takes a look at random. */
static void batching_look(struct gen *gen)
{
	static const attr_t attributes[] = {A_NORMAL, A_NORMAL, A_NORMAL, A_BOLD, A_REVERSE, A_UNDERLINE};

	attr_set(attributes[gen_below(gen, (int)ARRAY_SIZE(attributes))], (short)gen_below(gen, BATCHING_PAIRS), NULL);
}

/* Texts anywhere, also over the right margin, where curses wraps them. There libvterm puts a combining mark on another
 * cell, so those stay away from it. */
static void batching_draw_text(struct gen *gen)
{
	static const char *const texts[] = {
		"a", "주문", "┏━━━", "  ", "문 b", "e\xcc\x81x", "──────────────", "               "};
	const char *text = texts[gen_below(gen, (int)ARRAY_SIZE(texts))];

	batching_look(gen);
	mvaddstr(
		gen_below(gen, BATCHING_ROWS), gen_below(gen, BATCHING_COLUMNS - (strchr(text, '\xcc') ? 4 : 0)), text);
}

/* The corners of a frame, as round a sticky, of one look or in blanks. */
static void batching_draw_frame(struct gen *gen, bool blank)
{
	int row = gen_below(gen, BATCHING_ROWS - 4), column = gen_below(gen, BATCHING_COLUMNS - 12);

	batching_look(gen);
	mvaddstr(row, column, blank ? "    " : "┏━━━");
	mvaddstr(row, column + 8, blank ? "    " : "━━━┓");
	mvaddstr(row + 3, column, blank ? "    " : "┗━━━");
	mvaddstr(row + 3, column + 8, blank ? "    " : "━━━┛");
}

/* What curses does with more than texts: it scrolls, inserts, deletes and erases. */
static void batching_change(struct gen *gen)
{
	int row = gen_below(gen, BATCHING_ROWS), rows = 1 + gen_below(gen, 4);

	batching_look(gen);
	move(row, gen_below(gen, BATCHING_COLUMNS));
	bkgdset(' ' | COLOR_PAIR(gen_below(gen, BATCHING_PAIRS)));
	switch (gen_below(gen, 6)) {
	case 0: insdelln(gen_once_in(gen, 2) ? rows : -rows); break;
	case 1: clrtoeol(); break;
	case 2:
		for (int i = 0; i < rows; i++)
			delch();
		break;
	case 3:
		for (int i = 0; i < rows; i++)
			insch('x');
		break;
	case 4:
		for (int i = 0; i < BATCHING_COLUMNS; i++)
			mvaddch(row, i, ' ');
		break;
	default:
		for (int i = 0; i < BATCHING_ROWS; i++)
			mvaddstr(i, 0, i % 2 ? "one more row of the board" : "주문이 접수되었다");
		break;
	}
	bkgdset(' ');
}

static void batching_read(struct batching *t, struct strbuf *bytes)
{
	long end;

	fflush(t->file);
	end = lseek(fileno(t->file), 0, SEEK_END);
	strbuf_grow(bytes, (size_t)(end - t->read));
	assert_int_equal(
		pread(fileno(t->file), bytes->text, (size_t)(end - t->read), t->read), (ssize_t)(end - t->read));
	bytes->len = (size_t)(end - t->read);
	t->read = end;
}

/* What a cell shows. The foreground and the weight of a blank cannot be seen. */
static VTermScreenCell batching_cell(VTerm *terminal, VTermPos at)
{
	VTermScreenCell cell;

	vterm_screen_get_cell(vterm_obtain_screen(terminal), at, &cell);
	if (!cell.chars[0]) {
		cell.chars[0] = ' ';
		cell.chars[1] = 0;
	}
	if (cell.chars[0] == ' ' && !cell.attrs.reverse && !cell.attrs.underline) {
		cell.attrs.bold = 0;
		cell.fg = cell.bg;
	}
	return cell;
}

/* Behind the last character there may be anything. */
static bool batching_same_text(const VTermScreenCell *a, const VTermScreenCell *b)
{
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL; i++)
		if (a->chars[i] != b->chars[i])
			return false;
		else if (!a->chars[i])
			break;
	return a->width == b->width;
}

static bool batching_is_alike(VTerm *must, VTerm *is, VTermPos at)
{
	VTermScreenCell a = batching_cell(must, at), b = batching_cell(is, at);

	return batching_same_text(&a, &b) && vterm_color_is_equal(&a.fg, &b.fg) && vterm_color_is_equal(&a.bg, &b.bg) &&
	       a.attrs.bold == b.attrs.bold && a.attrs.underline == b.attrs.underline &&
	       a.attrs.reverse == b.attrs.reverse;
}

static void batching_compare(const struct batching *t, const char *name, int frame)
{
	VTermPos at, must, is;

	for (at.row = 0; at.row < BATCHING_ROWS; at.row++)
		for (at.col = 0; at.col < BATCHING_COLUMNS; at.col++)
			if (!batching_is_alike(t->must, t->is, at))
				fail_msg("%s, frame %d: row %d, column %d is another", name, frame, at.row, at.col);
	vterm_state_get_cursorpos(vterm_obtain_state(t->must), &must);
	vterm_state_get_cursorpos(vterm_obtain_state(t->is), &is);
	if (t->shown && (must.row != is.row || must.col != is.col))
		fail_msg("%s, frame %d: the cursor is elsewhere", name, frame);
}

/* Draws a frame that has changed a little, or now and then a lot, and shows it. */
static void batching_frame(struct batching *t, const char *name, int frame)
{
	struct strbuf drawn = STRBUF_INIT, sent = STRBUF_INIT;
	struct spot end;

	for (int i = gen_below(&t->gen, 4); i >= 0; i--)
		batching_draw_text(&t->gen);
	batching_draw_frame(&t->gen, gen_once_in(&t->gen, 3));
	if (gen_once_in(&t->gen, 3))
		batching_change(&t->gen);
	if (gen_once_in(&t->gen, 20)) {
		clearok(curscr, TRUE);
		batch_forget(&t->batch);
	}
	t->shown = gen_once_in(&t->gen, 3);
	curs_set(t->shown);
	move(gen_below(&t->gen, BATCHING_ROWS), gen_below(&t->gen, BATCHING_COLUMNS));
	refresh();
	getyx(stdscr, end.row, end.column);
	end = (struct spot){end.row + 1, end.column + 1};
	batching_read(t, &drawn);
	batch_shorten(&t->batch, drawn.text, drawn.len, end, !t->shown, &sent);
	t->before += drawn.len;
	t->behind += sent.len;
	vterm_input_write(t->must, drawn.text, drawn.len);
	vterm_input_write(t->is, sent.text, sent.len);
	batching_compare(t, name, frame);
	strbuf_release(&drawn);
	strbuf_release(&sent);
}

static void the_same_is_shown(void **state)
{
	int rounds = gen_rounds(6), open = 0;
	size_t before = 0, behind = 0;

	(void)state;
	for (int round = 0; round < rounds; round++)
		for (size_t i = 0; i < ARRAY_SIZE(batching_names); i++) {
			struct batching t = {0};

			gen_start(&t.gen, gen_seed() + (uint64_t)round);
			if (!batching_open(&t, batching_names[i]))
				continue;
			for (int frame = 0; frame < BATCHING_FRAMES; frame++)
				batching_frame(&t, batching_names[i], frame);
			batching_close(&t);
			before += t.before;
			behind += t.behind;
			open++;
		}
	assert_true(open);
	assert_true(behind < before / 4 * 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_is_shown),
	};

	setlocale(LC_ALL, "C.UTF-8");
	setenv("LINES", "14", 1);
	setenv("COLUMNS", "60", 1);
	return cmocka_run_group_tests_name("property/batching", tests, NULL, NULL);
}
