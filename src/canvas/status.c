#include "canvas/status.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "check/namesakes.h"
#include "draw/box.h"
#include "draw/stepbar.h"
#include "model/step.h"
#include "text/width.h"
#include "text/wrap.h"
#include "canvas/typing.h"

/* Writes how long the step has run, or what is left on the timer, to TEXT; returns its style. */
static enum style status_time(const struct board *board, char *text, size_t size)
{
	int64_t now = clock_now_ms(), left = board_timer(board) - now;
	int most = step_minutes(board_step(board));
	int64_t minutes = (now - board_since(board)) / 60000;

	text[0] = '\0';
	if (board_timer(board)) {
		snprintf(text, size, left > 0 ? _("%d min left") : _("time is up"), (int)((left + 59999) / 60000));
		return left > 0 ? STYLE_BAR_NOW : STYLE_ERROR;
	}
	if (board_since(board) && minutes >= 0 && minutes < 1440)
		snprintf(text, size, _("%d of %d min"), (int)minutes, most);
	return minutes > most ? STYLE_BAR_NOW : STYLE_BAR;
}

/* Draws tags of the others, leftwards from RIGHT as far as X; returns where they begin. */
static int status_people(const struct shell *shell, struct cellbuf *buf, int x, int right)
{
	for (size_t i = 0; i < canvas_of(shell)->people.count; i++) {
		const struct scene_person *person = vec_at(&canvas_of(shell)->people, i);
		char text[80];
		int cells;

		snprintf(text, sizeof(text), " %.60s ", person->name);
		if (right - width_of(text, strlen(text)) - 6 < x)
			snprintf(text, sizeof(text), " +%zu ", canvas_of(shell)->people.count - i);
		cells = width_of(text, strlen(text));
		if (right - cells - 1 < x)
			break;
		right -= cells + 1;
		cellbuf_cut(buf, right, 0, cells, text, scene_person_style(person->name));
		if (text[1] == '+')
			break;
	}
	return right;
}

/* A state of the workshop or of this user. The title gives way to it. */
struct status_flag {
	bool holds;
	const char *text;
	enum style style;
};

#define STATUS_FLAGS 7

/* More lines than the longest text has on the narrowest screen. */
#define STATUS_TEXT_LINES 128

/* The width of a kind's letter in its colour. */
#define STATUS_CHIP_CELLS 3

/* With fewer columns, words next to numbers give way to the counts of all kinds. */
#define STATUS_WIDE 80

/* How often the aggregates of a large board are counted, in ms. */
#define STATUS_COUNT_MS 1000

/* The least width of the title. */
#define STATUS_TITLE_LEAST 8

/* Writes the letters of the hidden kinds to TEXT. */
static void status_hidden(unsigned hidden, char *text, size_t size)
{
	char letters[2 * KIND_COUNT + 1];
	size_t len = 0;

	for (int i = 0; i < KIND_COUNT; i++)
		if (hidden & KIND_BIT(i)) {
			letters[len++] = ' ';
			letters[len++] = kind_letter((enum kind)i);
		}
	letters[len] = '\0';
	snprintf(text, size, _("hidden:%s"), letters);
}

static void status_flags(const struct shell *shell, const char *timer, enum style timer_style, const char *hidden,
	struct status_flag flags[STATUS_FLAGS])
{
	const struct board_facts *facts = board_facts(shell_board(shell));
	const struct context *only = board_context(shell_board(shell), canvas_of(shell)->only);

	flags[0] = (struct status_flag){facts->timer, timer, timer_style};
	flags[1] = (struct status_flag){facts->locked, _("locked"), STYLE_HINT};
	flags[2] = (struct status_flag){facts->silent, _("silent round"), STYLE_HINT};
	flags[3] = (struct status_flag){facts->votes_hidden, _("votes hidden"), STYLE_HINT};
	flags[4] = (struct status_flag){session_is_read_only(shell->session), _("read-only"), STYLE_HINT};
	flags[5] = (struct status_flag){canvas_of(shell)->view.hidden, hidden, STYLE_BAR_NOW};
	flags[6] = (struct status_flag){only, only ? only->name : "", STYLE_BAR_NOW};
}

