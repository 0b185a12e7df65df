/*
 * findings_mode: the findings about relations, on the context map: each relation in the colour of its worst finding,
 * and a list of the findings about the one in focus.
 */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "check/phrase.h"
#include "check/verdict.h"
#include "map/map_mode.h"
#include "draw/panel.h"
#include "shell/advice.h"
#include "shell/prompt.h"

struct findings_at {
	int64_t relation; /* the relation in focus */
	int choice;       /* the finding in focus, among those about it */
};

static struct findings_at *findings_of(const struct shell *shell)
{
	return shell_state(shell, &findings_mode);
}

/* Fills RELATIONS with all relations, by id; returns the index of the one in focus, 0 if it was removed. */
static size_t findings_list(const struct shell *shell, struct vec *relations)
{
	size_t at = 0;

	board_list(shell_board(shell), ENTITY_RELATION, relations);
	for (size_t i = 0; i < relations->count; i++)
		if ((vec_get(relations, const struct relation *, i))->id == findings_of(shell)->relation)
			at = i;
	return at;
}

static void findings_focus(struct shell *shell, const struct relation *relation)
{
	if (findings_of(shell)->relation != relation->id)
		findings_of(shell)->choice = 0;
	findings_of(shell)->relation = relation->id;
	if (map_mode_view(shell)->cursor != relation->target)
		map_mode_view(shell)->cursor = relation->source;
}

/* Goes BY relations forwards, and from the last to the first; with FOUND, repeats that until one has findings. */
static void findings_go(struct shell *shell, int by, bool found)
{
	struct vec relations = VEC_INIT(const struct relation *);
	size_t at = findings_list(shell, &relations);

	for (size_t i = 0; i < relations.count; i++) {
		const struct relation *relation;

		at = (at + relations.count + (size_t)by) % relations.count;
		relation = vec_get(&relations, const struct relation *, at);
		if (found && verdict_of(shell->checklist, relation) < VERDICT_HINT)
			continue;
		findings_focus(shell, relation);
		break;
	}
	vec_release(&relations);
}

void findings_open(struct shell *shell, int argument)
{
	struct vec relations = VEC_INIT(const struct relation *);
	int64_t box = map_mode_view(shell)->cursor;
	const struct relation *first = NULL;

	(void)argument;
	if (shell_is_waiting(shell))
		return;
	board_list(shell_board(shell), ENTITY_RELATION, &relations);
	for (size_t i = 0; i < relations.count && !first; i++) {
		const struct relation *relation = vec_get(&relations, const struct relation *, i);

		if (relation->source == box || relation->target == box)
			first = relation;
	}
	if (!first && relations.count)
		first = vec_get(&relations, const struct relation *, 0);
	if (!first || !shell->checklist) {
		shell_say_key(shell, _("no relations yet; %s draws one"), shell_mode(shell, "map"), "relate");
	} else {
		shell_open(shell, &findings_mode);
		*findings_of(shell) = (struct findings_at){0};
		findings_focus(shell, first);
	}
	vec_release(&relations);
}

/* The relation in focus; fills FINDINGS with the findings about it. If it was removed, takes another one; NULL if there
 * is none. */
static const struct relation *findings_look(struct shell *shell, struct vec *findings)
{
	const struct relation *relation = board_item(shell_board(shell), ENTITY_RELATION, findings_of(shell)->relation);

	checklist_update(shell->checklist);
	if (!relation) {
		findings_go(shell, 0, false);
		relation = board_item(shell_board(shell), ENTITY_RELATION, findings_of(shell)->relation);
	}
	if (relation)
		verdict_findings(shell->checklist, relation, findings);
	if (findings_of(shell)->choice >= (int)findings->count)
		findings_of(shell)->choice = findings->count ? (int)findings->count - 1 : 0;
	return relation;
}

/* Copies the finding in focus to *FINDING; if there is none, tells the user and returns false. */
static bool findings_chosen(struct shell *shell, struct finding *finding)
{
	struct vec findings = VEC_INIT(struct finding);
	bool found;

	findings_look(shell, &findings);
	found = findings.count;
	if (found)
		*finding = vec_get(&findings, struct finding, (size_t)findings_of(shell)->choice);
	else
		shell_say_key(shell, _("no findings here; %s goes to the next relation with findings"), &findings_mode,
			"next-found");
	vec_release(&findings);
	return found;
}

/* Dismisses the finding, or asks for the reason first. */
static void findings_dismiss(struct shell *shell, int because)
{
	struct strbuf line = STRBUF_INIT;
	struct finding finding;

	if (findings_chosen(shell, &finding) && advice_dismissal(shell_board(shell), &finding, &line)) {
		if (because) {
			strbuf_addch(&line, ' ');
			prompt_begin(shell, line.text);
		} else {
			shell_run(shell, line.text);
		}
	}
	strbuf_release(&line);
}

static void findings_take(struct shell *shell, int argument)
{
	struct finding finding;

	(void)argument;
	if (!findings_chosen(shell, &finding))
		return;
	if (finding.check->command)
		advice_take(shell, &finding);
	else
		shell_say_key(shell, _("this finding offers nothing to do; %s goes to the next relation with findings"),
			&findings_mode, "next-found");
}

static void findings_step(struct shell *shell, int by)
{
	findings_go(shell, by, false);
}

static void findings_next(struct shell *shell, int argument)
{
	(void)argument;
	findings_go(shell, 1, true);
}

/* findings_look() corrects a choice after the last finding. */
static void findings_choose(struct shell *shell, int by)
{
	struct findings_at *at = findings_of(shell);

	at->choice = at->choice + by > 0 ? at->choice + by : 0;
}

