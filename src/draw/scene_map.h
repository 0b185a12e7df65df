/*
 * scene_map: a context map, or the part of it that a view shows, as a scene.
 *
 *	╭───────────────╮                                       ╭───────────────╮
 *	│ Ordering      │─ACL── sync Request payment ───────OHS▶│ Payment       │
 *	│ 4 aggregates  │╌╌╌╌╌╌ async Order cancelled ╌╌╌╌╌╌╌╌╌▶│ 2 aggregates  │
 *	╰───────────────╯                                       ╰───────────────╯
 *
 * With verdicts, lines have the colours of these and labels a mark: "!async Order placed".
 */
#ifndef DRAW_SCENE_MAP_H
#define DRAW_SCENE_MAP_H

#include "check/verdict.h"
#include "draw/contextmap.h"
#include "draw/scene.h"

/* A box while it is dragged: where it would be. */
struct scene_map_ghost {
	size_t context; /* its index */
	struct maproute_box box;
};

struct scene_map_view {
	int left, top;                        /* the cell of the map at the upper left */
	int width, height;                    /* of the area, in cells */
	int64_t cursor;                       /* the context in focus, or 0 */
	int64_t source;                       /* the context where the relation being drawn begins, or 0 */
	int64_t relation;                     /* the relation in focus, or 0 */
	const enum verdict *verdicts;         /* to show, of each relation of the map; or NULL */
	const struct scene_map_ghost *ghosts; /* those that a drag moves: their own boxes are shown empty */
	size_t ghost_count;
};

/* Empties SCENE and fills it with what VIEW shows of MAP, which must be laid out. */
void scene_map(struct scene *scene, const struct contextmap *map, const struct scene_map_view *view);

#endif
