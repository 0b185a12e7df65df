#include "draw/theme.h"

#include "base/mem.h"

#define BOLD LOOK_BOLD
#define DIM LOOK_DIM
#define REVERSE LOOK_REVERSE
#define NONE LOOK_DEFAULT

enum { BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE };

/* The canvas and the frame on it share one foreground: moving the frame then changes no colour, so a step of the
 * cursor sends few bytes. With 8 colours nobody knows whether the terminal is black or white: on its own background
 * only red, green and magenta are written, which can be read on both. */
static const struct look theme_looks[][SCHEME_DRAWN] = {
	[STYLE_BOARD] = {{231, 234, 0}, {NONE, NONE, 0}, {NONE, NONE, 0}},
	[STYLE_CURSOR] = {{231, 234, 0}, {NONE, NONE, 0}, {NONE, NONE, 0}},
	[STYLE_SELECTION] = {{117, 234, BOLD}, {BLACK, CYAN, 0}, {NONE, NONE, BOLD}},
	[STYLE_MATCH] = {{226, 234, BOLD}, {BLACK, YELLOW, 0}, {NONE, NONE, BOLD}},
	[STYLE_ARROW] = {{250, 234, 0}, {NONE, NONE, 0}, {NONE, NONE, 0}},
	[STYLE_PIVOT] = {{214, 234, 0}, {MAGENTA, NONE, 0}, {NONE, NONE, BOLD}},
	[STYLE_TICK] = {{240, 234, 0}, {NONE, NONE, DIM}, {NONE, NONE, DIM}},
	[STYLE_PHASE] = {{250, 234, 0}, {NONE, NONE, BOLD}, {NONE, NONE, BOLD}},
	[STYLE_LANE] = {{245, 234, 0}, {NONE, NONE, 0}, {NONE, NONE, 0}},
	[STYLE_BAR] = {{250, 235, 0}, {WHITE, BLACK, 0}, {NONE, NONE, 0}},
	[STYLE_BAR_TITLE] = {{231, 235, 0}, {WHITE, BLACK, BOLD}, {NONE, NONE, BOLD}},
	[STYLE_BAR_FILE] = {{245, 235, 0}, {WHITE, BLACK, 0}, {NONE, NONE, DIM}},
	[STYLE_BAR_PAST] = {{114, 235, 0}, {GREEN, BLACK, 0}, {NONE, NONE, 0}},
	[STYLE_BAR_NOW] = {{16, 214, BOLD}, {BLACK, YELLOW, 0}, {NONE, NONE, REVERSE | BOLD}},
	[STYLE_BAR_AHEAD] = {{242, 235, 0}, {WHITE, BLACK, 0}, {NONE, NONE, DIM}},
	[STYLE_GUIDE] = {{250, 235, 0}, {WHITE, BLACK, 0}, {NONE, NONE, 0}},
	[STYLE_GUIDE_STEP] = {{214, 235, BOLD}, {YELLOW, BLACK, BOLD}, {NONE, NONE, BOLD}},
	[STYLE_STATUS] = {{245, 234, 0}, {NONE, NONE, 0}, {NONE, NONE, 0}},
	[STYLE_KEY] = {{231, 234, BOLD}, {NONE, NONE, BOLD}, {NONE, NONE, BOLD}},
	[STYLE_GOOD] = {{114, 234, 0}, {NONE, NONE, BOLD}, {NONE, NONE, 0}},
	[STYLE_HINT] = {{221, 234, 0}, {BLACK, YELLOW, 0}, {NONE, NONE, 0}},
	[STYLE_ERROR] = {{231, 160, BOLD}, {WHITE, RED, BOLD}, {NONE, NONE, REVERSE}},
	[STYLE_PANEL] = {{252, 236, 0}, {WHITE, BLACK, 0}, {NONE, NONE, 0}},
	[STYLE_PANEL_TITLE] = {{214, 236, BOLD}, {YELLOW, BLACK, BOLD}, {NONE, NONE, BOLD}},
	[STYLE_PANEL_FRAME] = {{245, 236, 0}, {WHITE, BLACK, 0}, {NONE, NONE, 0}},
	[STYLE_PANEL_CHOICE] = {{16, 214, 0}, {BLACK, YELLOW, 0}, {NONE, NONE, REVERSE}},

	[STYLE_DIMMED] = {{244, 237, 0}, {NONE, NONE, DIM}, {NONE, NONE, DIM}},
	[STYLE_TIME_PAST] = {{214, 234, 0}, {MAGENTA, NONE, 0}, {NONE, NONE, BOLD}},
	[STYLE_TIME_AHEAD] = {{242, 234, 0}, {NONE, NONE, 0}, {NONE, NONE, 0}},
	[STYLE_TIME_NOW] = {{16, 231, BOLD}, {BLACK, WHITE, 0}, {NONE, NONE, REVERSE | BOLD}},
	[STYLE_TIME_MARK] = {{117, 234, 0}, {NONE, NONE, BOLD}, {NONE, NONE, 0}},
	[STYLE_TIME_HOTSPOT] = {{205, 234, BOLD}, {RED, NONE, BOLD}, {NONE, NONE, BOLD}},
	[STYLE_GLOW] = {{231, 234, BOLD}, {NONE, NONE, REVERSE | BOLD}, {NONE, NONE, BOLD}},
	[STYLE_ADDED] = {{120, 234, BOLD}, {BLACK, GREEN, 0}, {NONE, NONE, BOLD}},
	[STYLE_REMOVED] = {{210, 234, 0}, {RED, NONE, 0}, {NONE, NONE, DIM}},
	[STYLE_MOVED] = {{81, 234, BOLD}, {BLACK, CYAN, 0}, {NONE, NONE, BOLD}},
	[STYLE_REWORDED] = {{227, 234, BOLD}, {BLACK, YELLOW, 0}, {NONE, NONE, BOLD}},

	[STYLE_CONTEXT_GROUND] = {{231, 236, 0}, {NONE, NONE, 0}, {NONE, NONE, 0}},
	[STYLE_CONTEXT] = {{120, 236, BOLD}, {GREEN, NONE, 0}, {NONE, NONE, 0}},
	[STYLE_CONTEXT + 1] = {{81, 236, BOLD}, {RED, NONE, 0}, {NONE, NONE, 0}},
	[STYLE_CONTEXT + 2] = {{211, 236, BOLD}, {MAGENTA, NONE, 0}, {NONE, NONE, 0}},
	[STYLE_CONTEXT + 3] = {{222, 236, BOLD}, {NONE, NONE, BOLD}, {NONE, NONE, 0}},
	[STYLE_CONTEXT + 4] = {{147, 236, BOLD}, {RED, NONE, BOLD}, {NONE, NONE, 0}},
	[STYLE_CONTEXT + 5] = {{215, 236, BOLD}, {MAGENTA, NONE, BOLD}, {NONE, NONE, 0}},
	[STYLE_CONTEXT + 6] = {{159, 236, BOLD}, {NONE, NONE, 0}, {NONE, NONE, 0}},
	[STYLE_CONTEXT + 7] = {{183, 236, BOLD}, {NONE, NONE, DIM}, {NONE, NONE, 0}},
	[STYLE_PERSON] = {{16, 120, 0}, {BLACK, GREEN, 0}, {NONE, NONE, REVERSE}},
	[STYLE_PERSON + 1] = {{16, 81, 0}, {BLACK, CYAN, 0}, {NONE, NONE, REVERSE}},
	[STYLE_PERSON + 2] = {{16, 211, 0}, {WHITE, MAGENTA, 0}, {NONE, NONE, REVERSE}},
	[STYLE_PERSON + 3] = {{16, 222, 0}, {BLACK, YELLOW, 0}, {NONE, NONE, REVERSE}},
};

