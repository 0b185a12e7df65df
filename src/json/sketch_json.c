#include "json/sketch_json.h"

#include <string.h>

#include "base/i18n.h"

const char *sketch_json_text(const json_t *object, const char *name)
{
	return json_string_value(json_object_get(object, name));
}

bool sketch_json_flag(const json_t *object, const char *name)
{
	return json_is_true(json_object_get(object, name));
}

int sketch_json_length(const json_t *object, const char *name, double *length, struct error *err)
{
	const json_t *value = json_object_get(object, name);

	if (!value || json_is_null(value))
		return 0;
	if (!json_is_number(value) || !sketch_is_length(json_number_value(value)))
		return error_set(err, ERROR_REFUSED, _("%s: expected a length"), name);
	*length = json_number_value(value);
	return 0;
}

int sketch_json_box(const json_t *object, struct sketch_shape *shape, struct error *err)
{
	int failed = sketch_json_length(object, "x", &shape->x, err);

	if (!failed)
		failed = sketch_json_length(object, "y", &shape->y, err);
	if (!failed)
		failed = sketch_json_length(object, "width", &shape->width, err);
	if (!failed)
		failed = sketch_json_length(object, "height", &shape->height, err);
	return failed;
}

void sketch_json_part(const char *id, const json_t *own, struct sketch_part *part)
{
	const char *name;
	json_t *value;

	sketch_set(&part->id, id);
	json_object_foreach((json_t *)own, name, value)
	{
		if (!strcmp(name, "item"))
			sketch_set(&part->item, json_string_value(value));
		else if (json_is_string(value))
			sketch_tag(part, name, json_string_value(value));
	}
}

json_t *sketch_json_own(const struct sketch_part *part)
{
	json_t *own;

	if (!part->item)
		return NULL;
	own = json_object();
	json_object_set_new(own, "item", json_string(part->item));
	for (size_t i = 0; i < part->tags.count; i++) {
		const struct sketch_tag *tag = vec_at(&part->tags, i);

		json_object_set_new(own, tag->name, json_string(tag->value));
	}
	return own;
}

int sketch_json_room(const struct sketch *sketch, size_t count, struct error *err)
{
	if (count + sketch->shapes.count + sketch->arrows.count <= SKETCH_PARTS_MOST)
		return 0;
	return error_set(err, ERROR_REFUSED, _("more than %d shapes and arrows"), SKETCH_PARTS_MOST);
}
