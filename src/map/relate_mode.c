/*
 * relate_mode: draws a relation on the context map: asks for the other end, the style, and the label, typed or chosen
 * from the stickies that cross there.
 */
#include "base/i18n.h"
#include "check/flow.h"
#include "model/field.h"
#include "shell/prompt.h"
#include "shell/refused.h"
#include "text/clean.h"
#include "text/words.h"
#include "map/map_mode.h"

struct relate {
	int64_t source; /* the context where it begins */
	int64_t target; /* the one where it ends, once that is chosen: the box in focus may be removed */
	enum relation_style style;
};

static struct relate *relate_of(const struct shell *shell)
{
	return shell_state(shell, &relate_mode);
}

/* Fills LINES (of char *, which the caller frees) with the texts of stickies that cross there; none in a silent round.
 */
static void relate_list(const struct shell *shell, struct vec *lines)
{
	const struct board *board = shell_board(shell);
	const struct relate *relate = relate_of(shell);
	struct vec ids = VEC_INIT(int64_t);

	if (!board_facts(board)->silent)
		flow_messages(board, relate->source, relate->target, relate->style, &ids);
	for (size_t i = 0; i < ids.count; i++) {
		const char *text = board_sticky(board, vec_get(&ids, int64_t, i))->text;
		struct strbuf line = STRBUF_INIT;

		if (!text)
			continue;
		clean_flatten(&line, text);
		vec_add(lines, char *) = strbuf_detach(&line);
	}
	vec_release(&ids);
}

/* Makes the relation, unless somebody has removed one of the contexts meanwhile; if it fails, the label stays. */
static int relate_finish(struct shell *shell, const char *label)
{
	const struct relate *relate = relate_of(shell);
	const struct context *source = board_context(shell_board(shell), relate->source);
	const struct context *target = board_context(shell_board(shell), relate->target);
	int failed = ERROR_REFUSED;

	if (!source || !target)
		shell_say(shell, "%s", _("the context is gone"));
	else
		failed = shell_do(shell, NULL, "relate -l %s -- %s %s %s", label, source->name,
			relation_style_token(relate->style), target->name);
	if (!failed)
		map_mode_back(shell, 0);
	return failed;
}

static void relate_keep(const struct shell *shell, const char *label, struct strbuf *line)
{
	const struct relate *relate = relate_of(shell);
	const struct context *source = board_context(shell_board(shell), relate->source);
	const struct context *target = board_context(shell_board(shell), relate->target);

	if (source && target)
		words_format(line, "relate -l %s -- %s %s %s", label, source->name, relation_style_token(relate->style),
			target->name);
}

static void relate_choose(struct shell *shell, int style)
{
	static const struct question label = {
		.text = N_("What does it carry?"),
		.answer = relate_finish,
		.insists = true,
		.list = relate_list,
		.title = N_("What crosses here"),
		.keep = relate_keep,
	};

	relate_of(shell)->style = (enum relation_style)style;
	prompt_ask(shell, &label, "");
}

static void relate_end(struct shell *shell, int argument)
{
	(void)argument;
	relate_of(shell)->target = map_mode_view(shell)->cursor;
	shell_open(shell, &relate_style_mode);
}

static void relate_draw(struct shell *shell, struct cellbuf *buf)
{
	map_mode_paint(shell, buf, (struct map_look){.source = relate_of(shell)->source});
}

static const struct binding relate_rows[] = {
	{"h Left", "left", N_("go to the other context"), NULL, map_mode_go, WAY_LEFT, ROLE_OBSERVER, NULL},
	{"j Down", "down", NULL, NULL, map_mode_go, WAY_DOWN, ROLE_OBSERVER, NULL},
	{"k Up", "up", NULL, NULL, map_mode_go, WAY_UP, ROLE_OBSERVER, NULL},
	{"l Right", "right", NULL, NULL, map_mode_go, WAY_RIGHT, ROLE_OBSERVER, NULL},
	{"Enter c", "take", N_("relate"), NULL, relate_end, 0, ROLE_PARTICIPANT, NULL},
	{"Esc C-c q", "cancel", N_("cancel"), NULL, map_mode_back, 0, ROLE_OBSERVER, NULL},
	{0},
};

const struct mode relate_mode = {
	.name = "relate",
	.title = N_("Keys while a relation is drawn"),
	.rows = relate_rows,
	.covers = true,
	.size = sizeof(struct relate),
	.draw = relate_draw,
};

static const struct binding relate_style_rows[] = {
	{"s", "sync", N_("sync: calls it and waits"), NULL, relate_choose, RELATION_SYNC, ROLE_PARTICIPANT, NULL},
	{"a", "async", N_("async: sends and carries on"), NULL, relate_choose, RELATION_ASYNC, ROLE_PARTICIPANT, NULL},
	{"u", "unknown", N_("unknown"), NULL, relate_choose, RELATION_UNKNOWN, ROLE_PARTICIPANT, NULL},
	{"Esc C-c q", "cancel", N_("cancel"), NULL, map_mode_back, 0, ROLE_OBSERVER, NULL},
	{0},
};

/* What is typed after a key that is no style was meant as the label. */
static bool relate_style_rest(struct shell *shell, struct key key)
{
	struct strbuf text = STRBUF_INIT;
	bool typed = key_text(key, &text);

	strbuf_release(&text);
	if (!typed)
		return false;
	shell_say(shell, "%s", _("no style has that key"));
	refused_open(shell, NULL);
	return true;
}

const struct mode relate_style_mode = {
	.name = "relation-style",
	.title = N_("Keys where the style of a relation is chosen"),
	.rows = relate_style_rows,
	.rest = relate_style_rest,
};

void relate_begin(struct shell *shell, int argument)
{
	int64_t source = map_mode_view(shell)->cursor;

	(void)argument;
	if (!board_context(shell_board(shell), source)) {
		shell_say_key(
			shell, _("No contexts yet. On the board, %s draws one."), shell_lowest(shell), "boundary");
		return;
	}
	shell_open(shell, &relate_mode);
	relate_of(shell)->source = source;
}