/* The same on a white terminal with 256 colours: dark text, and the hues of the dark look where they are readable. */
static const struct look theme_light[] = {
	[STYLE_BOARD] = {16, 231, 0},
	[STYLE_CURSOR] = {16, 231, 0},
	[STYLE_SELECTION] = {26, 231, BOLD},
	[STYLE_MATCH] = {161, 231, BOLD},
	[STYLE_ARROW] = {240, 231, 0},
	[STYLE_PIVOT] = {166, 231, 0},
	[STYLE_TICK] = {251, 231, 0},
	[STYLE_PHASE] = {238, 231, 0},
	[STYLE_LANE] = {243, 231, 0},
	[STYLE_BAR] = {238, 254, 0},
	[STYLE_BAR_TITLE] = {16, 254, BOLD},
	[STYLE_BAR_FILE] = {242, 254, 0},
	[STYLE_BAR_PAST] = {28, 254, 0},
	[STYLE_BAR_NOW] = {16, 214, BOLD},
	[STYLE_BAR_AHEAD] = {244, 254, 0},
	[STYLE_GUIDE] = {238, 254, 0},
	[STYLE_GUIDE_STEP] = {130, 254, BOLD},
	[STYLE_STATUS] = {242, 231, 0},
	[STYLE_KEY] = {16, 231, BOLD},
	[STYLE_GOOD] = {28, 231, 0},
	[STYLE_HINT] = {130, 231, 0},
	[STYLE_ERROR] = {231, 160, BOLD},
	[STYLE_PANEL] = {235, 255, 0},
	[STYLE_PANEL_TITLE] = {130, 255, BOLD},
	[STYLE_PANEL_FRAME] = {245, 255, 0},
	[STYLE_PANEL_CHOICE] = {16, 214, 0},

	[STYLE_DIMMED] = {245, 254, 0},
	[STYLE_TIME_PAST] = {166, 231, 0},
	[STYLE_TIME_AHEAD] = {249, 231, 0},
	[STYLE_TIME_NOW] = {231, 16, BOLD},
	[STYLE_TIME_MARK] = {26, 231, 0},
	[STYLE_TIME_HOTSPOT] = {162, 231, BOLD},
	[STYLE_GLOW] = {16, 231, BOLD},
	[STYLE_ADDED] = {28, 231, BOLD},
	[STYLE_REMOVED] = {160, 231, 0},
	[STYLE_MOVED] = {31, 231, BOLD},
	[STYLE_REWORDED] = {130, 231, BOLD},

	[STYLE_CONTEXT_GROUND] = {16, 255, 0},
	[STYLE_CONTEXT] = {28, 255, BOLD},
	[STYLE_CONTEXT + 1] = {31, 255, BOLD},
	[STYLE_CONTEXT + 2] = {162, 255, BOLD},
	[STYLE_CONTEXT + 3] = {136, 255, BOLD},
	[STYLE_CONTEXT + 4] = {62, 255, BOLD},
	[STYLE_CONTEXT + 5] = {166, 255, BOLD},
	[STYLE_CONTEXT + 6] = {30, 255, BOLD},
	[STYLE_CONTEXT + 7] = {91, 255, BOLD},
	[STYLE_PERSON] = {16, 120, 0},
	[STYLE_PERSON + 1] = {16, 81, 0},
	[STYLE_PERSON + 2] = {16, 211, 0},
	[STYLE_PERSON + 3] = {16, 222, 0},
};

