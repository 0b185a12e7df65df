/* chooser: which board to open, when none was named. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/clean.h"
#include "ui/app.h"
#include "ui/input.h"
#include "ui/panel.h"
#include "ui/signals.h"
#include "ui/terminal.h"

#define CHOOSER_ENDING ".evs"

struct chooser {
	struct vec names; /* of char *, file names, sorted */
	size_t at;
	bool chosen, quit;
};

static int chooser_compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void chooser_list(struct chooser *chooser, const char *folder)
{
	DIR *dir = opendir(folder);
	const struct dirent *entry;

	while (dir && (entry = readdir(dir))) {
		size_t len = strlen(entry->d_name), ending = strlen(CHOOSER_ENDING);

		if (len > ending && !strcmp(entry->d_name + len - ending, CHOOSER_ENDING))
			*(char **)vec_push(&chooser->names) = mem_strdup(entry->d_name);
	}
	if (dir)
		closedir(dir);
	if (chooser->names.count)
		qsort(chooser->names.items, chooser->names.count, chooser->names.size, chooser_compare);
}

static void chooser_draw(const struct chooser *chooser, struct cellbuf *buf, struct panel panel)
{
	size_t room = panel.height > 4 ? (size_t)panel.height - 4 : 1;
	size_t first = chooser->at >= room ? chooser->at - room + 1 : 0;

	cellbuf_reset(buf, panel.width, panel.height, STYLE_BOARD);
	panel_draw(buf, panel, _("Boards"), false);
	for (size_t i = first; i < chooser->names.count && i < first + room; i++) {
		const char *name = *(char **)vec_at(&chooser->names, i);
		struct strbuf line = STRBUF_INIT;

		clean_for_display(&line, name, strlen(name) - strlen(CHOOSER_ENDING));
		panel_line(buf, panel, (int)(i - first), 0, line.text,
			i == chooser->at ? STYLE_PANEL_CHOICE : STYLE_PANEL);
		strbuf_release(&line);
	}
	if (!chooser->names.count)
		panel_line(buf, panel, 0, 0, _("No boards yet. Leave with q and type: evstorm new NAME"),
			STYLE_PANEL);
	panel_line(buf, panel, panel.height - 3, 0, _("j k go  Enter open  q leave"), STYLE_PANEL_FRAME);
}

static void chooser_key(struct chooser *chooser, struct key key)
{
	size_t count = chooser->names.count;

	if ((key.code == KEY_CODE_DOWN || key.code == 'j') && chooser->at + 1 < count)
		chooser->at++;
	else if ((key.code == KEY_CODE_UP || key.code == 'k') && chooser->at)
		chooser->at--;
	else if (key.code == KEY_CODE_ENTER && count)
		chooser->chosen = true;
	else if (key.code == KEY_CODE_ESC || key.code == 'q' || (key.ctrl && key.code == 'c'))
		chooser->quit = true;
}

static void chooser_loop(struct chooser *chooser, struct terminal *terminal, struct input *input)
{
	struct cellbuf frame = CELLBUF_INIT;
	struct event event;
	unsigned flags;

	while (!chooser->chosen && !chooser->quit) {
		struct terminal_facts facts = terminal_facts(terminal);

		chooser_draw(chooser, &frame, (struct panel){0, 0, facts.columns, facts.rows});
		terminal_paint(terminal, &frame, 0, 0, false);
		if (!signals_wait(STDIN_FILENO, &flags) || flags & SIGNALS_END)
			break;
		if (flags & SIGNALS_RESIZE)
			terminal_resized(terminal);
		while (!chooser->chosen && input_next(input, &event))
			if (event.type == EVENT_KEY)
				chooser_key(chooser, event.key);
	}
	cellbuf_release(&frame);
}

int app_choose(const char *folder, struct strbuf *path, struct error *err)
{
	struct chooser chooser = {.names = VEC_INIT(char *)};
	struct terminal *terminal;
	int failed = terminal_open(&terminal, err);

	if (failed)
		return failed;
	struct input *input = input_new();

	chooser_list(&chooser, folder);
	chooser_loop(&chooser, terminal, input);
	input_free(input);
	terminal_close(terminal);
	if (chooser.chosen)
		strbuf_addf(path, "%s/%s", folder, *(char **)vec_at(&chooser.names, chooser.at));
	for (size_t i = 0; i < chooser.names.count; i++)
		free(*(char **)vec_at(&chooser.names, i));
	vec_release(&chooser.names);
	return chooser.chosen;
}
