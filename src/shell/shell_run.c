/* shell_run: the command lines that a shell runs, and who may. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/field.h"
#include "session/taken.h"
#include "shell/away.h"
#include "shell/shell.h"
#include "shell/view_command.h"

/* Says what was undone, or redone, and goes to its place. NOTE is appended to the message. */
static void shell_tell_taken(struct shell *shell, const struct taken *taken, const char *note)
{
	struct strbuf text = STRBUF_INIT;

	taken_format(taken, &text);
	shell_say(shell, *note ? "%s; %s" : "%s%s", text.text, note);
	strbuf_release(&text);
	if (taken->place.column && shell_lowest(shell)->show)
		shell_lowest(shell)->show(shell, taken->place);
}

/* Runs the command lines in TEXT, which end at line feeds, as one action. */
static int shell_run_text(struct shell *shell, char *text, const struct focus *focus, int64_t *id)
{
	struct session_report report = SESSION_REPORT_INIT;
	struct error err = ERROR_INIT;
	struct vec lines = VEC_INIT(struct words);
	char *rest = text, *line;
	int failed;

	while ((line = strsep(&rest, "\n")))
		if (*line)
			words_from_line(vec_push(&lines), line);
	failed = away_is(shell) ? away_refuse(&err)
				: session_run(shell->session, lines.items, lines.count, focus, &report, &err);
	if (failed)
		shell_say_error(shell, &err);
	else if (session_taken(shell->session))
		shell_tell_taken(shell, session_taken(shell->session), report.note.text);
	else if (report.note.len)
		shell_say(shell, "%s", report.note.text);
	if (!failed && shell->checklist)
		checklist_hurry(shell->checklist);
	if (!failed && id)
		*id = report.made;
	vec_release(&lines);
	session_report_release(&report);
	return failed;
}

int shell_run_lines(struct shell *shell, const char *lines, int64_t *id)
{
	const struct mode *ground = shell_lowest(shell);
	struct vec ids = VEC_INIT(int64_t);
	struct focus focus = {0};
	char *copy = mem_strdup(lines);
	int failed;

	if (ground->focus)
		ground->focus(shell, &focus, &ids);
	focus.stickies = ids.items;
	focus.count = ids.count;
	failed = shell_run_text(shell, copy, ground->focus ? &focus : NULL, id);
	vec_release(&ids);
	free(copy);
	return failed;
}

/* Finds what the first word of LINE names: a view command or a board command. */
static void shell_find(const struct shell *shell, const char *line, struct words *words,
	const struct view_command **view, const struct command **command)
{
	struct strbuf name = STRBUF_INIT;

	*view = NULL;
	*command = NULL;
	words_from_line(words, line);
	if (words_next(words, &name, NULL) > 0) {
		*view = view_command_find(shell, name.text);
		*command = *view || !shell->session ? NULL : command_find(name.text);
	}
	strbuf_release(&name);
}

static int shell_run_made(struct shell *shell, const char *line, int64_t *id)
{
	const struct view_command *view;
	const struct command *command;
	struct error err = ERROR_INIT;
	struct words words;
	int failed;

	shell_find(shell, line, &words, &view, &command);
	if (!view)
		return shell_run_lines(shell, line, id);
	failed = view_command_run(view, shell, &words, &err);
	if (failed)
		shell_say_error(shell, &err);
	return failed;
}

int shell_run(struct shell *shell, const char *line)
{
	return shell_run_made(shell, line, NULL);
}

int shell_do(struct shell *shell, int64_t *id, const char *format, ...)
{
	struct strbuf line = STRBUF_INIT;
	va_list arguments;
	int failed;

	va_start(arguments, format);
	words_vformat(&line, format, arguments);
	va_end(arguments);
	strbuf_truncate(&line, line.len - 1);
	failed = shell_run_made(shell, line.text, id);
	strbuf_release(&line);
	return failed;
}

int shell_refuse(const struct shell *shell, const char *name, enum role role, bool alters, struct error *err)
{
	if (shell->session && session_role(shell->session) < role)
		return role == ROLE_FACILITATOR
			       ? error_set(err, ERROR_REFUSED, _("%s requires the role %s"), name, role_token(role))
			       : error_set(err, ERROR_REFUSED, _("the board is read-only"));
	if (alters && shell_is_locked(shell))
		return error_set(err, ERROR_REFUSED, "%s", _("the board is locked; a facilitator can unlock it"));
	return alters && away_is(shell) ? away_refuse(err) : 0;
}

bool shell_line_has(const struct shell *shell, const char *line, enum view_flag flag)
{
	const struct view_command *view;
	const struct command *command;
	struct words words;

	shell_find(shell, line, &words, &view, &command);
	return view && view->flags & (unsigned)flag;
}

bool shell_may(const struct shell *shell, const char *line)
{
	const struct view_command *view;
	const struct command *command;
	struct words words;

	shell_find(shell, line, &words, &view, &command);
	if (view)
		return !view_command_refuse(view, shell, NULL);
	return !command || !shell_refuse(shell, command->name, command->role, true, NULL);
}

bool shell_may_row(const struct shell *shell, const struct binding *row)
{
	return row->run ? !shell_refuse(shell, row->command, row->role, row->role == ROLE_PARTICIPANT, NULL)
			: shell_may(shell, row->command);
}

bool shell_offers(const struct shell *shell, const struct binding *row)
{
	return (!row->applies || row->applies(shell)) && shell_may_row(shell, row);
}