static int status_flags_cells(const struct status_flag flags[STATUS_FLAGS])
{
	int cells = 0;

	for (int i = 0; i < STATUS_FLAGS; i++)
		cells += flags[i].holds ? width_of(flags[i].text, strlen(flags[i].text)) + 1 : 0;
	return cells;
}

static int status_draw_flags(const struct status_flag flags[STATUS_FLAGS], struct cellbuf *buf, int x)
{
	for (int i = 0; i < STATUS_FLAGS; i++)
		if (flags[i].holds)
			x = cellbuf_cut(buf, x + 1, 0, buf->columns - x - 1, flags[i].text, flags[i].style);
	return x;
}

static void status_title(const struct shell *shell, struct cellbuf *buf)
{
	const struct board *board = shell_board(shell);
	const char *name = session_name(shell->session);
	const char *title = board_title(board)[0] ? board_title(board) : canvas_of(shell)->file;
	int name_cells = width_of(name, strlen(name));
	int room = buf->columns - stepbar_cells(board) - 3, x, right;
	struct status_flag flags[STATUS_FLAGS];
	char time[40], hidden[80];
	enum style time_style = status_time(board, time, sizeof(time));

	status_hidden(canvas_of(shell)->view.hidden, hidden, sizeof(hidden));
	status_flags(shell, time, time_style, hidden, flags);
	cellbuf_fill(buf, 0, 0, buf->columns, 1, STYLE_BAR);
	room -= status_flags_cells(flags);
	room = room > STATUS_TITLE_LEAST ? room : STATUS_TITLE_LEAST;
	if (room > buf->columns / 3 + name_cells)
		room -= name_cells + 2;
	x = cellbuf_cut(buf, 1, 0, room, title, STYLE_BAR_TITLE);
	if (x + 4 < room && strcmp(title, canvas_of(shell)->file))
		x = cellbuf_cut(buf, x + 1, 0, room - x - 1, canvas_of(shell)->file, STYLE_BAR_FILE);
	x = stepbar_draw(board, buf, x + 1);
	x = status_draw_flags(flags, buf, x);
	right = buf->columns - name_cells - 1;
	if (x + 1 < right)
		cellbuf_cut(buf, right, 0, name_cells, name, STYLE_BAR_TITLE);
	right = status_people(shell, buf, x, right);
	right -= width_of(time, strlen(time)) + 2;
	if (x + 1 < right && !board_timer(board))
		cellbuf_cut(buf, right, 0, width_of(time, strlen(time)), time, time_style);
}

static void status_guide(const struct shell *shell, struct cellbuf *buf)
{
	int step = board_step(shell_board(shell)), y = buf->rows - 3, x;
	char head[80];

	snprintf(head, sizeof(head), "%d %.70s", step, step_name(step));
	cellbuf_fill(buf, 0, y, buf->columns, 1, STYLE_GUIDE);
	x = cellbuf_cut(buf, 1, y, buf->columns - 1, head, STYLE_GUIDE_STEP);
	cellbuf_cut(buf, x + 1, y, buf->columns - x - 2, step_question(step), STYLE_GUIDE);
}

/* What comes after the letter of a kind, from most to least: " event 12", " 12", "12". */
enum status_detail { STATUS_NAMED, STATUS_COUNTED, STATUS_TIGHT };

/* How many aggregates there are; those of one name are one. On a large board they are counted now and then. */
static size_t status_aggregates(const struct shell *shell)
{
	const struct board *board = shell_board(shell);
	struct counted *counted = &canvas_of(shell)->counted;
	size_t stickies = board_count_kind(board, KIND_AGGREGATE);
	bool large = board_count(board, ENTITY_STICKY) > CHECKLIST_SMALL;
	int64_t now = clock_span_ms();
	struct namesakes namesakes;

	if (stickies < 2 || board_facts(board)->silent)
		return stickies;
	if (counted->counted_ms && (counted->generation == board_generation(board) ||
					   (large && now - counted->counted_ms < STATUS_COUNT_MS)))
		return counted->aggregates;
	namesakes_init(&namesakes);
	namesakes_read(&namesakes, board);
	*counted = (struct counted){namesakes_count(&namesakes), board_generation(board), now};
	namesakes_release(&namesakes);
	return counted->aggregates;
}

