#include "sketch/drawio_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "sketch/drawio_scene.h"
#include "sketch/unpack.h"
#include "sketch/xml.h"
#include "text/clean.h"

struct drawio_read {
	const char *page; /* the one that is asked for, or NULL */
	struct sketch *sketch;
	struct drawio_scene scene; /* its cells */
	bool known;                /* there is something of draw.io */
	bool found;                /* the page has been read, or is being read */
	bool within;               /* in the page */
	bool plain;                /* the page has a model, and is not compressed */
	struct strbuf packed;      /* otherwise its text */
	bool open;                 /* a cell is open, the last of the scene */
	bool wrapped;              /* in an <object>, which has attributes of the cell in it, */
	struct drawio_cell outer;  /* these */
};

static const char *drawio_read_element(const char *name)
{
	return !strcmp(name, "UserObject") ? "object" : name;
}

/* Is page NUMBER, called NAME, the one that is asked for? */
static bool drawio_read_wants(const struct drawio_read *reader, const char *name, size_t number)
{
	char digits[24];

	if (reader->found || !reader->page)
		return !reader->found;
	snprintf(digits, sizeof(digits), "%zu", number);
	return !strcmp(reader->page, digits) || !strcmp(reader->page, name);
}

static void drawio_read_page(struct drawio_read *reader, const char *title)
{
	struct strbuf name = STRBUF_INIT;

	clean_for_display(&name, title ? title : "", title ? strlen(title) : 0);
	vec_add(&reader->sketch->pages, char *) = strbuf_detach(&name);
	reader->known = true;
	reader->within =
		drawio_read_wants(reader, vec_end(&reader->sketch->pages, char *), reader->sketch->pages.count);
	reader->found |= reader->within;
	if (reader->within)
		reader->sketch->page = reader->sketch->pages.count - 1;
	reader->plain = false;
	strbuf_reset(&reader->packed);
}

static void drawio_read_own(struct drawio_cell *cell, const char *name, const char *value)
{
	struct sketch_part part = {.tags = cell->tags};

	if (!strcmp(name, "item"))
		sketch_set(&cell->item, value);
	else
		sketch_tag(&part, name, value);
	cell->tags = part.tags;
}

static bool drawio_read_flag(const char *value)
{
	return value && !strcmp(value, "1");
}

/* Takes the attributes of a cell, or of the object around it. */
static void drawio_read_attributes(struct drawio_cell *cell, const char *const *attributes)
{
	const struct {
		const char *name;
		char **text;
	} texts[] = {{"id", &cell->id}, {"parent", &cell->parent}, {"value", &cell->value}, {"label", &cell->value},
		{"style", &cell->style}, {"source", &cell->source}, {"target", &cell->target}};
	const char *visible = xml_attribute(attributes, "visible");

	for (size_t i = 0; attributes[i]; i += 2) {
		for (size_t k = 0; k < ARRAY_SIZE(texts); k++)
			if (!strcmp(attributes[i], texts[k].name))
				sketch_set(texts[k].text, attributes[i + 1]);
		if (!strncmp(attributes[i], DRAWIO_SCENE_OWN, strlen(DRAWIO_SCENE_OWN)))
			drawio_read_own(cell, attributes[i] + strlen(DRAWIO_SCENE_OWN), attributes[i + 1]);
	}
	cell->vertex = drawio_read_flag(xml_attribute(attributes, "vertex"));
	cell->edge = !cell->vertex && drawio_read_flag(xml_attribute(attributes, "edge"));
	cell->hidden = visible && !strcmp(visible, "0");
}

/* Forgets an object that has no cell in it. */
static void drawio_read_unwrap(struct drawio_read *reader)
{
	drawio_cell_release(&reader->outer);
	reader->outer = (struct drawio_cell){.tags = VEC_INIT(struct sketch_tag)};
	reader->wrapped = false;
}

static int drawio_read_cell(struct drawio_read *reader, const char *const *attributes, struct error *err)
{
	struct vec *cells = &reader->scene.cells;
	struct drawio_cell *cell;

	if (cells->count >= SKETCH_PARTS_MOST)
		return error_set(err, ERROR_REFUSED, _("more than %d shapes and arrows"), SKETCH_PARTS_MOST);
	cell = vec_push(cells);
	vec_init(&cell->tags, sizeof(struct sketch_tag));
	if (reader->wrapped) {
		*cell = reader->outer;
		reader->outer = (struct drawio_cell){.tags = VEC_INIT(struct sketch_tag)};
		reader->wrapped = false;
	}
	drawio_read_attributes(cell, attributes);
	reader->open = true;
	if (!cell->id)
		return 0;
	if (names_get(&reader->scene.index, cell->id)) {
		struct strbuf id = STRBUF_INIT;

		sketch_show(&id, cell->id);
		error_set(err, ERROR_REFUSED, _("two cells have the id “%s”"), id.text);
		strbuf_release(&id);
		return ERROR_REFUSED;
	}
	names_set(&reader->scene.index, cell->id, (int64_t)cells->count);
	return 0;
}

/* Reads a length from attribute NAME; without it, *LENGTH stays. */
static int drawio_read_length(const char *const *attributes, const char *name, double *length, struct error *err)
{
	const char *text = xml_attribute(attributes, name);
	struct strbuf shown = STRBUF_INIT;

	if (!text || sketch_length(text, length))
		return 0;
	sketch_show(&shown, text);
	error_set(err, ERROR_REFUSED, _("%s: “%s” is not a length"), name, shown.text);
	strbuf_release(&shown);
	return ERROR_REFUSED;
}

