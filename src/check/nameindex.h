/*
 * nameindex: which sticky a text names, of those that were added, such as all aggregates: "Add meeting comment" names
 * “Meeting comment”, and 주문 취소됨 names 주문.
 *
 * All words of the name stand in the text side by side, by their stems (propose_words.h), so plurals do not matter.
 * A name in Hangul is found whatever the spaces, unless it is a single syllable, which is in too much. Of several
 * names the longest counts, so “Meeting comment” before “Meeting”, and of these the one that stands last, where
 * English has what a text is about.
 */
#ifndef CHECK_NAMEINDEX_H
#define CHECK_NAMEINDEX_H

#include "base/map.h"
#include "base/vec.h"
#include "check/tokens.h"
#include "model/item.h"

struct nameindex {
	struct vec names; /* of struct nameindex_name */
	struct map keys;  /* of a whole name -> its place in `names`, from 1 */
};

void nameindex_init(struct nameindex *index);
void nameindex_release(struct nameindex *index);

/* Adds STICKY, whose words are TOKENS. */
void nameindex_add(struct nameindex *index, const struct sticky *sticky, const struct tokens *tokens);

/* Forgets all. */
void nameindex_reset(struct nameindex *index);

/* Fills FOUND (of const struct sticky *) with the stickies that TOKENS name; several, but only a few,
 * when they are called the same. */
void nameindex_find(const struct nameindex *index, const struct tokens *tokens, struct vec *found);

#endif
