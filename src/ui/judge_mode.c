#include "ui/judge_mode.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "check/phrase.h"
#include "check/verdict.h"
#include "text/width.h"
#include "text/wrap.h"
#include "ui/map_mode.h"
#include "ui/panel.h"
#include "ui/status.h"
#include "ui/view_list.h"

static const struct mode judge_mode;

static const struct hint judge_hints[] = {
	{"h l", N_("relation")},
	{"Tab", N_("next with findings")},
	{"j k", N_("choose")},
	{"o", N_("do what is offered")},
	{"d", N_("dismiss")},
	{"D", N_("dismiss, and say why")},
	{"i", N_("what it carries")},
	{"u", N_("undo")},
	{"r", N_("back")},
	{NULL, NULL},
};

/* All relations, by id; the place of the one in focus among them, 0 when it is gone. */
static size_t judge_list(const struct desk *desk, struct vec *relations)
{
	size_t at = 0;

	board_list(desk_board(desk), ENTITY_RELATION, relations);
	for (size_t i = 0; i < relations->count; i++)
		if ((*(const struct relation **)vec_at(relations, i))->id == desk->map.relation)
			at = i;
	return at;
}

static void judge_focus(struct desk *desk, const struct relation *relation)
{
	if (desk->map.relation != relation->id)
		desk->map.choice = 0;
	desk->map.relation = relation->id;
	if (desk->map.cursor != relation->target)
		desk->map.cursor = relation->source;
}

/* Goes BY relations on, round the end; with FOUND, on to the first about which something is found. */
static void judge_go(struct desk *desk, int by, bool found)
{
	struct vec relations = VEC_INIT(const struct relation *);
	size_t at = judge_list(desk, &relations);

	for (size_t i = 0; i < relations.count; i++) {
		const struct relation *relation;

		at = (at + relations.count + (size_t)by) % relations.count;
		relation = *(const struct relation **)vec_at(&relations, at);
		if (found && verdict_of(desk->checklist, relation) < VERDICT_HINT)
			continue;
		judge_focus(desk, relation);
		break;
	}
	vec_release(&relations);
}

void judge_begin(struct desk *desk)
{
	struct vec relations = VEC_INIT(const struct relation *);
	const struct relation *first = NULL;

	if (desk_is_waiting(desk))
		return;
	board_list(desk_board(desk), ENTITY_RELATION, &relations);
	for (size_t i = 0; i < relations.count && !first; i++) {
		const struct relation *relation = *(const struct relation **)vec_at(&relations, i);

		if (relation->source == desk->map.cursor || relation->target == desk->map.cursor)
			first = relation;
	}
	if (!first && relations.count)
		first = *(const struct relation **)vec_at(&relations, 0);
	if (!first || !desk->checklist) {
		desk_say(desk, "%s", _("there are no relations yet; c draws one"));
	} else {
		judge_focus(desk, first);
		desk->map.choice = 0;
		desk_settle(desk, &judge_mode);
	}
	vec_release(&relations);
}

/* The relation in focus, with what is found about it; NULL when it is gone and no other is there. */
static const struct relation *judge_look(struct desk *desk, struct vec *findings)
{
	const struct relation *relation =
		board_item(desk_board(desk), ENTITY_RELATION, desk->map.relation);

	checklist_update(desk->checklist);
	if (!relation) {
		judge_go(desk, 0, false);
		relation = board_item(desk_board(desk), ENTITY_RELATION, desk->map.relation);
	}
	if (relation)
		verdict_findings(desk->checklist, relation, findings);
	if (desk->map.choice >= (int)findings->count)
		desk->map.choice = findings->count ? (int)findings->count - 1 : 0;
	return relation;
}

/* Dismisses FINDING, or asks for the reason first. */
static void judge_dismiss(struct desk *desk, const struct finding *finding, bool because)
{
	struct strbuf line = STRBUF_INIT;

	view_dismissal(desk_board(desk), finding, &line);
	if (because) {
		strbuf_addch(&line, ' ');
		view_ask(desk, line.text);
	} else {
		desk_run(desk, line.text);
	}
	strbuf_release(&line);
}

/* What KEY does about the chosen one of FINDINGS. */
static void judge_act(struct desk *desk, struct key key, const struct vec *findings)
{
	const struct finding *finding;

	if (!findings->count) {
		desk_say(desk, "%s", _("nothing is found here; Tab goes to the next relation with findings"));
		return;
	}
	finding = vec_at(findings, (size_t)desk->map.choice);
	if (key.code == 'o')
		view_offer(desk, finding);
	else
		judge_dismiss(desk, finding, key.code == 'D');
}

static bool judge_is(struct key key, char letter)
{
	return key_equal(key, (struct key){.code = letter});
}