static int drawio_read_geometry(struct drawio_cell *cell, const char *const *attributes, struct error *err)
{
	int failed = drawio_read_length(attributes, "x", &cell->x, err);

	cell->relative = drawio_read_flag(xml_attribute(attributes, "relative"));
	if (!failed)
		failed = drawio_read_length(attributes, "y", &cell->y, err);
	if (!failed)
		failed = drawio_read_length(attributes, "width", &cell->width, err);
	if (!failed)
		failed = drawio_read_length(attributes, "height", &cell->height, err);
	return failed;
}

/* Takes the point of an end of an arrow. */
static int drawio_read_point(struct drawio_cell *cell, const char *const *attributes, struct error *err)
{
	const char *as = xml_attribute(attributes, "as");
	int end = as && !strcmp(as, "targetPoint"), failed;

	if (!as || (!end && strcmp(as, "sourcePoint") != 0))
		return 0;
	failed = drawio_read_length(attributes, "x", &cell->ends[end].x, err);
	if (!failed)
		failed = drawio_read_length(attributes, "y", &cell->ends[end].y, err);
	cell->pointed[end] = true;
	return failed;
}

static int drawio_read_open(void *context, const char *name, const char *const *attributes, struct error *err)
{
	struct drawio_read *reader = context;

	name = drawio_read_element(name);
	if (!strcmp(name, "mxfile"))
		reader->known = true;
	if (!strcmp(name, "diagram"))
		drawio_read_page(reader, xml_attribute(attributes, "name"));
	if (!strcmp(name, "mxGraphModel") && !reader->sketch->pages.count)
		drawio_read_page(reader, NULL);
	if (!reader->within)
		return 0;
	if (!strcmp(name, "mxGraphModel"))
		reader->plain = true;
	if (!strcmp(name, "object") && !reader->wrapped) {
		drawio_read_attributes(&reader->outer, attributes);
		reader->wrapped = true;
	}
	if (!strcmp(name, "mxCell"))
		return drawio_read_cell(reader, attributes, err);
	if (reader->open && !strcmp(name, "mxGeometry"))
		return drawio_read_geometry(vec_last(&reader->scene.cells), attributes, err);
	if (reader->open && !strcmp(name, "mxPoint"))
		return drawio_read_point(vec_last(&reader->scene.cells), attributes, err);
	return 0;
}

static void drawio_read_text(void *context, const char *text, size_t len)
{
	struct drawio_read *reader = context;

	if (reader->within && !reader->plain)
		strbuf_add(&reader->packed, text, len);
}

static int drawio_read_close(void *context, const char *name, struct error *err);

static const struct xml_visitor drawio_visitor = {drawio_read_open, drawio_read_close, drawio_read_text};

/* Reads a page that was compressed. */
static int drawio_read_packed(struct drawio_read *reader, struct error *err)
{
	struct strbuf model = STRBUF_INIT, packed = reader->packed;
	int failed;

	reader->packed = (struct strbuf)STRBUF_INIT;
	failed = unpack_text(&model, packed.text, packed.len, err);
	if (!failed)
		failed = xml_read_bytes(model.text, model.len, &drawio_visitor, reader, err);
	strbuf_release(&packed);
	strbuf_release(&model);
	return failed;
}

static int drawio_read_close(void *context, const char *name, struct error *err)
{
	struct drawio_read *reader = context;
	int failed = 0;

	if (!strcmp(name, "mxCell"))
		reader->open = false;
	if (reader->wrapped && !strcmp(drawio_read_element(name), "object"))
		drawio_read_unwrap(reader);
	if (strcmp(name, "diagram") != 0 || !reader->within)
		return 0;
	if (!reader->plain && reader->packed.text[strspn(reader->packed.text, " \t\r\n")])
		failed = drawio_read_packed(reader, err);
	reader->within = false;
	return failed;
}

/* Says which pages there are, if the one that was asked for is none of them. */
static int drawio_read_refuse(const struct drawio_read *reader, struct error *err)
{
	struct strbuf names = STRBUF_INIT;

	if (!reader->known)
		return error_set(err, ERROR_REFUSED, _("not a drawing of draw.io"));
	if (!reader->page)
		return error_set(err, ERROR_REFUSED, _("the drawing has no page"));
	for (size_t i = 0; i < reader->sketch->pages.count && names.len < 200; i++)
		strbuf_addf(&names, i ? ", %s" : "%s", vec_get(&reader->sketch->pages, char *, i));
	error_set(err, ERROR_REFUSED, _("no page “%.40s”; it has: %s"), reader->page, names.text);
	strbuf_release(&names);
	return ERROR_REFUSED;
}

int drawio_read(FILE *in, const char *page, struct sketch *sketch, struct error *err)
{
	struct drawio_read reader = {
		.page = page, .sketch = sketch, .packed = STRBUF_INIT, .outer = {.tags = VEC_INIT(struct sketch_tag)}};
	int failed;

	drawio_scene_init(&reader.scene);
	failed = xml_read(in, &drawio_visitor, &reader, err);
	if (!failed && !reader.found)
		failed = drawio_read_refuse(&reader, err);
	if (!failed)
		failed = drawio_scene_sketch(&reader.scene, sketch, err);
	if (!failed)
		sketch_set(&sketch->title, vec_get(&sketch->pages, char *, sketch->page));
	drawio_scene_release(&reader.scene);
	drawio_cell_release(&reader.outer);
	strbuf_release(&reader.packed);
	return failed;
}