/* What differs from 8 colours on any terminal if it is known to be white: bars and panels are light, and what was light
 * is dark. Black is never bold, which is grey in many terminals. */
static const struct {
	enum style style;
	struct look look;
} theme_light_8[] = {
	{STYLE_BAR, {BLACK, WHITE, 0}},
	{STYLE_BAR_TITLE, {BLACK, WHITE, 0}},
	{STYLE_BAR_FILE, {BLACK, WHITE, 0}},
	{STYLE_BAR_PAST, {BLUE, WHITE, 0}},
	{STYLE_BAR_AHEAD, {BLACK, WHITE, 0}},
	{STYLE_GUIDE, {BLACK, WHITE, 0}},
	{STYLE_GUIDE_STEP, {BLUE, WHITE, BOLD}},
	{STYLE_PANEL, {BLACK, WHITE, 0}},
	{STYLE_PANEL_TITLE, {BLUE, WHITE, BOLD}},
	{STYLE_PANEL_FRAME, {BLACK, WHITE, 0}},
	{STYLE_TIME_NOW, {WHITE, BLACK, BOLD}},
	{STYLE_CONTEXT, {BLUE, NONE, 0}},
	{STYLE_KIND + KIND_UI, {WHITE, BLACK, BOLD}},
	{STYLE_MARK + KIND_UI, {WHITE, BLACK, BOLD}},
};

/* Stickies, and their letters and dots. */
static const struct look theme_kinds[][SCHEME_DRAWN] = {
	[KIND_EVENT] = {{16, 214, 0}, {BLACK, YELLOW, 0}, {NONE, NONE, REVERSE}},
	[KIND_COMMAND] = {{16, 75, 0}, {WHITE, BLUE, BOLD}, {NONE, NONE, REVERSE}},
	[KIND_EXTERNAL_SYSTEM] = {{16, 218, 0}, {WHITE, MAGENTA, BOLD}, {NONE, NONE, REVERSE}},
	[KIND_ACTOR] = {{16, 228, 0}, {RED, YELLOW, BOLD}, {NONE, NONE, REVERSE}},
	[KIND_AGGREGATE] = {{16, 221, 0}, {BLUE, YELLOW, BOLD}, {NONE, NONE, REVERSE}},
	[KIND_POLICY] = {{16, 183, 0}, {BLACK, MAGENTA, 0}, {NONE, NONE, REVERSE}},
	[KIND_READ_MODEL] = {{16, 114, 0}, {BLACK, GREEN, 0}, {NONE, NONE, REVERSE}},
	[KIND_UI] = {{16, 255, 0}, {BLACK, WHITE, 0}, {NONE, NONE, REVERSE}},
	[KIND_HOTSPOT] = {{231, 162, 0}, {WHITE, RED, BOLD}, {NONE, NONE, REVERSE | BOLD}},
	[KIND_OPPORTUNITY] = {{16, 154, 0}, {WHITE, GREEN, BOLD}, {NONE, NONE, REVERSE}},
	[KIND_VALUE] = {{16, 80, 0}, {BLACK, CYAN, 0}, {NONE, NONE, REVERSE}},
};

