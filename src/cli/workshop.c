#include "cli/workshop.h"

#include "shell/view_command.h"
#include "canvas/canvas.h"
#include "map/map_mode.h"

static const struct view_command *const workshop_tables[] = {canvas_commands, map_commands, shell_view_commands, NULL};

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
