/*
 * style: what a cell shows; the theme decides how that looks. Code names styles, never colours.
 */
#ifndef DRAW_STYLE_H
#define DRAW_STYLE_H

#include "model/kind.h"

#define STYLE_PERSON_COUNT 4
#define STYLE_CONTEXT_COUNT 8

enum style {
	STYLE_BOARD,     /* the empty canvas */
	STYLE_CURSOR,    /* the frame around the slot with the cursor */
	STYLE_SELECTION, /* the frame around the selection */
	STYLE_MATCH,     /* the frame around matches of a search */
	STYLE_ARROW,     /* links */
	STYLE_PIVOT,     /* the line at a pivotal event */
	STYLE_TICK,      /* column marks along the timeline */
	STYLE_PHASE,     /* names of phases */
	STYLE_LANE,      /* names of lanes */
	STYLE_BAR,       /* the title bar, and its parts: */
	STYLE_BAR_TITLE,
	STYLE_BAR_FILE,
	STYLE_BAR_PAST,   /* steps before this one */
	STYLE_BAR_NOW,    /* the current step */
	STYLE_BAR_AHEAD,  /* steps still to come */
	STYLE_GUIDE,      /* the line that asks the step's question */
	STYLE_GUIDE_STEP, /* the step's name there */
	STYLE_STATUS,     /* the lowest line */
	STYLE_KEY,        /* a key there */
	STYLE_GOOD,       /* what is well */
	STYLE_HINT,       /* what could be better */
	STYLE_ERROR,      /* errors and failures */
	STYLE_PANEL,      /* menus and panels over the canvas */
	STYLE_PANEL_TITLE,
	STYLE_PANEL_FRAME,
	STYLE_PANEL_CHOICE,   /* the chosen line in them */
	STYLE_DIMMED,         /* what is not in focus */
	STYLE_TIME_PAST,      /* the time bar: before the moment shown */
	STYLE_TIME_AHEAD,     /* after it */
	STYLE_TIME_NOW,       /* that moment itself */
	STYLE_TIME_MARK,      /* contexts and relations there */
	STYLE_TIME_HOTSPOT,   /* hotspots there */
	STYLE_GLOW,           /* the frame around what an action touched */
	STYLE_ADDED,          /* differences from another moment: what is new, */
	STYLE_REMOVED,        /* what is gone, */
	STYLE_MOVED,          /* what has moved, */
	STYLE_REWORDED,       /* what has new text */
	STYLE_CONTEXT_GROUND, /* behind the members of a context */
	STYLE_CONTEXT,        /* outlines and names of contexts: eight styles from here on */
	STYLE_PERSON = STYLE_CONTEXT + STYLE_CONTEXT_COUNT, /* name tags of others: four styles from here on */
	STYLE_KIND = STYLE_PERSON + STYLE_PERSON_COUNT,     /* stickies: STYLE_KIND + enum kind */
	STYLE_MARK = STYLE_KIND + KIND_COUNT,               /* their letters and dots: STYLE_MARK + enum kind */
	STYLE_COUNT = STYLE_MARK + KIND_COUNT
};

#endif
