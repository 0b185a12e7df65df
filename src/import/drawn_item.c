#include "import/drawn_item.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

bool drawn_item_is(const struct sketch_part *part, enum entity entity)
{
	return part->item && !strcmp(part->item, entity_type(entity)->name);
}

int64_t drawn_item_number(const struct sketch_part *part)
{
	const char *text = sketch_tagged(part, "number");
	int64_t number = text && strlen(text) < 18 ? strtoll(text, NULL, 10) : 0;

	return number >= 1 && number <= ITEM_ID_MOST ? number : 0;
}

/* Sets FIELD of ITEM to TEXT; false if it does not fit. */
static bool drawn_item_field(const struct field *field, const char *text, void *item)
{
	struct strbuf clean = STRBUF_INIT;
	bool fits = !clean_text(&clean, text, strlen(text),
			    field->type == FIELD_TEXT ? CLEAN_MANY_LINES : CLEAN_ONE_LINE, NULL) &&
		    !field_parse(field, item, clean.text, NULL);

	strbuf_release(&clean);
	return fits;
}

void drawn_item_fields(struct sketch *sketch, const struct sketch_part *part, enum entity entity, void *item)
{
	for (size_t i = 0; i < part->tags.count; i++) {
		const struct sketch_tag *tag = vec_at(&part->tags, i);
		const struct field *field = field_find(entity, tag->name);

		if (field && field->type != FIELD_REF && !field_is_shift(field) &&
			!drawn_item_field(field, tag->value, item))
			sketch_leave_out(sketch, field->name, tag->value);
	}
}

bool drawn_item_says(const char *a, const char *b)
{
	static const char blanks[] = " \t\r\n";

	a = a ? a : "";
	b = b ? b : "";
	do {
		a += strspn(a, blanks);
		b += strspn(b, blanks);
		if (*a != *b)
			return false;
	} while (*a++ && *b++);
	return true;
}

int drawn_item_text(
	const struct sketch_part *part, const char *name, enum clean_lines lines, struct strbuf *out, struct error *err)
{
	const char *tagged = sketch_tagged(part, name), *text = part->text ? part->text : "";
	int failed;

	if (tagged && drawn_item_says(tagged, text))
		return clean_text(out, tagged, strlen(tagged), lines, err);
	/* It was in one line when we broke it into several. */
	if (tagged && !strchr(tagged, '\n'))
		lines = CLEAN_ONE_LINE;
	failed = clean_text(out, text, strlen(text), lines, err);
	if (failed) {
		struct strbuf shown = STRBUF_INIT;

		clean_for_display(&shown, text, strnlen(text, 40));
		error_prefix(err, failed, "“%s…”", shown.text);
		strbuf_release(&shown);
	}
	return failed;
}

bool drawn_item_pin(const struct sketch_shape *shape, double *x, double *y)
{
	const char *text = sketch_tagged(&shape->part, "at"), *comma = text ? strchr(text, ',') : NULL;

	return comma && sketch_length(text, x) && sketch_length(comma + 1, y);
}
