#include "terminal/ink.h"

#include <stdio.h>

#define INK_ATTRIBUTES 8
#define INK_OWN 9 /* added to 30 and 40: the terminal's own colour */

static const struct ink ink_plain;

bool ink_equal(const struct ink *one, const struct ink *other)
{
	return one->attributes == other->attributes && one->colours[INK_FOREGROUND] == other->colours[INK_FOREGROUND] &&
	       one->colours[INK_BACKGROUND] == other->colours[INK_BACKGROUND];
}

bool ink_is_plain(const struct ink *ink)
{
	return ink_equal(ink, &ink_plain);
}

/* Applies what takes an attribute away; false if NUMBER is something else. */
static bool ink_take_away(struct ink *ink, int number)
{
	static const struct {
		int number;
		unsigned attributes;
	} rows[] = {{22, 1u << 0 | 1u << 1}, {24, 1u << 3}, {27, 1u << 6}};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (rows[i].number == number) {
			ink->attributes &= ~rows[i].attributes;
			return true;
		}
	return false;
}

/* What NUMBER colours; INK_GROUNDS: nothing. */
static int ink_ground(int number)
{
	switch (number / 10) {
	case 3:
	case 9: return INK_FOREGROUND;
	case 4:
	case 10: return INK_BACKGROUND;
	default: return INK_GROUNDS;
	}
}

/* Applies the colour that NUMBERS begin with; returns how many it used, 0: it is none. */
static int ink_apply_colour(struct ink *ink, const int *numbers, int count)
{
	int ground = ink_ground(numbers[0]), which = numbers[0] % 10;

	if (ground == INK_GROUNDS || (which > 7 && numbers[0] >= 90))
		return 0;
	if (which == 8) {
		if (count < 3 || numbers[1] != 5)
			return 0;
		ink->colours[ground] = INK_INDEXED + numbers[2];
		return 3;
	}
	ink->colours[ground] = which == INK_OWN ? 0 : numbers[0];
	return 1;
}

/* Applies the first of NUMBERS; returns how many it used, 0: it is unknown. */
static int ink_apply_one(struct ink *ink, const int *numbers, int count)
{
	int number = numbers[0];

	if (number == 0)
		*ink = ink_plain;
	else if (number == 1 || number == 2 || number == 4 || number == 7)
		ink->attributes |= 1u << (number - 1);
	else if (!ink_take_away(ink, number))
		return ink_apply_colour(ink, numbers, count);
	return 1;
}

bool ink_apply(struct ink *ink, const int *numbers, int count)
{
	for (int at = 0, used; at < count; at += used) {
		used = ink_apply_one(ink, numbers + at, count - at);
		if (!used)
			return false;
	}
	return true;
}

static void ink_add(struct strbuf *out, bool *first, const char *prefix, int number)
{
	strbuf_addf(out, "%s%s%d", *first ? "\033[" : ";", prefix, number);
	*first = false;
}

static void ink_add_colour(struct strbuf *out, bool *first, int ground, int colour)
{
	static const int bases[] = {[INK_FOREGROUND] = 30, [INK_BACKGROUND] = 40};

	if (colour >= INK_INDEXED)
		ink_add(out, first, ground == INK_FOREGROUND ? "38;5;" : "48;5;", colour - INK_INDEXED);
	else
		ink_add(out, first, "", colour ? colour : bases[ground] + INK_OWN);
}

/* An attribute that goes takes all else along. */
void ink_change(const struct ink *from, const struct ink *to, struct strbuf *out)
{
	bool first = true;

	if (ink_is_plain(to)) {
		strbuf_addstr(out, ink_is_plain(from) ? "" : "\033[m");
		return;
	}
	if (from->attributes & ~to->attributes) {
		ink_add(out, &first, "", 0);
		from = &ink_plain;
	}
	for (int i = 0; i < INK_ATTRIBUTES; i++)
		if (to->attributes & ~from->attributes & (1u << i))
			ink_add(out, &first, "", i + 1);
	for (int i = 0; i < INK_GROUNDS; i++)
		if (to->colours[i] != from->colours[i])
			ink_add_colour(out, &first, i, to->colours[i]);
	if (!first)
		strbuf_addch(out, 'm');
}
