#include "format/svg_paint.h"

#include <string.h>

#include "base/mem.h"
#include "draw/palette.h"
#include "draw/theme.h"
#include "text/utf8.h"
#include "text/width.h"
#include "text/xmltext.h"

/* The baseline in a cell, and a size at which the letters of most fonts are a cell wide. */
#define SVG_PAINT_BASE 12
#define SVG_PAINT_FONT                                                                         \
	"font-family=\"'DejaVu Sans Mono', Menlo, Consolas, 'NanumGothicCoding', monospace\" " \
	"font-size=\"13.3\""

/* Wide characters are as large as their two cells: most Korean fonts make them less wide than high, and readers
 * of a PDF take what is left of a cell for a blank from about an eighth of the size on. */
#define SVG_PAINT_WIDE " font-size=\"16\""

/* The title and an empty line below it. */
#define SVG_PAINT_TITLE_ROWS 2

unsigned svg_paint_ink(const struct svg_paint *paint, enum style style)
{
	return palette_rgb(theme_look(style, paint->scheme).foreground);
}

unsigned svg_paint_ground(const struct svg_paint *paint, enum style style)
{
	return palette_rgb(theme_look(style, paint->scheme).background);
}

void svg_paint_content(struct svg_paint *paint, const char *text)
{
	strbuf_reset(&paint->escaped);
	xmltext_escape(&paint->escaped, text, strlen(text));
	fwrite(paint->escaped.text, 1, paint->escaped.len, paint->out);
}

void svg_paint_init(struct svg_paint *paint, FILE *out, const struct svg_form *form, int width, int height)
{
	const char *title = form->title;
	int top = title[0] && !form->inlined ? SVG_PAINT_TITLE_ROWS : 0;
	int room = top ? width_of(title, strlen(title)) + 2 : 0;

	*paint = (struct svg_paint){
		.out = out, .scheme = form->light ? SCHEME_LIGHT : SCHEME_256, .escaped = STRBUF_INIT};
	width = (width > room ? width : room) * SVG_PAINT_ACROSS;
	height = (height + top) * SVG_PAINT_DOWN;
	if (form->wide) {
		width = width > height * 16 / 9 ? width : height * 16 / 9;
		height = height > width * 9 / 16 ? height : width * 9 / 16;
	}
	if (!form->inlined)
		fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", out);
	fprintf(out,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"%d\" height=\"%d\" "
		"viewBox=\"0 0 %d %d\" " SVG_PAINT_FONT ">\n<title>",
		width, height, width, height);
	svg_paint_content(paint, title);
	fprintf(out, "</title>\n<rect width=\"%d\" height=\"%d\" fill=\"#%06x\"/>\n", width, height,
		svg_paint_ground(paint, STYLE_BOARD));
	if (top)
		svg_paint_text(paint, 1, 0, title, strlen(title), STYLE_KEY);
	fprintf(out, "<g transform=\"translate(0 %d)\">\n", top * SVG_PAINT_DOWN);
}

void svg_paint_release(struct svg_paint *paint)
{
	fputs("</g>\n</svg>\n", paint->out);
	strbuf_release(&paint->escaped);
}

void svg_paint_fill(struct svg_paint *paint, int x, int y, int width, int height, enum style style)
{
	fprintf(paint->out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#%06x\"/>\n",
		x * SVG_PAINT_ACROSS, y * SVG_PAINT_DOWN, width * SVG_PAINT_ACROSS, height * SVG_PAINT_DOWN,
		svg_paint_ground(paint, style));
}

/* Is CODE of a right-to-left script? */
static bool svg_paint_is_leftward(int32_t code)
{
	return (code >= 0x590 && code <= 0x8ff) || (code >= 0xfb1d && code <= 0xfdff) ||
	       (code >= 0xfe70 && code <= 0xfeff) || (code >= 0x10800 && code <= 0x10fff) ||
	       (code >= 0x1e800 && code <= 0x1efff);
}

/* Viewers reorder right-to-left words, so a line with any is not split into words. */
static bool svg_paint_has_leftward(const char *text, size_t len)
{
	size_t used;
	int32_t code;

	for (size_t at = 0; at < len; at += used) {
		used = utf8_decode(text + at, len - at, &code);
		if (svg_paint_is_leftward(code))
			return true;
	}
	return false;
}

/* The bytes of the run at TEXT: a wide character, or everything up to the next one or a blank; with WHOLE, all. */
static size_t svg_paint_run(const char *text, size_t len, bool whole, int *cells)
{
	size_t run = 0;

	*cells = 0;
	if (whole) {
		*cells = width_of(text, len);
		return len;
	}
	while (run < len && text[run] != ' ') {
		size_t used = utf8_cluster(text + run, len - run);
		int wide = width_of(text + run, used);

		if (wide > 1 && run)
			break;
		run += used;
		*cells += wide;
		if (wide > 1)
			break;
	}
	return run;
}

void svg_paint_text(struct svg_paint *paint, int x, int y, const char *text, size_t len, enum style style)
{
	bool whole = svg_paint_has_leftward(text, len), any = false;
	struct strbuf *out = &paint->escaped;
	size_t run;
	int cells;

	strbuf_reset(out);
	for (size_t at = 0; at < len; at += run, x += cells) {
		run = svg_paint_run(text + at, len - at, whole, &cells);
		if (!run) {
			strbuf_addstr(out, any ? " " : "");
			run = 1;
			cells = 1;
			continue;
		}
		any = true;
		strbuf_addf(out, "<tspan x=\"%d\"%s>", x * SVG_PAINT_ACROSS,
			whole || utf8_cluster(text + at, run) < run || cells < 2 ? "" : SVG_PAINT_WIDE);
		xmltext_escape(out, text + at, run);
		strbuf_addstr(out, "</tspan>");
	}
	if (any)
		fprintf(paint->out, "<text y=\"%d\" fill=\"#%06x\"%s>%s</text>\n", y * SVG_PAINT_DOWN + SVG_PAINT_BASE,
			svg_paint_ink(paint, style),
			theme_look(style, paint->scheme).attributes & LOOK_BOLD ? " font-weight=\"bold\"" : "",
			out->text);
}

void svg_paint_fitted(struct svg_paint *paint, int x, int y, int room, const char *text, enum style style)
{
	int cells = width_of(text, strlen(text));
	double scale = room > 0 ? (double)room / cells : 1;

	if (cells <= room || room < 1) {
		svg_paint_text(paint, x, y, text, strlen(text), style);
		return;
	}
	fprintf(paint->out, "<g transform=\"translate(%d %d) scale(%.3f)\">\n", x * SVG_PAINT_ACROSS,
		y * SVG_PAINT_DOWN + (int)(SVG_PAINT_BASE * (1 - scale)), scale);
	svg_paint_text(paint, 0, 0, text, strlen(text), style);
	fputs("</g>\n", paint->out);
}

void svg_paint_scene(struct svg_paint *paint, const struct scene *scene)
{
	for (size_t i = 0; i < scene->marks.count; i++) {
		const struct mark *mark = vec_at(&scene->marks, i);
		const char *text = scene->pool.text + mark->text;

		if (mark->type == MARK_FILL)
			svg_paint_fill(paint, mark->x, mark->y, mark->width, mark->height, mark->style);
		else if (mark->type == MARK_TEXT)
			svg_paint_text(paint, mark->x, mark->y, text, width_fit(text, mark->len, mark->width, NULL),
				mark->style);
	}
}
