#include "terminal/terminal.h"

#include <curses.h>
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "terminal/capability.h"
#include "terminal/frame.h"
#include "terminal/probe.h"
#include "terminal/signals.h"

/* What ncurses does not switch on itself, and how to switch it off: bracketed paste; the mouse, with dragging and
 * places beyond column 223. */
#define TERMINAL_MOUSE "\033[?1002h\033[?1006h"
#define TERMINAL_NO_MOUSE "\033[?1006l\033[?1002l"
#define TERMINAL_PASTES "\033[?2004h"

/* Terminals that answer do so sooner. */
#define TERMINAL_ANSWER_MS 500

/* Terminals that know these show what comes between them at once; others ignore them. They are not asked whether they
 * do, as some print the question. */
#define TERMINAL_TOGETHER "\033[?2026h"
#define TERMINAL_SHOW "\033[?2026l"

/* Ends a frame as well: a crash may happen within one. */
#define TERMINAL_LEAVE TERMINAL_SHOW TERMINAL_NO_MOUSE "\033[?2004l"

/* The most bytes for the clipboard: terminals accept no longer sequence. */
#define TERMINAL_CLIPBOARD_BYTES 70000

struct terminal {
	SCREEN *screen;
	struct frame frame; /* collects the bytes of a picture */
	enum scheme scheme;
	const char *name;
	bool known;
	bool mouse; /* mouse reports are on */
	short pairs[STYLE_COUNT];
	attr_t attributes[STYLE_COUNT];
	struct cellbuf shown; /* what the terminal shows; empty before the first frame */
};

/* For the crash handler, which cannot look anything up. */
static struct {
	struct termios modes;
	bool has_modes;
	char bytes[256];
	size_t len;
} terminal_leave;

static const char *const terminal_stand_ins[] = {"xterm-256color", "xterm", "vt100", "ansi"};

static void terminal_note_leave(const char *bytes)
{
	size_t len = strlen(bytes);

	if (terminal_leave.len + len > sizeof(terminal_leave.bytes) || strchr(bytes, '$'))
		return;
	memcpy(terminal_leave.bytes + terminal_leave.len, bytes, len);
	terminal_leave.len += len;
}

/* Prepares the bytes that restore the terminal in one write. */
static void terminal_prepare_leave(void)
{
	/* plain text, colours, cursor, cursor keys, main screen */
	static const char *const names[] = {"sgr0", "op", "cnorm", "rmkx", "rmcup"};

	terminal_leave.len = 0;
	terminal_note_leave(TERMINAL_LEAVE);
	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		terminal_note_leave(capability_bytes(names[i]));
}

/* Runs in a signal handler. */
static void terminal_crash(void)
{
	const char *words = mem_last_words();
	ssize_t sent = write(STDOUT_FILENO, terminal_leave.bytes, terminal_leave.len);

	if (terminal_leave.has_modes)
		tcsetattr(STDIN_FILENO, TCSANOW, &terminal_leave.modes);
	if (words[0])
		sent = write(STDERR_FILENO, words, strlen(words));
	(void)sent;
}

static void terminal_send(const char *bytes)
{
	signals_write(STDOUT_FILENO);
	fputs(bytes, stdout);
	fflush(stdout);
	signals_write(-1);
}

/* Sets a fixed colour pair for each style; styles of the same colours share one. */
static void terminal_set_styles(struct terminal *terminal)
{
	int count = 0;

	for (int i = 0; i < STYLE_COUNT; i++) {
		struct look look = theme_look((enum style)i, terminal->scheme);
		int pair;

		terminal->attributes[i] = (look.attributes & LOOK_BOLD ? A_BOLD : 0) |
					  (look.attributes & LOOK_DIM ? A_DIM : 0) |
					  (look.attributes & LOOK_UNDERLINE ? A_UNDERLINE : 0) |
					  (look.attributes & LOOK_REVERSE ? A_REVERSE : 0);
		if (look.foreground == LOOK_DEFAULT && look.background == LOOK_DEFAULT)
			continue;
		for (pair = 1; pair <= count; pair++) {
			int foreground, background;

			extended_pair_content(pair, &foreground, &background);
			if (foreground == look.foreground && background == look.background)
				break;
		}
		if (pair > count && pair < COLOR_PAIRS) {
			init_extended_pair(pair, look.foreground, look.background);
			count = pair;
		}
		terminal->pairs[i] = (short)(pair < COLOR_PAIRS ? pair : 0);
	}
}

