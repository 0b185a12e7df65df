#include "import/drawing.h"

#include <string.h>

#include "base/i18n.h"
#include "import/drawn.h"
#include "json/excalidraw_read.h"
#include "json/jsoncanvas_read.h"
#include "sketch/drawio_read.h"

/* What may stand before the first element: a byte order mark of UTF-8 or UTF-16, the other half of a "<" in that, and
 * white space. */
static const char drawing_before[] = "\xef\xbb\xbf\xff\xfe \t\r\n";

bool drawing_begins_xml(FILE *in)
{
	long place = ftell(in);
	int byte = fgetc(in);

	for (int i = 0; i < 64 && (byte == 0 || (byte > 0 && strchr(drawing_before, byte))); i++)
		byte = fgetc(in);
	fseek(in, place, SEEK_SET);
	return byte == '<';
}

/* A drawing has no ids of stickies. */
static int drawing_refuse_update(const struct intake *intake, const char *name, struct error *err)
{
	if (!intake->options->update)
		return 0;
	return error_set(err, ERROR_USAGE, _("%s: --update takes a table or a board in JSON, not a drawing"), name);
}

int drawing_import_xml(struct intake *intake, FILE *in, const char *name, struct error *err)
{
	struct sketch sketch;
	int failed;

	if (drawing_refuse_update(intake, name, err))
		return ERROR_USAGE;
	sketch_init(&sketch);
	failed = drawio_read(in, intake->options->page, &sketch, err);
	if (failed)
		error_prefix(err, failed, "%s", name);
	else
		failed = drawn_import(intake, &sketch, name, err);
	sketch_release(&sketch);
	return failed;
}

bool drawing_is(const json_t *root)
{
	return excalidraw_read_is(root) || jsoncanvas_read_is(root);
}

int drawing_import_json(struct intake *intake, const json_t *root, const char *name, struct error *err)
{
	struct sketch sketch;
	int failed;

	if (drawing_refuse_update(intake, name, err))
		return ERROR_USAGE;
	sketch_init(&sketch);
	failed = excalidraw_read_is(root) ? excalidraw_read(root, &sketch, err) : jsoncanvas_read(root, &sketch, err);
	if (failed)
		error_prefix(err, failed, "%s", name);
	else
		failed = drawn_import(intake, &sketch, name, err);
	sketch_release(&sketch);
	return failed;
}
