#include "lib/canvas_wall.h"

static const struct view_command *const canvas_wall_tables[] = {canvas_commands, shell_view_commands, NULL};

void canvas_wall_open(struct wall *wall, struct canvas *canvas)
{
	canvas_init(canvas, "b.evs");
	wall_open(wall, canvas_wall_tables, &canvas_mode, canvas);
}

void canvas_wall_close(struct wall *wall, struct canvas *canvas)
{
	wall_close(wall);
	canvas_release(canvas);
}
