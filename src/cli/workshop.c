#include "cli/workshop.h"

#include <sys/stat.h>

#include "base/i18n.h"
#include "cli/output.h"
#include "format/format.h"
#include "format/report.h"
#include "shell/view_command.h"
#include "canvas/canvas.h"
#include "map/map_mode.h"

/* Writes the current board to PATH, which must not exist, in FORMAT; NULL: as a report. */
static int workshop_write(const struct shell *shell, const struct format *format, const char *path, struct error *err)
{
	const struct format_options options = {.light = shell->looks.light};
	const struct report_options report = {.html = report_is_html(path)};
	struct output output;
	struct stat found;
	int failed;

	if (!lstat(path, &found))
		return error_set(err, ERROR_REFUSED, "%s", _("there is such a file already; choose another name"));
	failed = output_open(&output, path, err);
	if (failed)
		return failed;
	if (format)
		failed = format_write(format, shell_board(shell), &options, output.file, err);
	else
		failed = report_write(shell_board(shell), session_store(shell->session), &report, output.file, err);
	return output_close(&output, failed, err);
}

static void workshop_tell(struct shell *shell, const struct format *format)
{
	const char *path = shell->given->text.text;
	struct error err = ERROR_INIT;

	if (shell_is_waiting(shell))
		return;
	if (workshop_write(shell, format, path, &err))
		shell_say_error(shell, &err);
	else
		shell_say(shell, _("written to %s"), path);
}

static void workshop_export(struct shell *shell, int choice)
{
	const struct format *format = format_of_path(shell->given->text.text);

	(void)choice;
	if (format)
		workshop_tell(shell, format);
	else
		shell_say(shell, "%s", _("no format has that ending; evstorm export --help lists them"));
}

static void workshop_report(struct shell *shell, int choice)
{
	(void)choice;
	workshop_tell(shell, NULL);
}

static const struct view_command workshop_commands[] = {
	{"export", N_("write the board to a new file, in the format of its ending"), {{"FILE", ARGUMENT_LINE, 0, 0}},
		NULL, workshop_export, ROLE_OBSERVER, VIEW_FILE},
	{"report", N_("write the story of the workshop to a new file"), {{"FILE", ARGUMENT_LINE, 0, 0}}, NULL,
		workshop_report, ROLE_OBSERVER, VIEW_FILE},
	{0},
};

static const struct view_command *const workshop_tables[] = {
	canvas_commands, map_commands, shell_view_commands, workshop_commands, NULL};

int workshop_run(struct session *session, shell_find_file *find, struct visit *visit, struct error *err)
{
	return app_run(session, find, visit, workshop_tables, err);
}

int workshop_frame(const char *path, const char *file, const char *person, int columns, int rows, bool ascii,
	struct cellbuf *frame, struct error *err)
{
	struct session *session;
	struct canvas canvas;
	struct shell shell;
	int failed = session_open(path, STORE_READ, person, &session, err);

	if (failed)
		return failed;
	canvas_init(&canvas, file);
	shell_init(&shell, session, workshop_tables, &canvas_mode, &canvas);
	shell.screen.columns = columns;
	shell.screen.rows = rows;
	shell.looks.ascii = ascii;
	shell_watch(&shell);
	checklist_run(shell.checklist);
	shell_draw(&shell, frame);
	shell_release(&shell);
	canvas_release(&canvas);
	session_close(session);
	return 0;
}
