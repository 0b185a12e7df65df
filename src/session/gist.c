#include "session/gist.h"

#include <string.h>

static void gist_sticky(struct gist *gist, const struct board *board, int64_t id)
{
	const struct sticky *sticky = board_sticky(board, id);

	if (sticky)
		gist->kinds |= (uint16_t)(1u << sticky->kind);
}

/* The kinds of the stickies that an item has to do with. */
static void gist_kinds(struct gist *gist, const struct board *board, const struct change *change)
{
	const struct link *link;
	const struct vote *vote;

	if (change->entity == ENTITY_STICKY) {
		gist_sticky(gist, board, change->item);
	} else if (change->entity == ENTITY_LINK) {
		link = board_item(board, ENTITY_LINK, change->item);
		gist_sticky(gist, board, link ? link->source : 0);
		gist_sticky(gist, board, link ? link->target : 0);
	} else if (change->entity == ENTITY_VOTE) {
		vote = board_item(board, ENTITY_VOTE, change->item);
		gist_sticky(gist, board, vote ? vote->sticky : 0);
	}
}

/* What a change that is done means to a hotspot. */
static unsigned gist_hotspot(const struct sticky *sticky, const struct change *change)
{
	if (sticky->kind != KIND_HOTSPOT)
		return 0;
	if (!change_makes(change) && strcmp(change->field ? change->field->name : "", "kind") != 0 &&
		strcmp(change->field ? change->field->name : "", "resolved") != 0)
		return 0;
	return sticky->resolved ? GIST_SETTLED : GIST_OPENED;
}

static unsigned gist_mark(const struct board *board, const struct change *change)
{
	enum field_type type = change->field ? change->field->type : FIELD_LINE;
	const struct sticky *sticky;

	if (type == FIELD_COLUMNS || type == FIELD_ROWS)
		return GIST_SHIFT;
	if (change->entity == ENTITY_STICKY) {
		sticky = board_sticky(board, change->item);
		return sticky ? gist_hotspot(sticky, change) : 0;
	}
	if (!change_makes(change))
		return 0;
	return change->entity == ENTITY_CONTEXT ? GIST_CONTEXT
	       : change->entity == ENTITY_RELATION ? GIST_RELATION : 0;
}

void gist_note(struct gist *gist, const struct board *board, const struct change *change,
	bool done)
{
	/* what it was before matters only where it is not that afterwards */
	if (done || change_removes(change) ||
		(change->field && change->field->type == FIELD_CHOICE))
		gist_kinds(gist, board, change);
	if (done)
		gist->marks |= (uint8_t)gist_mark(board, change);
}
