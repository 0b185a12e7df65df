/* people_mode: who is here, in which role, and what they do; who was here before; and what was said. */
#include <inttypes.h>
#include <pwd.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "text/clean.h"
#include "session/peers.h"
#include "canvas/canvas.h"
#include "draw/panel.h"
#include "canvas/view_list.h"

#define PEOPLE_CELLS 76

/* How many of the lines said are shown. */
#define PEOPLE_SAID 8

struct people {
	size_t at; /* the one in focus */
};

static const char *const people_roles[ROLE_COUNT] = {
	[ROLE_OBSERVER] = N_("observer"),
	[ROLE_PARTICIPANT] = N_("participant"),
	[ROLE_FACILITATOR] = N_("facilitator"),
};

static const char *people_role(const struct presence_state *state)
{
	if (state->assistant)
		return _("assistant");
	return state->guest ? _("guest") : _(people_roles[state->role]);
}

/* Lines being drawn, or only counted. */
struct people_page {
	struct cellbuf *buf; /* NULL: only counted */
	struct panel panel;
	int top;    /* the first visible line */
	int line;   /* the next, from 0 */
	size_t at;  /* the person in focus */
	int chosen; /* their line */
};

static size_t people_count(const struct shell *shell)
{
	return canvas_of(shell)->peers ? canvas_of(shell)->peers->presence.people.count : 0;
}

/* Appends whose process it is, if that is another user of the machine: names are only what people call themselves. */
static void people_account(const struct presence_person *person, struct strbuf *out)
{
	const struct passwd *account = person->user == getuid() ? NULL : getpwuid(person->user);

	if (person->user == getuid())
		return;
	strbuf_addstr(out, " (");
	if (account)
		clean_for_display(out, account->pw_name, strlen(account->pw_name));
	else
		strbuf_addf(out, "%ld", (long)person->user);
	strbuf_addch(out, ')');
}

static void people_doing(const struct presence_person *person, struct strbuf *out)
{
	const struct presence_state *state = &person->state;
	int64_t idle = presence_idle_s(state, clock_span_ms());

	if (state->doing == PRESENCE_EDITING)
		strbuf_addf(out, _("is editing sticky %" PRId64), state->sticky);
	else if (state->doing == PRESENCE_TYPING)
		strbuf_addstr(out, _("is typing"));
	else if (state->doing == PRESENCE_SELECTING)
		strbuf_addstr(out, _("is selecting"));
	else
		strbuf_addf(out, _("at column %d, row %d"), (int)state->place.column, (int)state->place.row);
	if (idle >= 60)
		strbuf_addf(out, _(", quiet for %d min"), (int)(idle / 60));
}

/* Draws a line over the whole width; returns its row, or less than 0 if out of sight. */
static int people_line(struct people_page *page, int indent, const char *text, enum style style)
{
	int at = page->line++ - page->top;

	if (!page->buf || at >= page->panel.height - 2)
		return -1;
	if (at >= 0)
		panel_line(page->buf, page->panel, at, indent, text, style);
	return at;
}

/* Draws a name, a role, and what they do. */
static void people_row(
	struct people_page *page, const char *name, enum style style, const char *role, const char *doing, bool chosen)
{
	int room = page->panel.width - 4, names = room / 3, roles = 13, x = page->panel.x + 2, y;
	enum style plain = chosen ? STYLE_PANEL_CHOICE : STYLE_PANEL;

	page->chosen = chosen ? page->line : page->chosen;
	y = people_line(page, 0, chosen ? ">" : "", plain);
	if (y < 0)
		return;
	y += page->panel.y + 1;
	if (chosen)
		cellbuf_fill(page->buf, x + 1, y, room - 1, 1, plain);
	cellbuf_cut(page->buf, x + 2, y, names - 3, name, style);
	cellbuf_cut(page->buf, x + names, y, roles - 1, role, plain);
	cellbuf_cut(page->buf, x + names + roles, y, room - names - roles, doing, plain);
}

static void people_here(const struct shell *shell, struct people_page *page)
{
	struct strbuf doing = STRBUF_INIT, name = STRBUF_INIT;

	people_row(page, session_name(shell->session), STYLE_PANEL_TITLE, _(people_roles[session_role(shell->session)]),
		_("you"), false);
	for (size_t i = 0; i < people_count(shell); i++) {
		const struct presence_person *person = vec_at(&canvas_of(shell)->peers->presence.people, i);

		strbuf_reset(&doing);
		people_doing(person, &doing);
		if (!strcmp(canvas_of(shell)->attention.follow, person->name))
			strbuf_addf(&doing, " %s", _("(you follow)"));
		strbuf_reset(&name);
		strbuf_addstr(&name, person->name);
		people_account(person, &name);
		people_row(page, name.text, scene_person_style(person->name), people_role(&person->state), doing.text,
			page->at == i);
	}
	strbuf_release(&doing);
	strbuf_release(&name);
}

