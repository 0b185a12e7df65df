/*
 * survey: what the checks may look at, beside the sticky that they are asked about.
 */
#ifndef CHECK_SURVEY_H
#define CHECK_SURVEY_H

#include "base/map.h"
#include "check/atlas.h"
#include "check/cargo.h"
#include "check/likeness.h"
#include "check/speech.h"
#include "check/tally.h"
#include "check/traffic.h"
#include "model/board.h"

struct survey {
	const struct board *board;
	const struct speech *speech;   /* the words of that sticky; for checks of CHECK_OWN */
	const struct map *members;     /* id of a sticky -> its struct like_member */
	const struct likeness *names;  /* the groups of actors, systems and aggregates, by name */
	const struct tally *tally;
	const struct traffic *traffic;
	const struct atlas *atlas;
	const struct cargo *cargo;
};

/* The member that STICKY is, or NULL. */
static inline const struct like_member *survey_member(const struct survey *survey,
	const struct sticky *sticky)
{
	return map_get(survey->members, (uint64_t)sticky->id);
}

#endif