/* Writes how many stickies of KIND there are to TEXT; false if there are none. */
static bool status_count(const struct shell *shell, enum kind kind, enum status_detail detail, char *text, size_t size)
{
	size_t count = kind == KIND_AGGREGATE ? status_aggregates(shell) : board_count_kind(shell_board(shell), kind);

	if (detail == STATUS_NAMED)
		snprintf(text, size, " %.50s %zu", shell->looks.kinds[kind], count);
	else
		snprintf(text, size, detail == STATUS_TIGHT ? "%zu" : " %zu", count);
	return count > 0;
}

/* Do all counts fit after X in DETAIL? */
static bool status_has_room(const struct shell *shell, const struct cellbuf *buf, int x, enum status_detail detail)
{
	int chip = detail == STATUS_TIGHT ? 1 : STATUS_CHIP_CELLS, gap = detail == STATUS_TIGHT ? 1 : 2;
	char text[96];

	for (int i = 0; i < KIND_COUNT; i++)
		if (status_count(shell, (enum kind)i, detail, text, sizeof(text)))
			x += chip + width_of(text, strlen(text)) + gap;
	return x - gap <= buf->columns;
}

/* Draws the legend, from X on: how many stickies of each kind there are, after the kind's letter on its colour. */
static void status_counts(const struct shell *shell, struct cellbuf *buf, int x)
{
	enum status_detail detail = STATUS_NAMED;
	int y = buf->rows - 2;

	while (detail < STATUS_TIGHT && !status_has_room(shell, buf, x, detail))
		detail++;
	for (int i = 0; i < KIND_COUNT && x < buf->columns - 1; i++) {
		char chip[STATUS_CHIP_CELLS + 1] = {' ', kind_letter((enum kind)i), ' ', '\0'}, text[96];
		bool tight = detail == STATUS_TIGHT;

		if (!status_count(shell, (enum kind)i, detail, text, sizeof(text)))
			continue;
		x = tight ? cellbuf_text(buf, x, y, 1, chip + 1, 1, STYLE_KIND + i)
			  : cellbuf_text(buf, x, y, STATUS_CHIP_CELLS, chip, STATUS_CHIP_CELLS, STYLE_KIND + i);
		x = cellbuf_cut(buf, x, y, buf->columns - x, text, STYLE_STATUS) + (tight ? 1 : 2);
	}
}

/* Draws the first finding of the step, and how many there are. */
static int status_findings(const struct shell *shell, struct cellbuf *buf, int x)
{
	int step = board_step(shell_board(shell)), y = buf->rows - 2;
	size_t count = checklist_count(shell->checklist, step);
	struct strbuf line = STRBUF_INIT, key = STRBUF_INIT;

	if (!checklist_is_ready(shell->checklist))
		return x;
	if (!count)
		return cellbuf_cut(buf, x, y, buf->columns - x, _("✓ no findings"), STYLE_GOOD) + 2;
	shell_key_of(shell, shell_lowest(shell), "next-finding", &key);
	if (buf->columns < STATUS_WIDE)
		strbuf_addf(&line, "• %zu (%s)", count, key.text);
	else
		strbuf_addf(&line, ngettext("• %zu finding (%s)", "• %zu findings (%s)", count), count, key.text);
	strbuf_release(&key);
	x = cellbuf_cut(buf, x, y, buf->columns - x, line.text, STYLE_HINT) + 2;
	strbuf_release(&line);
	return x;
}

/* Draws the finding about the sticky in focus, and what could be done. */
static void status_finding(const struct shell *shell, struct cellbuf *buf)
{
	struct strbuf line = STRBUF_INIT;

	strbuf_addstr(&line, "• ");
	checklist_say(shell->checklist, &canvas_of(shell)->finding, &line);
	if (!view_offer(shell))
		strbuf_addf(&line, " — %s", _(canvas_of(shell)->finding.check->offer));
	cellbuf_cut(buf, 1, buf->rows - 2, buf->columns - 2, line.text, STYLE_HINT);
	strbuf_release(&line);
}