/* Draws those who have worked on the board and are not here. */
static void people_away(const struct shell *shell, struct people_page *page)
{
	struct vec list = VEC_INIT(const void *);
	bool headed = false;

	board_list(shell_board(shell), ENTITY_PERSON, &list);
	for (size_t i = 0; i < list.count; i++) {
		const struct person *person = vec_get(&list, const struct person *, i);

		if (!strcmp(person->name, session_name(shell->session)) ||
			(canvas_of(shell)->peers && peers_find(canvas_of(shell)->peers, person->name)))
			continue;
		page->line += !headed;
		if (!headed)
			people_line(page, 0, _("Not here now"), STYLE_PANEL_TITLE);
		headed = true;
		people_row(page, person->name, STYLE_PANEL, _(people_roles[person->role]), "", false);
	}
	vec_release(&list);
}

/* Draws the last lines said. */
static void people_said(const struct shell *shell, struct people_page *page)
{
	const struct vec *said = &canvas_of(shell)->attention.said;
	size_t first = said->count > PEOPLE_SAID ? said->count - PEOPLE_SAID : 0;

	if (!said->count)
		return;
	page->line++;
	people_line(page, 0, _("Said"), STYLE_PANEL_TITLE);
	for (size_t i = first; i < said->count; i++)
		people_line(page, 2, vec_get(said, char *, i), STYLE_PANEL);
}

static void people_all(const struct shell *shell, struct people_page *page)
{
	page->line = 0;
	people_here(shell, page);
	people_away(shell, page);
	people_said(shell, page);
}

static void people_draw(struct shell *shell, struct cellbuf *buf)
{
	int width = buf->columns - 2 < PEOPLE_CELLS ? buf->columns - 2 : PEOPLE_CELLS;
	int most = buf->rows - 6;
	struct people_page page = {.panel = {(buf->columns - width) / 2, 2, width, most}};
	struct people *people = shell_state(shell, &people_mode);

	if (people->at >= people_count(shell))
		people->at = people_count(shell) ? people_count(shell) - 1 : 0;
	page.at = people->at;
	people_all(shell, &page);
	page.panel.height = page.line + 2 < most ? page.line + 2 : most;
	page.top = page.chosen >= page.panel.height - 2 ? page.chosen - page.panel.height + 3 : 0;
	page.buf = buf;
	panel_draw(buf, page.panel, _("Who is here"));
	people_all(shell, &page);
}

static void people_go(struct shell *shell, int by)
{
	struct people *people = shell_state(shell, &people_mode);

	people->at += by > 0 || people->at ? (size_t)by : 0;
}

static void people_follow(struct shell *shell, int argument)
{
	const struct people *people = shell_state(shell, &people_mode);
	struct strbuf name = STRBUF_INIT;

	(void)argument;
	shell_close(shell);
	if (people->at >= people_count(shell))
		return;
	strbuf_addstr(
		&name, vec_get(&canvas_of(shell)->peers->presence.people, struct presence_person, people->at).name);
	view_follow_person(shell, name.text);
	strbuf_release(&name);
}

static const struct binding people_rows[] = {
	{"Enter", "follow-this", N_("follow"), NULL, people_follow, 0, ROLE_OBSERVER, NULL},
	{"s", "summon", N_("call all here"), NULL, NULL, 0, ROLE_OBSERVER, NULL},
	{"q Esc C-c P", "close", N_("back"), NULL, shell_back, 0, ROLE_OBSERVER, NULL},
	{"j Down", "down", N_("go on"), NULL, people_go, 1, ROLE_OBSERVER, NULL},
	{"k Up", "up", NULL, NULL, people_go, -1, ROLE_OBSERVER, NULL},
	{0},
};

const struct mode people_mode = {
	.name = "people",
	.title = N_("Keys of the list of people"),
	.rows = people_rows,
	.calm = MODE_READING,
	.size = sizeof(struct people),
	.draw = people_draw,
};

void people_open(struct shell *shell, int choice)
{
	struct people *people;

	(void)choice;
	shell_open(shell, &people_mode);
	people = shell_state(shell, &people_mode);
	people->at = 0;
}
