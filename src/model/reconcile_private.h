/*
 * reconcile_private: what the files of reconcile share.
 */
#ifndef MODEL_RECONCILE_PRIVATE_H
#define MODEL_RECONCILE_PRIVATE_H

#include "base/names.h"
#include "model/reconcile.h"
#include "model/shift.h"

struct reconcile {
	struct edit *edit;
	const struct reconcile_sides *sides;
	struct reconcile_report *report;
	struct map ids[ENTITY_COUNT]; /* id on their board -> id on ours; none: the item is left out */
	struct map restored;          /* ids of their stickies that had been deleted from ours and are back */
	struct vec theirs;            /* of struct shift: those of their board that ours has too, now */
	struct vec brought;           /* of struct shift: those that are new to ours, in its columns and rows */
	struct vec ours;              /* of struct shift: those of ours that theirs lacks, as they are after `theirs` */
	struct map shared;            /* the numbers from 1 of our shifts that theirs has too */
	struct names said;            /* columns and texts of the hotspots on our board */
};

/* The item of ours with ID, or NULL. */
const void *reconcile_ours(const struct reconcile *reconcile, enum entity entity, int64_t id);

/* The item of the base that THEIRS was, or NULL. */
const void *reconcile_base(const struct reconcile *reconcile, enum entity entity, const void *theirs);

/* The id on ours for ID on theirs, or 0. */
int64_t reconcile_id(const struct reconcile *reconcile, enum entity entity, int64_t id);
void reconcile_set_id(struct reconcile *reconcile, enum entity entity, int64_t theirs, int64_t ours);

/* Do two items differ in what people change? Not in their place or their times. */
bool reconcile_differs(enum entity entity, const void *one, const void *two);

/* Merges the fields of THEIRS into item ID of ours; BASE is what both were. Places are left alone. */
int reconcile_fields(struct reconcile *reconcile, enum entity entity, int64_t id, const void *base, const void *theirs,
	struct error *err);

/* Makes a new item of ours from THEIRS, under its own id if that is free. Stickies must have their places. */
int reconcile_make(struct reconcile *reconcile, enum entity entity, const void *theirs, const struct place *place,
	struct error *err);

/* Shifts (reconcile_shifts.c) */

/* Brings their shifts into ours, except those that ours has already. Gaps that closed must be empty by now. */
void reconcile_shift(struct reconcile *reconcile);

/* Where PLACE of the base is on our board, and on theirs, if nobody has moved what is there; where PLACE of theirs is
 * on ours. */
struct place reconcile_place_ours(const struct reconcile *reconcile, struct place place);
struct place reconcile_place_theirs(const struct reconcile *reconcile, struct place place);
struct place reconcile_place_brought(const struct reconcile *reconcile, struct place place);

/* Stickies (reconcile_stickies.c) */

int reconcile_delete_stickies(struct reconcile *reconcile, struct error *err);
int reconcile_stickies(struct reconcile *reconcile, struct error *err);

/* Hotspots (reconcile_hotspots.c) */

/* What hotspots say. */
enum reconcile_saying {
	RECONCILE_CHANGED_HERE,  /* deleted on theirs, but changed on ours: the text here */
	RECONCILE_CHANGED_THERE, /* the other way round: the text there, which is back */
	RECONCILE_LATER          /* the text here before the later one of theirs came */
};

/* Makes a hotspot near a place of ours, with TEXT (NULL is empty), unless it is there already. */
int reconcile_say(struct reconcile *reconcile, struct place near, enum reconcile_saying saying, const char *text,
	struct error *err);

/* The same, near item ID of ours: on their board, FIELD of it is VALUE. */
int reconcile_say_value(struct reconcile *reconcile, enum entity entity, int64_t id, const struct field *field,
	const char *value, struct error *err);

#endif
