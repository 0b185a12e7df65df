/*
 * d2: the board or its context map in the language D2.
 */
#include "format/format_rows.h"

#include "base/i18n.h"
#include "draw/palette.h"
#include "draw/theme.h"
#include "format/diagram.h"
#include "text/wrap.h"

/* D2 does not break lines itself. */
#define D2_LINE_CELLS 24

static const char *const d2_lines[DIAGRAM_LINES] = {
	[DIAGRAM_LINK] = "",
	[DIAGRAM_ORDER] = " {style.opacity: 0}",
	[DIAGRAM_SYNC] = "",
	[DIAGRAM_ASYNC] = " {style.stroke-dash: 5}",
	[DIAGRAM_UNKNOWN] = " {style.stroke-dash: 2}",
};

/* Prints TEXT in double quotes, broken into lines; in these only the quote, the backslash and "$" have a meaning. */
static void d2_quote(const char *text, FILE *out)
{
	struct strbuf wrapped = STRBUF_INIT;

	wrap_lines(&wrapped, text, D2_LINE_CELLS);
	fputc('"', out);
	for (const char *at = wrapped.text; *at; at++)
		if (*at == '\n')
			fputs("\\n", out);
		else
			fprintf(out, *at == '"' || *at == '\\' || *at == '$' ? "\\%c" : "%c", *at);
	fputc('"', out);
	strbuf_release(&wrapped);
}

static void d2_open_group(const struct diagram_group *group, FILE *out)
{
	diagram_print_name(group->name, out);
	fputs(": ", out);
	d2_quote(group->title, out);
	fputs(" {\n", out);
}

static void d2_close_group(FILE *out)
{
	fputs("}\n", out);
}

static void d2_box(const struct diagram_box *box, FILE *out)
{
	struct strbuf text = STRBUF_INIT;

	diagram_say_box(box, &text);
	fputs(box->group == DIAGRAM_ALONE ? "" : "  ", out);
	diagram_print_name(box->name, out);
	fputs(": ", out);
	d2_quote(text.text, out);
	if (box->sticky)
		fprintf(out, " {class: %s%s}", kind_token((enum kind)box->sticky->kind),
			box->sticky->pivotal ? "; style.stroke-width: 5" : "");
	fputc('\n', out);
	strbuf_release(&text);
}

static void d2_arrow(const struct diagram_arrow *arrow, FILE *out)
{
	struct strbuf text = STRBUF_INIT;

	diagram_print_path(arrow->source_group, arrow->source, out);
	fputs(" -> ", out);
	diagram_print_path(arrow->target_group, arrow->target, out);
	if (arrow->relation) {
		diagram_say_relation(arrow->relation, &text);
		fputs(": ", out);
		d2_quote(text.text, out);
	} else if (d2_lines[arrow->line][0]) {
		fputc(':', out);
	}
	fprintf(out, "%s\n", d2_lines[arrow->line]);
	strbuf_release(&text);
}

static const struct diagram_syntax d2_syntax = {d2_open_group, d2_close_group, d2_box, d2_arrow};

/* Prints the colours of the kinds on BOARD. */
static void d2_classes(const struct board *board, FILE *out)
{
	fputs("classes: {\n", out);
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		struct look look = theme_look(STYLE_KIND + kind, SCHEME_LIGHT);
		struct look mark = theme_look(STYLE_MARK + kind, SCHEME_LIGHT);

		if (board_count_kind(board, (enum kind)kind))
			fprintf(out, "  %s: {style: {fill: \"#%06x\"; font-color: \"#%06x\"; stroke: \"#%06x\"}}\n",
				kind_token((enum kind)kind), palette_rgb(look.background), palette_rgb(look.foreground),
				palette_rgb(mark.foreground));
	}
	fputs("}\n", out);
}

static int d2_export(const struct board *board, const struct format_options *options, FILE *out, struct error *err)
{
	struct diagram diagram;

	(void)err;
	diagram_make(&diagram, board, options->map);
	fputs("direction: right\n", out);
	if (board_title(board)[0]) {
		fputs("title: ", out);
		d2_quote(board_title(board), out);
		fputs(" {shape: text; near: top-center; style.font-size: 24}\n", out);
	}
	if (!options->map)
		d2_classes(board, out);
	diagram_print(&diagram, &d2_syntax, out);
	diagram_release(&diagram);
	return 0;
}

const struct format d2_format = {
	.name = "d2",
	.ending = ".d2",
	.map = true,
	.write = d2_export,
	.sentence = N_("a diagram as text for D2; or the context map"),
};
