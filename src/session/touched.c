#include "session/touched.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "draw/contextmap.h"
#include "draw/spotlight.h"
#include "session/action_text.h"

/* The most slots to highlight. */
#define TOUCHED_MOST 256

void touched_init(struct touched *touched)
{
	*touched = (struct touched){.lights = VEC_INIT(struct spotlight), .texts = VEC_INIT(char *)};
}

static void touched_forget(struct touched *touched)
{
	for (size_t i = 0; i < touched->texts.count; i++)
		free(vec_get(&touched->texts, char *, i));
	vec_reset(&touched->texts);
	vec_reset(&touched->lights);
	touched->place = (struct place){0, 0};
	touched->context = touched->relation = 0;
}

void touched_release(struct touched *touched)
{
	touched_forget(touched);
	vec_release(&touched->lights);
	vec_release(&touched->texts);
}

static void touched_light(struct touched *touched, struct spotlight light)
{
	for (size_t i = 0; i < touched->lights.count; i++) {
		const struct spotlight *other = vec_at(&touched->lights, i);

		if (place_equal(other->place, light.place))
			return;
	}
	if (touched->lights.count < TOUCHED_MOST)
		vec_add(&touched->lights, struct spotlight) = light;
}

static void touched_sticky(struct touched *touched, const struct board *board, int64_t id)
{
	const struct sticky *sticky = board_sticky(board, id);

	if (sticky)
		touched_light(touched, (struct spotlight){SPOTLIGHT_TOUCHED, sticky->place, NULL});
}

/* Highlights a removed sticky where it was, unless another one is there now. */
static void touched_gone(struct touched *touched, const struct board *board, const struct change *change)
{
	struct sticky sticky = {0};

	if (!record_parse(ENTITY_STICKY, &sticky, change->before, NULL) && sticky.place.column) {
		struct spotlight light = {SPOTLIGHT_REMOVED, sticky.place, NULL};

		if (!board_at(board, light.place)) {
			light.text = mem_strdup(sticky.text ? sticky.text : "");
			vec_add(&touched->texts, const char *) = light.text;
		}
		touched_light(touched, light);
	}
	item_clear(ENTITY_STICKY, &sticky);
}

static void touched_change(struct touched *touched, const struct board *board, const struct change *change)
{
	const void *item = board_item(board, change->entity, change->item);
	const struct link *link = item;
	const struct vote *vote = item;

	if (change->entity == ENTITY_STICKY && change_removes(change)) {
		touched_gone(touched, board, change);
	} else if (change->entity == ENTITY_STICKY) {
		touched_sticky(touched, board, change->item);
	} else if (change->entity == ENTITY_LINK && link) {
		touched_sticky(touched, board, link->target);
		touched_sticky(touched, board, link->source);
	} else if (change->entity == ENTITY_VOTE && vote) {
		touched_sticky(touched, board, vote->sticky);
	}
}

static void touched_look_at(struct touched *touched, const struct sticky *sticky)
{
	if (sticky)
		touched->place = sticky->place;
}

/* Sets where to look: if possible, at the item of the MAIN change. */
static void touched_focus(struct touched *touched, const struct board *board, const struct change *main)
{
	const void *item = board_item(board, main->entity, main->item);
	const struct sticky *sticky = item;
	const struct relation *relation = item;
	const struct spotlight *first = touched->lights.count ? vec_at(&touched->lights, 0) : NULL;

	if (first)
		touched->place = first->place;
	if (!item)
		return;
	if (main->entity == ENTITY_STICKY) {
		touched_look_at(touched, sticky);
		touched->context = sticky->context;
	} else if (main->entity == ENTITY_CONTEXT) {
		touched->context = main->item;
		touched_look_at(touched, contextmap_first(board, main->item));
	} else if (main->entity == ENTITY_RELATION) {
		touched->relation = main->item;
		touched->context = relation->source;
	} else if (main->entity == ENTITY_PHASE) {
		touched->place = (struct place){(int32_t)((const struct phase *)item)->column, 1};
	} else if (main->entity == ENTITY_LANE) {
		touched->place = (struct place){1, (int32_t)((const struct lane *)item)->row};
	}
}

void touched_read(struct touched *touched, const struct board *board, const struct action *action)
{
	const struct change *main = action_text_main(action);

	touched_forget(touched);
	for (size_t i = 0; i < action->changes.count; i++)
		touched_change(touched, board, action_change(action, i));
	if (main)
		touched_focus(touched, board, main);
}