/* Draws the progress of a silent round. Its texts are hidden, so there are no findings. */
static int status_silent(const struct shell *shell, struct cellbuf *buf, int x)
{
	const struct veil veil = shell_veil(shell);
	const struct sticky *sticky;
	size_t all = 0, own = 0;
	char text[120];

	for (size_t at = 0; (sticky = board_next(shell_board(shell), ENTITY_STICKY, &at));)
		if (sticky->id >= veil.silent) {
			all++;
			own += !veil_hides(&veil, sticky);
		}
	snprintf(text, sizeof(text),
		ngettext("Silent round: %zu new sticky, %zu of them yours",
			"Silent round: %zu new stickies, %zu of them yours", all),
		all, own);
	return cellbuf_cut(buf, x, buf->rows - 2, buf->columns - x, text, STYLE_HINT) + 2;
}

/* Draws how many dots this user has left, if they are counted. */
static int status_votes(const struct shell *shell, struct cellbuf *buf, int x)
{
	const struct board *board = shell_board(shell);
	int64_t person = session_person(shell->session), left = board_facts(board)->votes;
	const struct vote *vote;
	char text[80];

	if (!left)
		return x;
	for (size_t at = 0; (vote = board_next(board, ENTITY_VOTE, &at));)
		left -= person && vote->person == person ? vote->dots : 0;
	snprintf(text, sizeof(text), _("● %d of %d votes left"), left > 0 ? (int)left : 0,
		(int)board_facts(board)->votes);
	return cellbuf_cut(buf, x, buf->rows - 2, buf->columns - x, text, STYLE_KEY) + 2;
}

/* Draws what somebody has just said to all. */
static void status_said(struct cellbuf *buf, const char *said)
{
	struct strbuf line = STRBUF_INIT;

	strbuf_addf(&line, " %s ", said);
	cellbuf_cut(buf, 1, buf->rows - 2, buf->columns - 2, line.text, STYLE_BAR_NOW);
	strbuf_release(&line);
}

static void status_empty(const struct shell *shell, struct cellbuf *buf, int x, int y)
{
	struct strbuf line = STRBUF_INIT, key = STRBUF_INIT, next = STRBUF_INIT;

	shell_key_of(shell, shell_lowest(shell), "type", &key);
	shell_key_of(shell, &typing_mode, "keep-next", &next);
	if (shell_may(shell, "type"))
		strbuf_addf(&line, _("The board is empty. Press %s, type what happened, %s for the next."), key.text,
			next.text);
	else
		strbuf_addstr(&line, _("The board is empty."));
	cellbuf_cut(buf, x, y, buf->columns - 1, line.text, STYLE_HINT);
	strbuf_release(&line);
	strbuf_release(&key);
	strbuf_release(&next);
}

/* The text being typed, or else that of the sticky under the cursor. */
struct status_text {
	struct box box;
	struct place place;
	bool read; /* it is readable in its box */
};

static bool status_find_text(const struct shell *shell, struct status_text *told)
{
	const struct viewport_zoom_size *size = viewport_size(&canvas_of(shell)->view.viewport);
	const struct sticky *sticky = canvas_sticky(shell);
	struct veil veil = shell_veil(shell);
	struct draft draft;

	if (typing_draft(shell, &draft)) {
		told->box = (struct box){.kind = draft.kind, .text = draft.text, .typed = true, .caret = draft.caret};
		told->place = draft.place;
	} else if (sticky) {
		told->box = box_of(sticky, &veil);
		told->box.name = shell->looks.names ? shell->looks.kinds[sticky->kind] : NULL;
		told->place = sticky->place;
	} else {
		return false;
	}
	told->read = size->width >= VIEWPORT_READABLE && !box_is_cut(&told->box, size);
	return told->box.text[0] && !told->read;
}

