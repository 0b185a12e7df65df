/*
 * svg: the board as on the canvas, or its context map, as a picture; or a folder of pictures for slides, a page each.
 */
#include "format/format_rows.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "format/bundle.h"
#include "format/svg_board.h"
#include "format/svg_map.h"
#include "format/svg_pages.h"

/* What a slide holds, so that its letters are readable from the back of the room. */
#define SVG_SLIDE     \
	{             \
		7, 40 \
	}

/* A folder of slides being written. */
struct svg_slides {
	const struct board *board;
	const struct format_options *options;
	struct svg_pages pages;
	struct vec names; /* of char *, of the files */
};

/* The title of slide AT: "The shop · Ordering · 2/5". */
static void svg_slide_title(const struct svg_slides *slides, size_t at, struct strbuf *out)
{
	struct strbuf phases = STRBUF_INIT;

	strbuf_addstr(out, board_title(slides->board));
	svg_pages_name(&slides->pages, at, &phases);
	if (phases.len)
		strbuf_addf(out, "%s%s", out->len ? " · " : "", phases.text);
	strbuf_addf(out, "%s%zu/%zu", out->len ? " · " : "", at + 1, slides->pages.parts.count);
	strbuf_release(&phases);
}

static int svg_slide_write(void *context, size_t at, FILE *out, struct error *err)
{
	const struct svg_slides *slides = context;
	struct strbuf title = STRBUF_INIT;
	struct svg_form form = {.light = slides->options->light, .wide = true};

	(void)err;
	if (at < slides->pages.parts.count)
		svg_slide_title(slides, at, &title);
	else
		strbuf_addstr(&title, board_title(slides->board));
	form.title = title.text;
	if (at < slides->pages.parts.count)
		svg_board_write_page(&slides->pages, at, &form, true, out);
	else
		svg_map_write(slides->board, &form, out);
	strbuf_release(&title);
	return 0;
}

/* Writes the pages of the board and, if it has contexts, the map. */
static int svg_export_folder(const struct board *board, struct store *store, const struct format_options *options,
	const char *path, struct error *err)
{
	struct svg_slides slides = {.board = board, .options = options, .names = VEC_INIT(char *)};
	struct bundle bundle = {.write = svg_slide_write, .context = &slides};
	int failed;

	(void)store;
	svg_pages_init(&slides.pages, board, (struct svg_pages_size)SVG_SLIDE);
	for (size_t i = 0; i < slides.pages.parts.count; i++) {
		struct strbuf name = STRBUF_INIT;

		strbuf_addf(&name, "page-%02zu.svg", i + 1);
		vec_add(&slides.names, char *) = strbuf_detach(&name);
	}
	if (board_count(board, ENTITY_CONTEXT))
		vec_add(&slides.names, char *) = mem_strdup("map.svg");
	bundle.names = slides.names.items;
	bundle.count = slides.names.count;
	failed = bundle_write(&bundle, path, err);
	svg_pages_release(&slides.pages);
	vec_release_strings(&slides.names);
	return failed;
}

static int svg_export(const struct board *board, const struct format_options *options, FILE *out, struct error *err)
{
	const struct svg_form form = {.title = board_title(board), .light = options->light};

	(void)err;
	if (options->map)
		svg_map_write(board, &form, out);
	else
		svg_board_write(board, &form, out);
	return 0;
}

const struct format svg_format = {
	.name = "svg",
	.ending = ".svg",
	.map = true,
	.whole = true,
	.write = svg_export,
	.write_folder = svg_export_folder,
	.pages = true,
	.sentence = N_("a picture of the whole board; or of the context map; --pages: slides"),
};
