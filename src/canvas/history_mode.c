/* history_mode: a list of what the user has done that can still be undone: any entry can, and the rest stays. */
#include <inttypes.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "draw/panel.h"
#include "session/history.h"
#include "canvas/canvas.h"
#include "canvas/view_list.h"

struct history_list {
	struct vec entries; /* of struct history_entry, the latest first */
	size_t at;          /* the one in focus */
};

static void history_mode_init(struct shell *shell, void *state)
{
	struct history_list *list = state;

	(void)shell;
	vec_init(&list->entries, sizeof(struct history_entry));
}

static void history_mode_release(void *state)
{
	struct history_list *list = state;

	history_forget(&list->entries);
	vec_release(&list->entries);
}

static struct history_list *history_of(const struct shell *shell)
{
	return shell_state(shell, &history_mode);
}

/* Reads the list again; says why if that fails or the list is empty. */
static bool history_read_again(struct shell *shell)
{
	struct history_list *list = history_of(shell);
	struct error err = ERROR_INIT;

	history_forget(&list->entries);
	if (history_read(shell->session, &list->entries, &err))
		shell_say_error(shell, &err);
	else if (!list->entries.count)
		shell_say(shell, "%s", _("nothing of yours to undo"));
	if (list->at >= list->entries.count)
		list->at = list->entries.count ? list->entries.count - 1 : 0;
	return list->entries.count > 0;
}

/* Scrolls what the entry in focus is about into sight. */
static void history_show(struct shell *shell)
{
	const struct history_list *list = history_of(shell);
	const struct history_entry *entry = vec_at(&list->entries, list->at);

	if (entry->place.column)
		boardview_show(&canvas_of(shell)->view, entry->place);
}

static void history_go(struct shell *shell, int by)
{
	struct history_list *list = history_of(shell);

	list->at = panel_step(list->at, by, list->entries.count);
	history_show(shell);
}

static void history_undo(struct shell *shell, int argument)
{
	const struct history_list *list = history_of(shell);
	const struct history_entry *entry = vec_at(&list->entries, list->at);

	(void)argument;
	if (shell_do(shell, NULL, "undo -c %" PRId64, entry->change))
		return;
	shell_close(shell);
}

/* Draws the list at the bottom, so that the board above shows what the entry is about. */
static void history_draw(struct shell *shell, struct cellbuf *buf)
{
	const struct history_list *list = history_of(shell);
	struct vec lines = VEC_INIT(char *);
	int bottom = buf->rows - SHELL_ROWS_BELOW, row;

	for (size_t i = 0; i < list->entries.count; i++) {
		const struct history_entry *entry = vec_at(&list->entries, i);
		struct strbuf line = STRBUF_INIT;
		char time[CLOCK_TEXT_BYTES], zone[CLOCK_TEXT_BYTES];

		clock_format_local(entry->time_ms, time);
		clock_zone(entry->time_ms, zone);
		strbuf_addf(&line, "%.5s %s  %s", time + 11, zone, entry->text);
		vec_add(&lines, char *) = strbuf_detach(&line);
	}
	row = panel_list(buf, bottom, bottom / 2, _("What you did; the latest first"), &lines, (int)list->at);
	shell->screen.caret_x = 2;
	shell->screen.caret_y = row;
	vec_release_strings(&lines);
}

static const struct binding history_rows[] = {
	{"j Down", "down", N_("go on"), NULL, history_go, 1, ROLE_OBSERVER, NULL},
	{"k Up", "up", NULL, NULL, history_go, -1, ROLE_OBSERVER, NULL},
	{"Enter", "take-back", N_("undo only this"), NULL, history_undo, 0, ROLE_PARTICIPANT, NULL},
	{"Esc C-c q U", "close", N_("back"), NULL, shell_back, 0, ROLE_OBSERVER, NULL},
	{0},
};

const struct mode history_mode = {
	.name = "history",
	.title = N_("Keys of the list of what you did"),
	.rows = history_rows,
	.size = sizeof(struct history_list),
	.init = history_mode_init,
	.release = history_mode_release,
	.draw = history_draw,
};

void history_open(struct shell *shell, int choice)
{
	(void)choice;
	shell_open(shell, shell_lowest(shell));
	shell_open(shell, &history_mode);
	history_of(shell)->at = 0;
	if (history_read_again(shell))
		history_show(shell);
	else
		shell_close(shell);
}
