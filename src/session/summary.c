#include "session/summary.h"

#include <string.h>

static void summary_sticky(struct summary *summary, const struct board *board, int64_t id)
{
	const struct sticky *sticky = board_sticky(board, id);

	if (sticky)
		summary->kinds |= (uint16_t)(KIND_BIT(sticky->kind));
}

/* Adds the kinds of the stickies that CHANGE touches. */
static void summary_kinds(struct summary *summary, const struct board *board, const struct change *change)
{
	const struct link *link;
	const struct vote *vote;

	if (change->entity == ENTITY_STICKY) {
		summary_sticky(summary, board, change->item);
	} else if (change->entity == ENTITY_LINK) {
		link = board_item(board, ENTITY_LINK, change->item);
		summary_sticky(summary, board, link ? link->source : 0);
		summary_sticky(summary, board, link ? link->target : 0);
	} else if (change->entity == ENTITY_VOTE) {
		vote = board_item(board, ENTITY_VOTE, change->item);
		summary_sticky(summary, board, vote ? vote->sticky : 0);
	}
}

/* The mark for a change that has been applied to a hotspot. */
static unsigned summary_hotspot(const struct sticky *sticky, const struct change *change)
{
	if (sticky->kind != KIND_HOTSPOT)
		return 0;
	if (!change_makes(change) && strcmp(change->field ? change->field->name : "", "kind") != 0 &&
		strcmp(change->field ? change->field->name : "", "resolved") != 0)
		return 0;
	return sticky->resolved ? SUMMARY_RESOLVED : SUMMARY_OPENED;
}

static unsigned summary_mark(const struct board *board, const struct change *change)
{
	const struct sticky *sticky;

	if (change_shifts(change))
		return SUMMARY_SHIFT;
	if (change->entity == ENTITY_STICKY) {
		sticky = board_sticky(board, change->item);
		return sticky ? summary_hotspot(sticky, change) : 0;
	}
	if (!change_makes(change))
		return 0;
	return change->entity == ENTITY_CONTEXT    ? SUMMARY_CONTEXT
	       : change->entity == ENTITY_RELATION ? SUMMARY_RELATION
						   : 0;
}

void summary_note(struct summary *summary, const struct board *board, const struct change *change, bool done)
{
	/* the kinds before the change matter only if they may be different after it */
	if (done || change_removes(change) || (change->field && change->field->type == FIELD_CHOICE))
		summary_kinds(summary, board, change);
	if (done)
		summary->marks |= (uint8_t)summary_mark(board, change);
}
