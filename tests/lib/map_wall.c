#include "lib/map_wall.h"

#include "map/map_mode.h"

static const struct view_command *const map_wall_tables[] = {map_commands, shell_view_commands, NULL};

static void map_wall_draw_nothing(struct shell *shell, struct cellbuf *buf)
{
	(void)shell;
	(void)buf;
}

/* What is below the map. */
static const struct mode map_wall_ground = {.name = "canvas", .calm = MODE_FREE, .draw = map_wall_draw_nothing};

void map_wall_open(struct wall *wall)
{
	wall_open(wall, map_wall_tables, &map_wall_ground, NULL);
	wall_run(wall, "map");
}
