#include "format/sketch_items.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "draw/palette.h"
#include "draw/scene_context.h"
#include "text/width.h"
#include "text/wrap.h"

/* Drawing programs have a white sheet. */
#define SKETCH_ITEMS_SCHEME SCHEME_LIGHT

void sketch_items_tag(struct sketch_part *part, enum entity entity, const void *item, char letter)
{
	const struct entity_type *type = entity_type(entity);
	struct strbuf text = STRBUF_INIT;

	strbuf_addf(&text, "%c%" PRId64, letter, *(const int64_t *)item);
	sketch_set(&part->id, text.text);
	sketch_set(&part->item, type->name);
	sketch_tag(part, "number", text.text + 1);
	for (size_t i = 0; i < type->count; i++) {
		const struct field *field = &type->fields[i];

		if (field_is_shift(field) || field->type == FIELD_REF ||
			(field_is_default(field, item) && field->type != FIELD_CHOICE))
			continue;
		strbuf_reset(&text);
		if (field->type == FIELD_CHOICE && field_is_default(field, item))
			strbuf_addstr(&text, field->choices[0]);
		else
			field_format(field, item, &text);
		if (text.len)
			sketch_tag(part, field->name, text.text);
	}
	strbuf_release(&text);
}

void sketch_items_pin(struct sketch_shape *shape)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_addf(&text, "%.0f,%.0f", shape->x, shape->y);
	sketch_tag(&shape->part, "at", text.text);
	strbuf_release(&text);
}

size_t sketch_items_wrap(struct sketch_shape *shape, const char *text, int cells)
{
	struct strbuf wrapped = STRBUF_INIT;
	size_t count = text ? wrap_lines(&wrapped, text, cells) : 0;

	sketch_set(&shape->part.text, count ? wrapped.text : NULL);
	strbuf_release(&wrapped);
	return count;
}

unsigned sketch_items_ink(enum style style)
{
	return palette_rgb(theme_look(style, SKETCH_ITEMS_SCHEME).foreground);
}

static void sketch_items_fill(struct sketch_shape *shape, enum style style)
{
	char code[16];

	snprintf(code, sizeof(code), "#%06x", palette_rgb(theme_look(style, SKETCH_ITEMS_SCHEME).background));
	sketch_set(&shape->fill, code);
}

void sketch_items_paint(struct sketch_shape *shape, enum style style)
{
	sketch_items_fill(shape, style);
	shape->ink = shape->pen = sketch_items_ink(style);
}

void sketch_items_paint_context(struct sketch_shape *shape, const struct context *context)
{
	sketch_items_paint(shape, scene_context_style(context));
	sketch_items_fill(shape, STYLE_CONTEXT_GROUND);
}

void sketch_items_title(struct sketch *sketch, const struct board *board, double x, double y)
{
	const char *title = board_title(board);
	struct sketch_shape *shape;

	sketch_set(&sketch->title, title);
	if (!*title)
		return;
	shape = sketch_add_shape(sketch, SKETCH_WORDS);
	sketch_set(&shape->part.id, "title");
	sketch_set(&shape->part.item, entity_type(ENTITY_BOARD)->name);
	sketch_tag(&shape->part, "title", title);
	sketch_set(&shape->part.text, title);
	shape->x = x;
	shape->y = y;
	shape->width = (width_of(title, strlen(title)) + 2) * SKETCH_ITEMS_ACROSS;
	shape->height = 2 * SKETCH_ITEMS_DOWN;
	shape->ink = sketch_items_ink(STYLE_BOARD);
	sketch_items_pin(shape);
}