static void terminal_set_colours(struct terminal *terminal)
{
	const char *none = getenv("NO_COLOR");

	terminal->scheme = SCHEME_MONO;
	if (has_colors() && !(none && none[0])) {
		start_color();
		use_default_colors();
		terminal->scheme = theme_scheme(COLORS);
	}
	terminal_set_styles(terminal);
}

void terminal_light(struct terminal *terminal)
{
	terminal->scheme = theme_lighten(terminal->scheme);
	terminal_set_styles(terminal);
}

/* Curses leaves the terminal. It believes that the terminal is plain. */
static void terminal_end(struct terminal *terminal)
{
	if (!ink_is_plain(&terminal->frame.batch.hand.ink))
		terminal_send("\033[m");
	batch_forget(&terminal->frame.batch);
	signals_write(fileno(terminal->frame.file));
	endwin();
	signals_write(-1);
}

/* Before it has been left once, curses writes at every move of the cursor, some twenty times a frame; so leave and
 * enter it once. */
static void terminal_begin(struct terminal *terminal)
{
	terminal_end(terminal);
	signals_write(fileno(terminal->frame.file));
	refresh();
	signals_write(-1);
	terminal->frame.batch.believed = terminal->frame.batch.hand.spot = (struct spot){1, 1};
}

/* Terminals where other keys change too if the keypad does not send codes. In st (0.9, config.def.h) Delete then sends
 * ESC [ P, elsewhere F1, and Ctrl-Delete ESC [ M, the start of a mouse report; in tmux (3.3a, input-keys.c) the
 * keypad's Enter sends a line feed, like Ctrl-J. */
static const char *const terminal_padded[] = {"st", "stterm", "tmux"};

/* Is the terminal one of these, by its name up to a dash? Inside tmux it may have another name. */
static bool terminal_wants_pad(const char *name)
{
	const char *inside = getenv("TMUX");

	for (size_t i = 0; i < ARRAY_SIZE(terminal_padded); i++) {
		size_t len = strlen(terminal_padded[i]);

		if (!strncmp(name, terminal_padded[i], len) && (!name[len] || name[len] == '-'))
			return true;
	}
	return inside && *inside;
}

/* Curses makes the keypad send codes of its own, which in some terminals are the same with and without Num Lock.
 * Without them it sends what its keys say: digits or cursor keys. */
static void terminal_plain_pad(void)
{
	if (strstr(capability_bytes("smkx"), "\033=") && !terminal_wants_pad(termname()))
		terminal_send("\033>");
}

static void terminal_set_modes(void)
{
	raw();
	noecho();
	nonl();
	leaveok(stdscr, FALSE);
	scrollok(stdscr, FALSE);
	keypad(stdscr, TRUE); /* makes the terminal send its keys as described */
	typeahead(-1);        /* frames are drawn completely, even if there is input */
	terminal_plain_pad();
	terminal_send(TERMINAL_PASTES TERMINAL_MOUSE);
}

static int terminal_cut(int cells, int most)
{
	return cells < most ? cells : most;
}

/* Makes curses use CELLS, at most MOST, by the environment variable NAME; 0 unsets it. On its own, curses allocates
 * memory for any size it is told, whenever it looks; with use_env() off, it fails if the terminal's description, such
 * as that of `linux`, has no size. */
static void terminal_set_size(const char *name, int cells, int most)
{
	char text[16];

	snprintf(text, sizeof(text), "%d", terminal_cut(cells, most));
	if (cells > 0)
		setenv(name, text, 1);
	else
		unsetenv(name);
}

/* The number in the environment variable NAME, or 0. */
static int terminal_size_from(const char *name)
{
	const char *value = getenv(name);
	long number = value ? strtol(value, NULL, 10) : 0;

	return number > 0 && number <= INT_MAX ? (int)number : 0;
}

/* Makes curses start with the size in LINES and COLUMNS, or else with that of the terminal. */
static void terminal_measure(void)
{
	int rows = terminal_size_from("LINES"), columns = terminal_size_from("COLUMNS");
	struct winsize size = {0};

	ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
	terminal_set_size("LINES", rows ? rows : size.ws_row, TERMINAL_ROWS_MOST);
	terminal_set_size("COLUMNS", columns ? columns : size.ws_col, TERMINAL_COLUMNS_MOST);
}

/* Draws ROWS x COLUMNS from now on, within the limits. */
static void terminal_fit(int rows, int columns)
{
	terminal_set_size("LINES", rows, TERMINAL_ROWS_MOST);
	terminal_set_size("COLUMNS", columns, TERMINAL_COLUMNS_MOST);
	resizeterm(terminal_cut(rows, TERMINAL_ROWS_MOST), terminal_cut(columns, TERMINAL_COLUMNS_MOST));
}

