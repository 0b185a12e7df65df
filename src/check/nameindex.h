/*
 * nameindex: which of the stickies added, such as all aggregates, a text names: "Add meeting comment" names “Meeting
 * comment”, and 주문 취소됨 names 주문.
 *
 * A text names a sticky if all words of the name stand in it side by side, compared by stem (propose_words.h), so
 * plurals do not matter. Names in Hangul match whatever the spacing, except single syllables, which occur everywhere.
 * The longest name wins, “Meeting comment” over “Meeting”; of equally long ones, the last, which in English is usually
 * what a text is about.
 */
#ifndef CHECK_NAMEINDEX_H
#define CHECK_NAMEINDEX_H

#include "base/map.h"
#include "base/vec.h"
#include "check/tokens.h"
#include "model/item.h"

struct nameindex {
	struct vec names; /* of struct nameindex_name */
	struct map keys;  /* key of a whole name -> its place in `names`, from 1 */
};

void nameindex_init(struct nameindex *index);
void nameindex_release(struct nameindex *index);

/* Adds STICKY, whose words are TOKENS. */
void nameindex_add(struct nameindex *index, const struct sticky *sticky, const struct tokens *tokens);

/* Drops all stickies. */
void nameindex_reset(struct nameindex *index);

/* Fills FOUND (of const struct sticky *) with the stickies that TOKENS name; if several share the name, with a few of
 * them. */
void nameindex_find(const struct nameindex *index, const struct tokens *tokens, struct vec *found);

#endif
