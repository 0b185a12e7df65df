/*
 * drawn_item: the fields of an item in a drawing, from the tags that evstorm gave it, unless somebody has edited what
 * is seen of them.
 */
#ifndef IMPORT_DRAWN_ITEM_H
#define IMPORT_DRAWN_ITEM_H

#include "model/field.h"
#include "sketch/sketch.h"
#include "text/clean.h"

/* Does PART stand for an item of ENTITY? */
bool drawn_item_is(const struct sketch_part *part, enum entity entity);

/* Its id when it was drawn, or 0. */
int64_t drawn_item_number(const struct sketch_part *part);

/* Sets the fields of ITEM, which is cleared, from the tags of PART; those that do not fit are left out of SKETCH. */
void drawn_item_fields(struct sketch *sketch, const struct sketch_part *part, enum entity entity, void *item);

/* Replaces *OUT by the text of PART, clean: that of its tag NAME if it says the same but for white space. */
int drawn_item_text(const struct sketch_part *part, const char *name, enum clean_lines lines, struct strbuf *out,
	struct error *err);

/* Do A and B, which may be NULL, say the same but for white space? */
bool drawn_item_says(const char *a, const char *b);

/* Reads the tag "at": where SHAPE was drawn; false if there is none. */
bool drawn_item_pin(const struct sketch_shape *shape, double *x, double *y);

#endif