/* The description that TERM names, or its variant with 256 colours if the terminal has said that it supports more:
 * xterm and others set TERM to "xterm", which has 8. Inside GNU screen it is the outer terminal that said so, and
 * screen sends that 8 colours of its own choice. NULL if there is no description. */
static const char *terminal_find(int *colours)
{
	static const char *const signs[] = {"COLORTERM", "XTERM_VERSION", "VTE_VERSION", "KONSOLE_VERSION", "MLTERM"};
	static char longer[64];
	const char *name = getenv("TERM"), *said = NULL;

	if (!name || !name[0] || !capability_look(name, colours))
		return NULL;
	for (size_t i = 0; i < ARRAY_SIZE(signs) && !(said && said[0]); i++)
		said = getenv(signs[i]);
	if (*colours < 8 || *colours >= 256 || !said || !said[0] || strchr(name, '-') || !strcmp(name, "linux") ||
		!strcmp(name, "screen"))
		return name;
	if ((size_t)snprintf(longer, sizeof(longer), "%s-256color", name) >= sizeof(longer))
		return name;
	if (capability_look(longer, colours))
		return longer;
	return capability_look(name, colours) ? name : NULL;
}

/* Opens the screen of the terminal that TERM names, or of a similar one. */
static SCREEN *terminal_new_screen(struct terminal *terminal)
{
	SCREEN *screen;
	int colours;

	terminal_measure();
	terminal->name = terminal_find(&colours);
	terminal->known = terminal->name;
	screen = terminal->known ? newterm(terminal->name, terminal->frame.file, stdin) : NULL;
	for (size_t i = 0; !screen && i < ARRAY_SIZE(terminal_stand_ins); i++) {
		terminal->known = false;
		terminal->name = terminal_stand_ins[i];
		screen = newterm(terminal->name, terminal->frame.file, stdin);
	}
	return screen;
}

int terminal_open(struct terminal **terminal, struct error *err)
{
	struct terminal *new;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return error_set(err, ERROR_SYSTEM,
			_("the canvas needs a terminal; without one use “evstorm show” or “evstorm do”"));
	terminal_leave.has_modes = tcgetattr(STDIN_FILENO, &terminal_leave.modes) == 0;
	new = mem_zalloc(sizeof(*new));
	if (!frame_open(&new->frame, STDOUT_FILENO)) {
		free(new);
		return error_set(err, ERROR_SYSTEM, "%s", strerror(errno));
	}
	signals_open(terminal_crash);
	new->screen = terminal_new_screen(new);
	if (!new->screen) {
		signals_close();
		frame_close(&new->frame);
		free(new);
		return error_set(err, ERROR_SYSTEM,
			_("no terminal descriptions are installed; install ncurses-base or ncurses-term"));
	}
	terminal_prepare_leave();
	terminal_begin(new);
	terminal_set_modes();
	new->frame.batch.hand.can = capability_set();
	new->mouse = true;
	terminal_set_colours(new);
	*terminal = new;
	return 0;
}

void terminal_close(struct terminal *terminal)
{
	if (!terminal)
		return;
	terminal_send(TERMINAL_LEAVE);
	terminal_end(terminal);
	delscreen(terminal->screen);
	signals_close();
	frame_close(&terminal->frame);
	cellbuf_release(&terminal->shown);
	free(terminal);
}

struct terminal_facts terminal_facts(const struct terminal *terminal)
{
	return (struct terminal_facts){terminal->name, terminal->known, has_colors() ? COLORS : 0, COLS, LINES};
}

void terminal_mouse(struct terminal *terminal, bool on)
{
	if (terminal->mouse != on)
		terminal_send(on ? TERMINAL_MOUSE : TERMINAL_NO_MOUSE);
	terminal->mouse = on;
}

void terminal_repaint(struct terminal *terminal)
{
	cellbuf_release(&terminal->shown);
	batch_forget(&terminal->frame.batch);
	clearok(curscr, TRUE);
}

void terminal_resized(struct terminal *terminal)
{
	struct winsize size;

	if (!ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) && size.ws_row && size.ws_col)
		terminal_fit(size.ws_row, size.ws_col);
	terminal_repaint(terminal);
}