static void findings_carries(struct shell *shell, int argument)
{
	const struct relation *relation = board_item(shell_board(shell), ENTITY_RELATION, findings_of(shell)->relation);

	(void)argument;
	if (relation)
		dialogue_mode_open.run(shell, relation);
}

static bool findings_types(const struct shell *shell, const struct binding *row)
{
	(void)shell;
	return row->run == findings_take || (row->run == findings_dismiss && row->argument);
}

#define FINDINGS_LINES_MOST 4

/* Appends a line for each of FINDINGS; for the one in focus the whole text and what to do about it. Sets *AT to the
 * first line of that. */
static void findings_lines(const struct shell *shell, const struct vec *findings, struct vec *lines, int *at)
{
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *finding = vec_at(findings, i);
		const struct sticky *sticky = board_sticky(shell_board(shell), finding->sticky);
		struct strbuf sign = STRBUF_INIT, line = STRBUF_INIT;

		strbuf_addf(&sign, "%s ", verdict_mark(verdict_of_finding(finding)));
		if (sticky) {
			phrase_sticky(sticky, &line);
			strbuf_addstr(&line, ": ");
		}
		checklist_say_what(shell->checklist, finding, &line);
		if ((int)i == findings_of(shell)->choice) {
			*at = (int)lines->count;
			map_mode_wrap(shell, sign.text, line.text, FINDINGS_LINES_MOST, lines);
			map_mode_wrap(shell, "  → ", _(finding->check->offer), FINDINGS_LINES_MOST, lines);
		} else {
			strbuf_addstr(&sign, line.text);
			vec_add(lines, char *) = strbuf_detach(&sign);
		}
		strbuf_release(&sign);
		strbuf_release(&line);
	}
}

/* The line for a relation without findings; the caller frees it. */
static char *findings_nothing(const struct shell *shell, const struct relation *relation)
{
	struct strbuf line = STRBUF_INIT, key = STRBUF_INIT;

	shell_key_of(shell, &findings_mode, "carries", &key);
	if (verdict_of(shell->checklist, relation) == VERDICT_GOOD)
		strbuf_addstr(&line, _("✓ no findings, and every question is answered"));
	else
		strbuf_addf(&line, _("no findings; %s says what it carries and answers open questions"), key.text);
	strbuf_release(&key);
	return strbuf_detach(&line);
}

/* The verdict about each relation of MAP; the caller frees the array. */
static enum verdict *findings_verdicts(const struct shell *shell, const struct contextmap *map)
{
	enum verdict *verdicts = mem_zalloc((map->relations.count + 1) * sizeof(*verdicts));

	for (size_t i = 0; i < map->relations.count; i++)
		verdicts[i] = verdict_of(shell->checklist, contextmap_relation(map, i));
	return verdicts;
}

static void findings_draw(struct shell *shell, struct cellbuf *buf)
{
	struct vec findings = VEC_INIT(struct finding), lines = VEC_INIT(char *);
	const struct relation *relation = findings_look(shell, &findings);
	struct strbuf title = STRBUF_INIT;
	enum verdict *verdicts = findings_verdicts(shell, map_mode_map(shell));
	int at = -1;

	map_mode_paint(shell, buf, (struct map_look){.relation = relation ? relation->id : -1, .verdicts = verdicts});
	free(verdicts);
	if (relation) {
		contextmap_sentence(shell_board(shell), relation, &title);
		findings_lines(shell, &findings, &lines, &at);
		if (!lines.count)
			vec_add(&lines, char *) = findings_nothing(shell, relation);
		panel_list(buf, buf->rows - SHELL_ROWS_BELOW, map_mode_height(shell) / 2 + 2, title.text, &lines, at);
	}
	strbuf_release(&title);
	vec_release(&findings);
	vec_release_strings(&lines);
}

static const struct binding findings_rows[] = {
	{"h Left", "left", N_("relation"), N_("previous, next relation"), findings_step, -1, ROLE_OBSERVER, NULL},
	{"l Right", "right", NULL, NULL, findings_step, 1, ROLE_OBSERVER, NULL},
	{"Tab", "next-found", N_("next with findings"), NULL, findings_next, 0, ROLE_OBSERVER, NULL},
	{"j Down", "down", N_("choose"), N_("choose a finding"), findings_choose, 1, ROLE_OBSERVER, NULL},
	{"k Up", "up", NULL, NULL, findings_choose, -1, ROLE_OBSERVER, NULL},
	{"o", "take", N_("do what it offers"), NULL, findings_take, 0, ROLE_PARTICIPANT, NULL},
	{"d", "dismiss-this", N_("dismiss"), NULL, findings_dismiss, false, ROLE_PARTICIPANT, NULL},
	{"D", "dismiss-this-because", N_("dismiss, with a reason"), NULL, findings_dismiss, true, ROLE_PARTICIPANT,
		NULL},
	{"i", "carries", N_("what it carries"), NULL, findings_carries, 0, ROLE_OBSERVER, NULL},
	{"u", "undo", N_("undo"), NULL, NULL, 0, ROLE_OBSERVER, NULL},
	{"C-r", "redo", NULL, N_("redo"), NULL, 0, ROLE_OBSERVER, NULL},
	{":", "command", NULL, N_("command line"), NULL, 0, ROLE_OBSERVER, NULL},
	{"r m q Esc C-c", "close", N_("back"), N_("back to the map"), map_mode_back, 0, ROLE_OBSERVER, NULL},
	{0},
};

const struct mode findings_mode = {
	.name = "findings",
	.title = N_("Keys of the findings about relations"),
	.rows = findings_rows,
	.covers = true,
	.waits = true,
	.size = sizeof(struct findings_at),
	.types = findings_types,
	.draw = findings_draw,
};
