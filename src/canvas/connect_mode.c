/* connect_mode: drawing a link from the sticky under the cursor to another, or merging the two. */
#include <inttypes.h>

#include "base/i18n.h"
#include "canvas/canvas.h"
#include "canvas/view_list.h"

struct connect {
	int64_t from; /* the sticky where it begins */
};

/* The one of the two modes that is open, or NULL. */
static const struct mode *connect_opened(const struct shell *shell)
{
	if (shell_has(shell, &connect_mode))
		return &connect_mode;
	return shell_has(shell, &connect_merge_mode) ? &connect_merge_mode : NULL;
}

const struct sticky *connect_source(const struct shell *shell)
{
	const struct mode *mode = connect_opened(shell);
	const struct connect *connect = mode ? shell_state(shell, mode) : NULL;

	return connect ? board_sticky(shell_board(shell), connect->from) : NULL;
}

static void connect_finish(struct shell *shell, int argument)
{
	const struct connect *connect = shell_state(shell, &connect_mode);
	const struct sticky *target = canvas_sticky(shell);

	(void)argument;
	if (!target)
		shell_say(shell, "%s", _("no sticky here"));
	else if (!shell_do(shell, NULL, "link %" PRId64 " %" PRId64, connect->from, target->id))
		shell_close(shell);
}

static void connect_say_merged(struct shell *shell)
{
	if (!shell->message.text.len)
		shell_say_key(shell, _("merged; what differed is in the note (%s)"), shell_lowest(shell), "details");
}

static void connect_finish_merge(struct shell *shell, int argument)
{
	const struct connect *connect = shell_state(shell, &connect_merge_mode);
	const struct sticky *target = canvas_sticky(shell);

	(void)argument;
	if (!target) {
		shell_say(shell, "%s", _("no sticky here"));
	} else if (!shell_do(shell, NULL, "merge %" PRId64 " %" PRId64, connect->from, target->id)) {
		shell_close(shell);
		connect_say_merged(shell);
	}
}

static void connect_offers(const struct shell *shell, struct vec *offers)
{
	bool merges = shell_top(shell) == &connect_merge_mode;

	vec_add(offers, struct offer) =
		(struct offer){"go left", NULL, merges ? _("go to the one that stays") : _("go to the other end")};
	vec_add(offers, struct offer) = (struct offer){"finish", NULL, NULL};
	vec_add(offers, struct offer) = (struct offer){"cancel", NULL, NULL};
}

static const struct binding connect_rows[] = {
	{"Enter c", "finish", N_("link"), NULL, connect_finish, 0, ROLE_PARTICIPANT, NULL},
	{"Esc C-c", "cancel", N_("cancel"), NULL, shell_back, 0, ROLE_OBSERVER, NULL},
	{0},
};

static const struct binding connect_merge_rows[] = {
	{"Enter =", "finish", N_("merge"), NULL, connect_finish_merge, 0, ROLE_PARTICIPANT, NULL},
	{"Esc C-c", "cancel", N_("cancel"), NULL, shell_back, 0, ROLE_OBSERVER, NULL},
	{0},
};

const struct mode connect_mode = {
	.name = "link",
	.title = N_("Keys while a link is drawn"),
	.rows = connect_rows,
	.passes = true,
	.size = sizeof(struct connect),
	.offers = connect_offers,
};

const struct mode connect_merge_mode = {
	.name = "merge",
	.title = N_("Keys while stickies are merged"),
	.rows = connect_merge_rows,
	.passes = true,
	.size = sizeof(struct connect),
	.offers = connect_offers,
};

/* Begins at the sticky under the cursor. */
static void connect_begin(struct shell *shell, const struct mode *mode, const struct sticky *sticky)
{
	struct connect *connect;

	shell_open(shell, shell_lowest(shell));
	shell_open(shell, mode);
	connect = shell_state(shell, mode);
	connect->from = sticky->id;
	boardview_clear_selection(&canvas_of(shell)->view);
}

void connect_open(struct shell *shell, int choice)
{
	const struct sticky *sticky = canvas_sticky(shell);

	(void)choice;
	if (sticky)
		connect_begin(shell, &connect_mode, sticky);
	else
		shell_say(shell, "%s", _("no sticky here to link from"));
}

/* Merges all of IDS into the one under the cursor or, if that is not among them, into the oldest, as one action. */
static void connect_merge_all(struct shell *shell, const struct vec *ids)
{
	const struct sticky *here = canvas_sticky(shell);
	struct strbuf lines = STRBUF_INIT;
	int64_t into = 0, oldest = 0;

	for (size_t i = 0; i < ids->count; i++) {
		int64_t id = vec_get(ids, int64_t, i);

		oldest = !oldest || id < oldest ? id : oldest;
		into = here && here->id == id ? id : into;
	}
	into = into ? into : oldest;
	for (size_t i = 0; i < ids->count; i++)
		if (vec_get(ids, int64_t, i) != into)
			words_format(&lines, "merge %" PRId64 " %" PRId64, vec_get(ids, int64_t, i), into);
	if (!shell_run_lines(shell, lines.text, NULL)) {
		boardview_go(&canvas_of(shell)->view, board_sticky(shell_board(shell), into)->place);
		boardview_clear_selection(&canvas_of(shell)->view);
		connect_say_merged(shell);
	}
	strbuf_release(&lines);
}

void connect_merge(struct shell *shell, int choice)
{
	const struct sticky *sticky = canvas_sticky(shell);
	struct vec ids = VEC_INIT(int64_t);

	(void)choice;
	boardview_stickies(&canvas_of(shell)->view, shell_board(shell), &ids);
	if (ids.count > 1)
		connect_merge_all(shell, &ids);
	else if (sticky)
		connect_begin(shell, &connect_merge_mode, sticky);
	else
		shell_say(shell, "%s", _("no sticky here to merge"));
	vec_release(&ids);
}