void terminal_suspend(struct terminal *terminal)
{
	terminal_send(TERMINAL_LEAVE);
	terminal_end(terminal);
	signals_close();
	raise(SIGTSTP);
	signals_open(terminal_crash);
	terminal_send(TERMINAL_PASTES);
	terminal_send(terminal->mouse ? TERMINAL_MOUSE : TERMINAL_NO_MOUSE);
	refresh();
	terminal_plain_pad();
	terminal_resized(terminal);
}

static void terminal_put(const struct terminal *terminal, int x, int y, const struct cell *cell)
{
	wchar_t wide[CCHARW_MAX + 1];
	size_t count = mbstowcs(wide, cell->text, CCHARW_MAX);
	int pair = terminal->pairs[cell->style];
	cchar_t sign;

	if (count == (size_t)-1 || !count)
		count = (size_t)swprintf(wide, CCHARW_MAX, L"?");
	wide[count < CCHARW_MAX ? count : CCHARW_MAX] = L'\0';
	setcchar(&sign, wide, terminal->attributes[cell->style], (short)pair, &pair);
	mvadd_wch(y, x, &sign);
}

void terminal_paint(struct terminal *terminal, const struct cellbuf *buf, int x, int y, bool shown)
{
	bool all = !terminal->shown.cells;
	struct spot end;

	if (all || terminal->shown.columns != buf->columns || terminal->shown.rows != buf->rows) {
		cellbuf_reset(&terminal->shown, buf->columns, buf->rows, STYLE_BOARD);
		all = true;
	}
	for (int row = 0; row < buf->rows && row < LINES; row++) {
		const struct cell *now = cellbuf_at(buf, 0, row);
		struct cell *before = &terminal->shown.cells[(size_t)row * (size_t)buf->columns];

		if (!all && !memcmp(now, before, (size_t)buf->columns * sizeof(*now)))
			continue;
		for (int column = 0; column < buf->columns && column < COLS; column++) {
			if (!all && cellbuf_cell_equal(&now[column], &before[column]))
				continue;
			before[column] = now[column];
			if (now[column].width)
				terminal_put(terminal, column, row, &now[column]);
		}
	}
	frame_begin(&terminal->frame);
	curs_set(shown ? 1 : 0);
	move(y < 0 ? 0 : y, x < 0 ? 0 : x);
	refresh();
	terminal->frame.batch.rows = LINES;
	terminal->frame.batch.columns = COLS;
	getyx(stdscr, end.row, end.column);
	end = (struct spot){end.row + 1, end.column + 1};
	frame_end(&terminal->frame, end, !shown, TERMINAL_TOGETHER, TERMINAL_SHOW);
}

/* Appends BYTES in base64. */
static void terminal_encode(struct strbuf *out, const char *bytes, size_t len)
{
	static const char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t at = 0; at < len; at += 3) {
		unsigned bits = 0;

		for (size_t i = 0; i < 3; i++)
			bits = bits << 8 | (at + i < len ? (unsigned char)bytes[at + i] : 0u);
		for (size_t i = 0; i < 4; i++)
			strbuf_addch(out, at + i > len ? '=' : signs[bits >> (18 - 6 * i) & 63]);
	}
}

bool terminal_clipboard(struct terminal *terminal, const char *text, size_t len)
{
	struct strbuf bytes = STRBUF_INIT;

	(void)terminal;
	if (len > TERMINAL_CLIPBOARD_BYTES)
		return false;
	strbuf_addstr(&bytes, "\033]52;c;"); /* mosh supports no other selection */
	terminal_encode(&bytes, text, len);
	strbuf_addstr(&bytes, "\007");
	terminal_send(bytes.text);
	strbuf_release(&bytes);
	return true;
}

bool terminal_ask_width(struct terminal *terminal)
{
	(void)terminal;
	if (!probe_fits(capability_bytes("cup")))
		return false;
	terminal_send(probe_question());
	return true;
}

int terminal_look_width(void)
{
	const char *cup = capability_look_up(getenv("TERM"), "cup");

	return cup && probe_fits(cup) ? probe_ask(STDIN_FILENO, STDOUT_FILENO, TERMINAL_ANSWER_MS) : 0;
}

bool terminal_look(struct terminal_facts *facts)
{
	struct winsize size;

	const char *found;

	*facts = (struct terminal_facts){.name = getenv("TERM")};
	if (!isatty(STDOUT_FILENO))
		return false;
	found = terminal_find(&facts->colours);
	facts->known = found;
	if (found)
		facts->name = found;
	if (!ioctl(STDOUT_FILENO, TIOCGWINSZ, &size)) {
		facts->columns = size.ws_col;
		facts->rows = size.ws_row;
	}
	return true;
}
