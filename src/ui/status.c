#include "ui/status.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "model/step.h"
#include "text/width.h"

/* The steps, the one at hand by name. */
int status_steps(const struct board *board, struct cellbuf *buf, int x)
{
	int now = board_step(board);

	for (int step = STEP_FIRST; step <= STEP_LAST; step++) {
		char text[80];

		if (step == now)
			snprintf(text, sizeof(text), " %d %.50s ", step, step_short(step));
		else
			snprintf(text, sizeof(text), " %d ", step);
		x = cellbuf_cut(buf, x, 0, buf->columns - x, text,
			step == now ? STYLE_BAR_NOW : step < now ? STYLE_BAR_PAST : STYLE_BAR_AHEAD);
	}
	return x;
}

int status_steps_cells(const struct board *board)
{
	const char *name = step_short(board_step(board));

	return 3 * STEP_LAST + width_of(name, strlen(name)) + 1;
}

/* How long the step has run, or what is left on the timer, into TEXT. */
static enum style status_time(const struct board *board, char *text, size_t size)
{
	int64_t now = clock_now_ms(), left = board_timer(board) - now;
	int most = step_minutes(board_step(board));
	int64_t minutes = (now - board_since(board)) / 60000;

	text[0] = '\0';
	if (board_timer(board)) {
		snprintf(text, size, left > 0 ? _("%d min left") : _("time is up"), (int)(left / 60000) + 1);
		return left > 0 ? STYLE_BAR_NOW : STYLE_ERROR;
	}
	if (board_since(board) && minutes >= 0 && minutes < 1440)
		snprintf(text, size, _("%d of %d min"), (int)minutes, most);
	return minutes > most ? STYLE_BAR_NOW : STYLE_BAR;
}

