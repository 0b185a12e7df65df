#include "sketch/sketch.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/clean.h"
#include "text/width.h"

/* The width of a text in messages, in cells. */
#define SKETCH_SHOWN_CELLS 24

void sketch_init(struct sketch *sketch)
{
	*sketch = (struct sketch){.shapes = VEC_INIT(struct sketch_shape),
		.arrows = VEC_INIT(struct sketch_arrow),
		.left_out = VEC_INIT(char *),
		.pages = VEC_INIT(char *)};
}

void sketch_part_release(struct sketch_part *part)
{
	for (size_t i = 0; i < part->tags.count; i++) {
		struct sketch_tag *tag = vec_at(&part->tags, i);

		free(tag->name);
		free(tag->value);
	}
	vec_release(&part->tags);
	free(part->id);
	free(part->text);
	free(part->item);
}

void sketch_release(struct sketch *sketch)
{
	for (size_t i = 0; i < sketch->shapes.count; i++) {
		struct sketch_shape *shape = vec_at(&sketch->shapes, i);

		sketch_part_release(&shape->part);
		free(shape->frame);
		free(shape->fill);
	}
	for (size_t i = 0; i < sketch->arrows.count; i++) {
		struct sketch_arrow *arrow = vec_at(&sketch->arrows, i);

		sketch_part_release(&arrow->part);
		free(arrow->source);
		free(arrow->target);
		vec_release(&arrow->way);
	}
	vec_release(&sketch->shapes);
	vec_release(&sketch->arrows);
	vec_release_strings(&sketch->left_out);
	vec_release_strings(&sketch->pages);
	free(sketch->title);
}

struct sketch_shape *sketch_add_shape(struct sketch *sketch, enum sketch_form form)
{
	struct sketch_shape *shape = vec_push(&sketch->shapes);

	shape->form = form;
	vec_init(&shape->part.tags, sizeof(struct sketch_tag));
	return shape;
}

struct sketch_arrow *sketch_add_arrow(struct sketch *sketch)
{
	struct sketch_arrow *arrow = vec_push(&sketch->arrows);

	vec_init(&arrow->part.tags, sizeof(struct sketch_tag));
	vec_init(&arrow->way, sizeof(struct sketch_point));
	arrow->text_along = 0.5;
	return arrow;
}

static struct sketch_point sketch_way(const struct sketch_arrow *arrow, size_t at)
{
	return vec_get(&arrow->way, struct sketch_point, at);
}

/* Does the way from A by B to C go straight on, along an axis? */
static bool sketch_is_straight(struct sketch_point a, struct sketch_point b, struct sketch_point c)
{
	return (fabs(a.x - b.x) < 1 && fabs(b.x - c.x) < 1) || (fabs(a.y - b.y) < 1 && fabs(b.y - c.y) < 1);
}

void sketch_straighten(struct sketch_arrow *arrow)
{
	size_t kept = 1;

	for (size_t i = 1; i < arrow->way.count; i++) {
		while (kept > 1 && sketch_is_straight(sketch_way(arrow, kept - 2), sketch_way(arrow, kept - 1),
					   sketch_way(arrow, i)))
			kept--;
		vec_get(&arrow->way, struct sketch_point, kept++) = sketch_way(arrow, i);
	}
	if (arrow->way.count)
		arrow->way.count = kept;
}

static double sketch_far(struct sketch_point a, struct sketch_point b)
{
	return hypot(b.x - a.x, b.y - a.y);
}

struct sketch_point sketch_text_at(const struct sketch_arrow *arrow)
{
	double wanted = 0, leg = 0;
	size_t i;