/* Is the board visible, with at most a line of text being typed over it? */
static bool status_is_open(const struct shell *shell)
{
	for (size_t i = 1; i < shell->modes.count; i++)
		if (shell_mode_at(shell, i)->draw && !shell_mode_at(shell, i)->line)
			return false;
	return true;
}

/* The row where SHOWN lines of it begin: above the step's line, or on top if they would hide the sticky. */
static int status_text_row(const struct shell *shell, const struct status_text *told, int shown)
{
	const struct viewport *viewport = &canvas_of(shell)->view.viewport;
	int top = shell->screen.rows - SHELL_ROWS_BELOW + 1 - shown, x, y;

	viewport_cell(viewport, told->place, &x, &y);
	y += SHELL_ROWS_ABOVE + SCENE_BOARD_TOP + viewport_size(viewport)->height;
	return shown > 1 && y > top ? SHELL_ROWS_ABOVE : top;
}

/* Draws the whole text being typed or under the cursor, if it is not readable in its box. */
static void status_text(struct shell *shell, struct cellbuf *buf)
{
	struct wrap_line lines[STATUS_TEXT_LINES];
	struct status_text told;
	int room = buf->columns - STATUS_CHIP_CELLS - 3, most = buf->rows / 2, first = 0, shown, caret = 0, y;
	char chip[STATUS_CHIP_CELLS + 1] = "   ";
	const char *text;
	int count;

	if (!status_is_open(shell) || !status_find_text(shell, &told))
		return;
	text = told.box.text;
	count = (int)wrap_text(text, strlen(text), room, lines, STATUS_TEXT_LINES, NULL);
	while (told.box.typed && caret + 1 < count && lines[caret + 1].start <= told.box.caret)
		caret++;
	first = caret >= most ? caret - most + 1 : 0;
	shown = count - first < most ? count - first : most;
	y = status_text_row(shell, &told, shown);
	cellbuf_fill(buf, 0, y, buf->columns, shown, STYLE_STATUS);
	chip[1] = kind_letter(told.box.kind);
	cellbuf_text(buf, 1, y, STATUS_CHIP_CELLS, chip, STATUS_CHIP_CELLS, STYLE_KIND + told.box.kind);
	for (int i = 0; i < shown; i++) {
		const struct wrap_line *line = &lines[first + i];

		cellbuf_text(buf, STATUS_CHIP_CELLS + 2, y + i, room, text + line->start, line->len, STYLE_STATUS);
		if (i + 1 == shown && first + shown < count)
			cellbuf_cut(buf, buf->columns - 1, y + i, 1, "…", STYLE_STATUS);
		if (!told.box.typed || first + i != caret ||
			viewport_size(&canvas_of(shell)->view.viewport)->width >= VIEWPORT_READABLE)
			continue;
		shell->screen.caret_x =
			STATUS_CHIP_CELLS + 2 + width_of(text + line->start, told.box.caret - line->start);
		shell->screen.caret_y = y + i;
	}
}

static void status_progress(const struct shell *shell, struct cellbuf *buf)
{
	const struct board *board = shell_board(shell);
	int y = buf->rows - 2, x = 1;

	cellbuf_fill(buf, 0, y, buf->columns, 1, STYLE_STATUS);
	if (attention_said(&canvas_of(shell)->attention)) {
		status_said(buf, attention_said(&canvas_of(shell)->attention));
		return;
	}
	if (!board_count(board, ENTITY_STICKY)) {
		status_empty(shell, buf, x, y);
		return;
	}
	x = status_votes(shell, buf, x);
	if (board_facts(board)->silent) {
		status_counts(shell, buf, status_silent(shell, buf, x));
		return;
	}
	if (shell->checklist && view_has_finding(shell)) {
		status_finding(shell, buf);
		return;
	}
	if (shell->checklist)
		x = status_findings(shell, buf, x);
	status_counts(shell, buf, x);
}

void status_draw(struct shell *shell, struct cellbuf *buf)
{
	status_title(shell, buf);
	status_guide(shell, buf);
	status_progress(shell, buf);
	status_text(shell, buf);
}