/* Tags of the others, from RIGHT leftwards as far as X; where they begin. */
static int status_people(const struct desk *desk, struct cellbuf *buf, int x, int right)
{
	for (size_t i = 0; i < desk->people.count; i++) {
		const struct scene_person *person = vec_at(&desk->people, i);
		char text[80];
		int cells;

		snprintf(text, sizeof(text), " %.60s ", person->name);
		if (right - width_of(text, strlen(text)) - 6 < x)
			snprintf(text, sizeof(text), " +%zu ", desk->people.count - i);
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

/* What holds for everybody, or for this person. The title gives way to it. */
struct status_flag {
	bool holds;
	const char *text;
	enum style style;
};

#define STATUS_FLAGS 5

/* The title keeps so many cells. */
#define STATUS_TITLE_LEAST 8

static void status_flags(const struct desk *desk, const char *timer, enum style timer_style,
	struct status_flag flags[STATUS_FLAGS])
{
	const struct board_facts *facts = board_facts(desk_board(desk));

	flags[0] = (struct status_flag){facts->timer, timer, timer_style};
	flags[1] = (struct status_flag){facts->locked, _("locked"), STYLE_HINT};
	flags[2] = (struct status_flag){facts->silent, _("silent round"), STYLE_HINT};
	flags[3] = (struct status_flag){facts->votes_hidden, _("dots hidden"), STYLE_HINT};
	flags[4] = (struct status_flag){session_is_read_only(desk->session), _("reading only"), STYLE_HINT};
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

static void status_title(const struct desk *desk, struct cellbuf *buf)
{
	const struct board *board = desk_board(desk);
	const char *name = session_name(desk->session);
	const char *title = board_title(board)[0] ? board_title(board) : desk->file;
	int name_cells = width_of(name, strlen(name));
	int room = buf->columns - status_steps_cells(board) - 3, x, right;
	struct status_flag flags[STATUS_FLAGS];
	char time[40];
	enum style time_style = status_time(board, time, sizeof(time));

	status_flags(desk, time, time_style, flags);
	cellbuf_fill(buf, 0, 0, buf->columns, 1, STYLE_BAR);
	room -= status_flags_cells(flags);
	room = room > STATUS_TITLE_LEAST ? room : STATUS_TITLE_LEAST;
	if (room > buf->columns / 3 + name_cells)
		room -= name_cells + 2;
	x = cellbuf_cut(buf, 1, 0, room, title, STYLE_BAR_TITLE);
	if (x + 4 < room && strcmp(title, desk->file))
		x = cellbuf_cut(buf, x + 1, 0, room - x - 1, desk->file, STYLE_BAR_FILE);
	x = status_steps(board, buf, x + 1);
	x = status_draw_flags(flags, buf, x);
	right = buf->columns - name_cells - 1;
	if (x + 1 < right)
		cellbuf_cut(buf, right, 0, name_cells, name, STYLE_BAR_TITLE);
	right = status_people(desk, buf, x, right);
	right -= width_of(time, strlen(time)) + 2;
	if (x + 1 < right && !board_timer(board))
		cellbuf_cut(buf, right, 0, width_of(time, strlen(time)), time, time_style);
}

static void status_guide(const struct desk *desk, struct cellbuf *buf)
{
	int step = board_step(desk_board(desk)), y = buf->rows - 3, x;
	char head[80];

	snprintf(head, sizeof(head), "%d %.70s", step, step_name(step));
	cellbuf_fill(buf, 0, y, buf->columns, 1, STYLE_GUIDE);
	x = cellbuf_cut(buf, 1, y, buf->columns - 1, head, STYLE_GUIDE_STEP);
	cellbuf_cut(buf, x + 1, y, buf->columns - x - 2, step_question(step), STYLE_GUIDE);
}

/* How many stickies of each kind there are, from X on. */
static void status_counts(const struct desk *desk, struct cellbuf *buf, int x)
{
	for (int i = 0; i < KIND_COUNT && x < buf->columns - 4; i++) {
		size_t count = board_count_kind(desk_board(desk), (enum kind)i);
		char text[96];

		if (!count)
			continue;
		snprintf(text, sizeof(text), "%.50s %zu", desk->kinds[i], count);
		x = cellbuf_cut(buf, x, buf->rows - 2, buf->columns - x, text, STYLE_STATUS) + 2;
	}
}

/* What the checks of the step find first, and how much it is. */
static int status_findings(const struct desk *desk, struct cellbuf *buf, int x)
{
	int step = board_step(desk_board(desk)), y = buf->rows - 2;
	size_t count = checklist_count(desk->checklist, step);
	struct strbuf line = STRBUF_INIT;

	if (!checklist_is_ready(desk->checklist))
		return x;
	if (!count)
		return cellbuf_cut(buf, x, y, buf->columns - x, _("✓ nothing to look at"),
			       STYLE_GOOD) + 2;
	strbuf_addf(&line, ngettext("• %zu to look at (Tab)", "• %zu to look at (Tab)", count), count);
	x = cellbuf_cut(buf, x, y, buf->columns - x, line.text, STYLE_HINT) + 2;
	strbuf_release(&line);
	return x;
}

/* What was found about the sticky in focus, and what could be done. */
static void status_finding(const struct desk *desk, struct cellbuf *buf)
{
	struct strbuf line = STRBUF_INIT;

	strbuf_addstr(&line, "• ");
	checklist_say(desk->checklist, &desk->finding, clock_now_ms(), &line);
	if (!desk->finding.check->command)
		strbuf_addf(&line, " — %s", _(desk->finding.check->offer));
	cellbuf_cut(buf, 1, buf->rows - 2, buf->columns - 2, line.text, STYLE_HINT);
	strbuf_release(&line);
}

/* How far a silent round has come: what it says is not to be seen, so there is nothing to check. */
static int status_silent(const struct desk *desk, struct cellbuf *buf, int x)
{
	const struct veil veil = desk_veil(desk);
	const struct sticky *sticky;
	size_t all = 0, own = 0;
	char text[120];

	for (size_t at = 0; (sticky = board_next(desk_board(desk), ENTITY_STICKY, &at));)
		if (sticky->id >= veil.silent) {
			all++;
			own += !veil_hides(&veil, sticky);
		}
	snprintf(text, sizeof(text), ngettext("Silent round: %zu new sticky, %zu of them yours",
					     "Silent round: %zu new stickies, %zu of them yours", all), all, own);
	return cellbuf_cut(buf, x, buf->rows - 2, buf->columns - x, text, STYLE_HINT) + 2;
}

/* How many dots this person still has, where they are counted. */
static int status_votes(const struct desk *desk, struct cellbuf *buf, int x)
{
	const struct board *board = desk_board(desk);
	int64_t person = session_person(desk->session), left = board_facts(board)->votes;
	const struct vote *vote;
	char text[80];

	if (!left)
		return x;
	for (size_t at = 0; (vote = board_next(board, ENTITY_VOTE, &at));)
		left -= person && vote->person == person ? vote->dots : 0;
	snprintf(text, sizeof(text), _("● %d of %d dots left"), left > 0 ? (int)left : 0,
		(int)board_facts(board)->votes);
	return cellbuf_cut(buf, x, buf->rows - 2, buf->columns - x, text, STYLE_KEY) + 2;
}

/* What somebody has just said to all. */
static void status_said(struct cellbuf *buf, const char *said)
{
	struct strbuf line = STRBUF_INIT;

	strbuf_addf(&line, " %s ", said);
	cellbuf_cut(buf, 1, buf->rows - 2, buf->columns - 2, line.text, STYLE_BAR_NOW);
	strbuf_release(&line);
}

static void status_progress(const struct desk *desk, struct cellbuf *buf)
{
	const struct board *board = desk_board(desk);
	int y = buf->rows - 2, x = 1;

	cellbuf_fill(buf, 0, y, buf->columns, 1, STYLE_STATUS);
	if (attention_said(&desk->attention)) {
		status_said(buf, attention_said(&desk->attention));
		return;
	}
	if (!board_count(board, ENTITY_STICKY)) {
		cellbuf_cut(buf, x, y, buf->columns - 1,
			desk_may(desk, "write")
				? _("The board is empty. Press i, type what happened, Tab for the next.")
				: _("The board is empty."),
			STYLE_HINT);
		return;
	}
	x = status_votes(desk, buf, x);
	if (board_facts(board)->silent) {
		status_counts(desk, buf, status_silent(desk, buf, x));
		return;
	}
	if (desk->checklist && desk_has_finding(desk)) {
		status_finding(desk, buf);
		return;
	}
	if (desk->checklist)
		x = status_findings(desk, buf, x);
	status_counts(desk, buf, x);
}

int status_hint(struct cellbuf *buf, int x, int right, const struct hint *hint)
{
	const char *text = _(hint->text);
	int cells = width_of(hint->key, strlen(hint->key)) + 1 + width_of(text, strlen(text));
	int y = buf->rows - 1;

	if (x + cells > right)
		return right;
	x = cellbuf_cut(buf, x, y, right - x, hint->key, STYLE_KEY);
	return cellbuf_cut(buf, x + 1, y, right - x - 1, text, STYLE_STATUS) + 2;
}

/* What the keys pressed so far may become. */
static void status_pending(const struct desk *desk, struct cellbuf *buf, int x, int right)
{
	for (size_t i = 0; i < desk->keymap.bindings.count; i++) {
		const struct binding *binding = vec_at(&desk->keymap.bindings, i);
		struct strbuf keys = STRBUF_INIT;
		bool fits = binding->count > desk->keys_count;
		struct hint hint;

		for (size_t k = 0; k < binding->count; k++) {
			fits = fits && (k >= desk->keys_count ||
					key_equal(binding->keys[k], desk->keys[k]));
			key_format(binding->keys[k], &keys);
		}
		hint = (struct hint){keys.text, binding->command};
		if (fits && desk_may(desk, binding->command))
			x = status_hint(buf, x, right, &hint);
		strbuf_release(&keys);
	}
}

static void status_keys(const struct desk *desk, struct cellbuf *buf)
{
	size_t count = board_count(desk_board(desk), ENTITY_STICKY);
	int y = buf->rows - 1, x = 1, cells;
	char right[120];

	snprintf(right, sizeof(right), ngettext("saved · %zu sticky", "saved · %zu stickies", count),
		count);
	cells = width_of(right, strlen(right));
	cellbuf_fill(buf, 0, y, buf->columns, 1, STYLE_STATUS);
	if (desk->message.len) {
		cellbuf_cut(buf, x, y, buf->columns - 2, desk->message.text,
			desk->failed ? STYLE_ERROR : STYLE_GOOD);
		return;
	}
	cellbuf_cut(buf, buf->columns - cells - 1, y, cells, right, STYLE_STATUS);
	if (desk->keys_count) {
		status_pending(desk, buf, x, buf->columns - cells - 3);
		return;
	}
	if (desk->mode == &canvas_mode && desk_has_finding(desk)) {
		struct hint offer = {"o", desk->finding.check->offer};

		if (desk->finding.check->command && desk_may(desk, "take-offer"))
			x = status_hint(buf, x, buf->columns - cells - 3, &offer);
	}
	if (desk->mode == &canvas_mode && desk->people.count) {
		struct hint people = {"P", N_("people")};

		x = status_hint(buf, x, buf->columns - cells - 3, &people);
	}
	for (const struct hint *hint = desk_now_hints(desk); hint->key; hint++)
		if (desk_offers(desk, hint))
			x = status_hint(buf, x, buf->columns - cells - 3, hint);
}

void status_draw(const struct desk *desk, struct cellbuf *buf)
{
	status_title(desk, buf);
	status_guide(desk, buf);
	status_progress(desk, buf);
	status_keys(desk, buf);
}