	for (i = 1; i < arrow->way.count; i++)
		wanted += sketch_far(sketch_way(arrow, i - 1), sketch_way(arrow, i)) * arrow->text_along;
	for (i = 1; i + 1 < arrow->way.count; i++) {
		leg = sketch_far(sketch_way(arrow, i - 1), sketch_way(arrow, i));
		if (wanted <= leg)
			break;
		wanted -= leg;
	}
	if (i < arrow->way.count) {
		struct sketch_point from = sketch_way(arrow, i - 1), to = sketch_way(arrow, i);

		leg = sketch_far(from, to);
		wanted = leg > 0 ? wanted / leg : 0;
		return (struct sketch_point){from.x + (to.x - from.x) * wanted, from.y + (to.y - from.y) * wanted};
	}
	return sketch_way(arrow, 0);
}

void sketch_tag(struct sketch_part *part, const char *name, const char *value)
{
	if (value)
		vec_add(&part->tags, struct sketch_tag) = (struct sketch_tag){mem_strdup(name), mem_strdup(value)};
}

const char *sketch_tagged(const struct sketch_part *part, const char *name)
{
	for (size_t i = 0; i < part->tags.count; i++) {
		const struct sketch_tag *tag = vec_at(&part->tags, i);

		if (!strcmp(tag->name, name))
			return tag->value;
	}
	return NULL;
}

void sketch_show(struct strbuf *out, const char *text)
{
	struct strbuf begin = STRBUF_INIT, clean = STRBUF_INIT;
	size_t fits;
	int cells;

	strbuf_add(&begin, text, strnlen(text, CLEAN_MOST_CHARACTERS));
	for (size_t i = 0; i < begin.len; i++)
		if (strchr(",\n\t", begin.text[i])) /* commas separate the names of what was left out */
			begin.text[i] = ' ';
	clean_for_display(&clean, begin.text, begin.len);
	fits = width_fit(clean.text, clean.len, SKETCH_SHOWN_CELLS, &cells);
	strbuf_reset(out);
	strbuf_add(out, clean.text, fits);
	if (fits < clean.len)
		strbuf_addstr(out, "…");
	strbuf_release(&begin);
	strbuf_release(&clean);
}

void sketch_leave_out(struct sketch *sketch, const char *what, const char *text)
{
	struct strbuf shown = STRBUF_INIT, name = STRBUF_INIT;

	sketch_show(&shown, text ? text : "");
	if (shown.text[strspn(shown.text, " ")])
		strbuf_addf(&name, "“%s”", shown.text);
	else
		strbuf_addstr(&name, what);
	vec_add(&sketch->left_out, char *) = strbuf_detach(&name);
	strbuf_release(&shown);
}

void sketch_set(char **text, const char *value)
{
	char *copy = value ? mem_strdup(value) : NULL;

	free(*text);
	*text = copy;
}

bool sketch_is_length(double length)
{
	return isfinite(length) && length >= -SKETCH_FAR && length <= SKETCH_FAR;
}

/* Reads digits at *AT into VALUE, which they continue; returns how many there are. */
static int sketch_digits(const char **at, double *value)
{
	int count = 0;

	for (; **at >= '0' && **at <= '9'; (*at)++, count++)
		*value = *value * 10 + (**at - '0');
	return count;
}

/* Not strtod(), which asks the locale what a decimal point is, and knows infinity. */
bool sketch_length(const char *text, double *length)
{
	const char *at = text + strspn(text, " \t\n");
	bool negative = *at == '-';
	double value = 0, exponent = 0;
	int digits, places = 0;

	at += *at == '-' || *at == '+';
	digits = sketch_digits(&at, &value);
	if (*at == '.') {
		at++;
		places = sketch_digits(&at, &value);
	}
	if ((*at == 'e' || *at == 'E') && strspn(at + 1, "+-") <= 1) {
		bool small = at[1] == '-';

		at += 1 + strspn(at + 1, "+-");
		sketch_digits(&at, &exponent);
		exponent = small ? -exponent : exponent;
	}
	value = value * pow(10, exponent - places) * (negative ? -1 : 1);
	if (!(digits + places) || !sketch_is_length(value))
		return false;
	*length = value;
	return true;
}