static const struct look theme_marks[][SCHEME_DRAWN] = {
	[KIND_EVENT] = {{94, 214, 0}, {BLACK, YELLOW, 0}, {NONE, NONE, REVERSE}},
	[KIND_COMMAND] = {{24, 75, 0}, {WHITE, BLUE, BOLD}, {NONE, NONE, REVERSE}},
	[KIND_EXTERNAL_SYSTEM] = {{89, 218, 0}, {WHITE, MAGENTA, BOLD}, {NONE, NONE, REVERSE}},
	[KIND_ACTOR] = {{100, 228, 0}, {RED, YELLOW, BOLD}, {NONE, NONE, REVERSE}},
	[KIND_AGGREGATE] = {{94, 221, 0}, {BLUE, YELLOW, BOLD}, {NONE, NONE, REVERSE}},
	[KIND_POLICY] = {{54, 183, 0}, {BLACK, MAGENTA, 0}, {NONE, NONE, REVERSE}},
	[KIND_READ_MODEL] = {{22, 114, 0}, {BLACK, GREEN, 0}, {NONE, NONE, REVERSE}},
	[KIND_UI] = {{242, 255, 0}, {BLACK, WHITE, 0}, {NONE, NONE, REVERSE}},
	[KIND_HOTSPOT] = {{231, 162, BOLD}, {WHITE, RED, BOLD}, {NONE, NONE, REVERSE | BOLD}},
	[KIND_OPPORTUNITY] = {{22, 154, 0}, {WHITE, GREEN, BOLD}, {NONE, NONE, REVERSE}},
	[KIND_VALUE] = {{23, 80, 0}, {BLACK, CYAN, 0}, {NONE, NONE, REVERSE}},
};

_Static_assert(ARRAY_SIZE(theme_looks) == STYLE_KIND, "a style has no look");
_Static_assert(ARRAY_SIZE(theme_light) == STYLE_KIND, "a style has no light look");
_Static_assert(ARRAY_SIZE(theme_kinds) == KIND_COUNT, "a kind has no look");
_Static_assert(ARRAY_SIZE(theme_marks) == KIND_COUNT, "the letter of a kind has no look");

static struct look theme_look_light_8(enum style style)
{
	for (size_t i = 0; i < ARRAY_SIZE(theme_light_8); i++)
		if (theme_light_8[i].style == style)
			return theme_light_8[i].look;
	return theme_look(style, SCHEME_8);
}

struct look theme_look(enum style style, enum scheme scheme)
{
	if (style >= STYLE_COUNT || scheme >= SCHEME_COUNT)
		BUG("no look for style %d in scheme %d", (int)style, (int)scheme);
	if (scheme == SCHEME_LIGHT_8)
		return theme_look_light_8(style);
	if (scheme == SCHEME_LIGHT && style < STYLE_KIND)
		return theme_light[style];
	if (scheme == SCHEME_LIGHT) { /* stickies keep their colours, but white ones would not show */
		struct look look = theme_look(style, SCHEME_256);

		look.background = look.background == 255 ? 252 : look.background;
		return look;
	}
	if (style >= STYLE_MARK)
		return theme_marks[style - STYLE_MARK][scheme];
	return style >= STYLE_KIND ? theme_kinds[style - STYLE_KIND][scheme] : theme_looks[style][scheme];
}

enum scheme theme_scheme(int colours)
{
	return colours >= 256 ? SCHEME_256 : colours >= 8 ? SCHEME_8 : SCHEME_MONO;
}

enum scheme theme_lighten(enum scheme scheme)
{
	return scheme == SCHEME_256 ? SCHEME_LIGHT : scheme == SCHEME_8 ? SCHEME_LIGHT_8 : scheme;
}