static void judge_key(struct desk *desk, struct key key)
{
	struct vec findings = VEC_INIT(struct finding);
	const struct relation *relation = judge_look(desk, &findings);
	enum way way;

	if (!relation || map_mode_is_esc(key) || judge_is(key, 'r') || judge_is(key, 'm') ||
		judge_is(key, 'q'))
		view_map(desk, -1);
	else if (map_mode_way(key, "hjkl", &way) && (way == WAY_LEFT || way == WAY_RIGHT))
		judge_go(desk, way == WAY_RIGHT ? 1 : -1, false);
	else if (map_mode_way(key, "hjkl", &way))
		desk->map.choice += way == WAY_UP ? -(desk->map.choice > 0) : 1;
	else if (key.code == KEY_CODE_TAB)
		judge_go(desk, 1, true);
	else if (judge_is(key, 'o') || judge_is(key, 'd') || judge_is(key, 'D'))
		judge_act(desk, key, &findings);
	else if (judge_is(key, 'i'))
		relation_integrate.run(desk, relation);
	else if (judge_is(key, 'u'))
		desk_run(desk, "undo");
	else if (judge_is(key, ':') || judge_is(key, '?'))
		desk_run(desk, key.code == ':' ? "command" : "help");
	vec_release(&findings);
}

#define JUDGE_LINES_MOST 4

/* Appends TEXT to LINES, broken so that it fits a list on the screen; SIGN stands before the first line. */
static void judge_wrap(const struct desk *desk, const char *sign, const char *text, struct vec *lines)
{
	int width = desk->columns - 2 < PANEL_LIST_CELLS ? desk->columns - 2 : PANEL_LIST_CELLS;
	int indent = width_of(sign, strlen(sign));
	struct wrap_line parts[JUDGE_LINES_MOST];
	size_t count = wrap_text(text, strlen(text), width - 4 - indent, parts, JUDGE_LINES_MOST, NULL);

	for (size_t i = 0; i < count; i++) {
		struct strbuf line = STRBUF_INIT;

		strbuf_addf(&line, "%*s", i ? indent : 0, "");
		strbuf_addstr(&line, i ? "" : sign);
		strbuf_add(&line, text + parts[i].start, parts[i].len);
		*(char **)vec_push(lines) = strbuf_detach(&line);
	}
}

/* A line for each of FINDINGS; of the chosen one all of it, and what could be done. The chosen one's is *AT. */
static void judge_lines(const struct desk *desk, const struct vec *findings, struct vec *lines, int *at)
{
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *finding = vec_at(findings, i);
		const struct sticky *sticky = board_sticky(desk_board(desk), finding->sticky);
		struct strbuf sign = STRBUF_INIT, line = STRBUF_INIT;

		strbuf_addf(&sign, "%s ", verdict_mark(verdict_of_finding(finding)));
		if (sticky) {
			phrase_sticky(sticky, &line);
			strbuf_addstr(&line, ": ");
		}
		checklist_say_what(desk->checklist, finding, clock_now_ms(), &line);
		if ((int)i == desk->map.choice) {
			*at = (int)lines->count;
			judge_wrap(desk, sign.text, line.text, lines);
			judge_wrap(desk, "  → ", _(finding->check->offer), lines);
		} else {
			strbuf_addstr(&sign, line.text);
			*(char **)vec_push(lines) = strbuf_detach(&sign);
		}
		strbuf_release(&sign);
		strbuf_release(&line);
	}
}

/* What is said where nothing is found. */
static char *judge_nothing(const struct desk *desk, const struct relation *relation)
{
	if (verdict_of(desk->checklist, relation) == VERDICT_GOOD)
		return mem_strdup(_("✓ nothing is found, and every question is answered"));
	return mem_strdup(_("nothing is found; i says what it carries and answers what is open"));
}

/* How each relation of MAP stands; to be freed. */
static enum verdict *judge_verdicts(const struct desk *desk, const struct contextmap *map)
{
	enum verdict *verdicts = mem_zalloc((map->relations.count + 1) * sizeof(*verdicts));

	for (size_t i = 0; i < map->relations.count; i++)
		verdicts[i] = verdict_of(desk->checklist, contextmap_relation(map, i));
	return verdicts;
}

static void judge_draw(struct desk *desk, struct cellbuf *buf)
{
	struct vec findings = VEC_INIT(struct finding), lines = VEC_INIT(char *);
	const struct relation *relation = judge_look(desk, &findings);
	struct strbuf title = STRBUF_INIT;
	enum verdict *verdicts;
	int at = -1;

	verdicts = judge_verdicts(desk, map_mode_map(desk));
	desk->map.verdicts = verdicts;
	map_mode_paint(desk, buf, map_mode_map(desk), relation ? relation->id : -1);
	desk->map.verdicts = NULL;
	free(verdicts);
	if (relation) {
		contextmap_sentence(desk_board(desk), relation, &title);
		judge_lines(desk, &findings, &lines, &at);
		if (!lines.count)
			*(char **)vec_push(&lines) = judge_nothing(desk, relation);
		panel_list(buf, buf->rows - STATUS_ROWS_BELOW, map_mode_height(desk) / 2 + 2, title.text,
			&lines, at);
	}
	strbuf_release(&title);
	vec_release(&findings);
	vec_release_strings(&lines);
}

static const struct mode judge_mode = {
	.hints = judge_hints, .key = judge_key, .draw = judge_draw, .waits = true};
