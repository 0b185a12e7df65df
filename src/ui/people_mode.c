/* people_mode: who is here, in which role, what they do; who was here before; and what was said. */
#include <inttypes.h>
#include <string.h>

#include "base/i18n.h"
#include "text/width.h"
#include "ui/company.h"
#include "ui/desk.h"
#include "ui/panel.h"
#include "ui/view_list.h"

#define PEOPLE_CELLS 76

/* So many lines of what was said. */
#define PEOPLE_SAID 8

static const struct hint people_hints[] = {
	{"j k", N_("go on")},
	{"Enter", N_("follow")},
	{"q", N_("back")},
	{NULL, NULL},
};

static const struct hint people_leader_hints[] = {
	{"Enter", N_("follow")},
	{"s", N_("call all here")},
	{"q", N_("back")},
	{"j k", N_("go on")},
	{NULL, NULL},
};

static const char *const people_roles[ROLE_COUNT] = {
	[ROLE_OBSERVER] = N_("observer"),
	[ROLE_PARTICIPANT] = N_("participant"),
	[ROLE_FACILITATOR] = N_("facilitator"),
};

/* Lines as they are drawn, or only counted. */
struct people_page {
	struct cellbuf *buf; /* NULL: they are counted */
	struct panel panel;
	int top;    /* the first line in sight */
	int line;   /* the next, from 0 */
	int chosen; /* that of the person in focus */
};

static size_t people_count(const struct desk *desk)
{
	return desk->company ? desk->company->presence.people.count : 0;
}

static void people_doing(const struct presence_person *person, struct strbuf *out)
{
	const struct presence_state *state = &person->state;
	int64_t idle = company_idle_s(person);

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

/* A line over the whole width; returns where it is, or less than 0 out of sight. */
static int people_line(struct people_page *page, int indent, const char *text, enum style style)
{
	int at = page->line++ - page->top;

	if (!page->buf || at >= page->panel.height - 2)
		return -1;
	if (at >= 0)
		panel_line(page->buf, page->panel, at, indent, text, style);
	return at;
}

/* A name, a role, and what they do. */
static void people_row(struct people_page *page, const char *name, enum style style, enum role role,
	const char *doing, bool chosen)
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
	cellbuf_cut(page->buf, x + names, y, roles - 1, _(people_roles[role]), plain);
	cellbuf_cut(page->buf, x + names + roles, y, room - names - roles, doing, plain);
}

static void people_here(const struct desk *desk, struct people_page *page)
{
	struct strbuf doing = STRBUF_INIT;

	people_row(page, session_name(desk->session), STYLE_PANEL_TITLE, session_role(desk->session), _("you"),
		false);
	for (size_t i = 0; i < people_count(desk); i++) {
		const struct presence_person *person = vec_at(&desk->company->presence.people, i);

		strbuf_reset(&doing);
		people_doing(person, &doing);
		if (!strcmp(desk->attention.follow, person->name))
			strbuf_addf(&doing, " %s", _("(you follow)"));
		people_row(page, person->name, scene_person_style(person->name), person->state.role,
			doing.text, desk->people_at == i);
	}
	strbuf_release(&doing);
}

/* Those who have worked on the board and are not here. */
static void people_away(const struct desk *desk, struct people_page *page)
{
	struct vec list = VEC_INIT(const void *);
	bool headed = false;

	board_list(desk_board(desk), ENTITY_PERSON, &list);
	for (size_t i = 0; i < list.count; i++) {
		const struct person *person = *(const struct person **)vec_at(&list, i);

		if (!strcmp(person->name, session_name(desk->session)) ||
			(desk->company && company_find(desk->company, person->name)))
			continue;
		page->line += !headed;
		if (!headed)
			people_line(page, 0, _("Not here now"), STYLE_PANEL_TITLE);
		headed = true;
		people_row(page, person->name, STYLE_PANEL, (enum role)person->role, "", false);
	}
	vec_release(&list);
}

/* The latest of what was said. */
static void people_said(const struct desk *desk, struct people_page *page)
{
	const struct vec *said = &desk->attention.said;
	size_t first = said->count > PEOPLE_SAID ? said->count - PEOPLE_SAID : 0;

	if (!said->count)
		return;
	page->line++;
	people_line(page, 0, _("Said"), STYLE_PANEL_TITLE);
	for (size_t i = first; i < said->count; i++)
		people_line(page, 2, *(char **)vec_at(said, i), STYLE_PANEL);
}

static void people_all(const struct desk *desk, struct people_page *page)
{
	page->line = 0;
	people_here(desk, page);
	people_away(desk, page);
	people_said(desk, page);
}

static void people_draw(struct desk *desk, struct cellbuf *buf)
{
	int width = buf->columns - 2 < PEOPLE_CELLS ? buf->columns - 2 : PEOPLE_CELLS;
	int most = buf->rows - 6;
	struct people_page page = {.panel = {(buf->columns - width) / 2, 2, width, most}};

	if (desk->people_at >= people_count(desk))
		desk->people_at = people_count(desk) ? people_count(desk) - 1 : 0;
	people_all(desk, &page);
	page.panel.height = page.line + 2 < most ? page.line + 2 : most;
	page.top = page.chosen >= page.panel.height - 2 ? page.chosen - page.panel.height + 3 : 0;
	page.buf = buf;
	panel_draw(buf, page.panel, _("Who is here"));
	people_all(desk, &page);
}

static void people_follow(struct desk *desk)
{
	struct strbuf name = STRBUF_INIT;

	desk_back(desk);
	if (desk->people_at >= people_count(desk))
		return;
	strbuf_addstr(&name, ((const struct presence_person *)vec_at(&desk->company->presence.people,
				     desk->people_at))->name);
	view_follow_person(desk, name.text);
	strbuf_release(&name);
}

static void people_key(struct desk *desk, struct key key)
{
	if (key_equal(key, (struct key){.code = 'j'}) || key.code == KEY_CODE_DOWN)
		desk->people_at++;
	else if (key_equal(key, (struct key){.code = 'k'}) || key.code == KEY_CODE_UP)
		desk->people_at -= desk->people_at > 0;
	else if (key.code == KEY_CODE_ENTER)
		people_follow(desk);
	else if (key_equal(key, (struct key){.code = 's'}) && desk_may(desk, "summon"))
		desk_run(desk, "summon");
	else
		desk_back(desk);
}

const struct mode people_mode = {.hints = people_hints, .key = people_key, .draw = people_draw};
const struct mode people_leader_mode = {
	.hints = people_leader_hints, .key = people_key, .draw = people_draw};

void view_people(struct desk *desk, int choice)
{
	(void)choice;
	desk->people_at = 0;
	desk->mode = desk_may(desk, "summon") ? &people_leader_mode : &people_mode;
}
