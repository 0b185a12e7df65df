/*
 * dot: the board or its context map in the language of Graphviz.
 */
#include "format/format_rows.h"

#include "base/i18n.h"
#include "draw/palette.h"
#include "draw/theme.h"
#include "format/diagram.h"
#include "text/clean.h"
#include "text/wrap.h"

/* The longest quoted string that Graphviz reads. A character of a text becomes at most 8 bytes: 4 of its own or
 * "&amp;", and a line end of two; some are left for what comes before and after. */
#define DOT_STRING_BYTES 16384
_Static_assert(CLEAN_MOST_CHARACTERS * 8 + 256 < DOT_STRING_BYTES, "texts fit into strings");

/* Graphviz does not break lines itself. */
#define DOT_LINE_CELLS 24
#define DOT_TITLE_CELLS 72

static const char *const dot_lines[DIAGRAM_LINES] = {
	[DIAGRAM_LINK] = "",
	[DIAGRAM_ORDER] = "style=invis",
	[DIAGRAM_SYNC] = "style=solid",
	[DIAGRAM_ASYNC] = "style=dashed",
	[DIAGRAM_UNKNOWN] = "style=dotted",
};

/* Prints TEXT as a quoted string, broken into lines of at most CELLS cells. */
static void dot_quote(const char *text, int cells, FILE *out)
{
	struct strbuf wrapped = STRBUF_INIT;

	wrap_lines(&wrapped, text, cells);
	fputc('"', out);
	for (const char *at = wrapped.text; *at; at++)
		if (*at == '\n')
			fputs("\\n", out);
		else if (*at == '&')
			fputs("&amp;", out);
		else
			fprintf(out, *at == '"' || *at == '\\' ? "\\%c" : "%c", *at);
	fputc('"', out);
	strbuf_release(&wrapped);
}

static void dot_open_group(const struct diagram_group *group, FILE *out)
{
	fputs("\tsubgraph cluster_", out);
	diagram_print_name(group->name, out);
	fputs(" {\n\t\tlabel=", out);
	dot_quote(group->title, DOT_TITLE_CELLS, out);
	fputc('\n', out);
}

static void dot_close_group(FILE *out)
{
	fputs("\t}\n", out);
}

/* Prints the colours of a sticky, and a heavier border for a pivotal event. */
static void dot_look(const struct sticky *sticky, FILE *out)
{
	struct look look = theme_look(STYLE_KIND + sticky->kind, SCHEME_256);
	struct look mark = theme_look(STYLE_MARK + sticky->kind, SCHEME_256);

	fprintf(out, " fillcolor=\"#%06x\" fontcolor=\"#%06x\" color=\"#%06x\"%s", palette_rgb(look.background),
		palette_rgb(look.foreground), palette_rgb(mark.foreground), sticky->pivotal ? " penwidth=3" : "");
}

static void dot_box(const struct diagram_box *box, FILE *out)
{
	struct strbuf text = STRBUF_INIT;

	diagram_say_box(box, &text);
	fputs(box->group == DIAGRAM_ALONE ? "\t" : "\t\t", out);
	diagram_print_name(box->name, out);
	fputs(" [label=", out);
	dot_quote(text.text, DOT_LINE_CELLS, out);
	if (box->sticky)
		dot_look(box->sticky, out);
	fputs("]\n", out);
	strbuf_release(&text);
}

static void dot_arrow(const struct diagram_arrow *arrow, FILE *out)
{
	struct strbuf text = STRBUF_INIT;

	fputc('\t', out);
	diagram_print_name(arrow->source, out);
	fputs(" -> ", out);
	diagram_print_name(arrow->target, out);
	if (arrow->relation) {
		diagram_say_relation(arrow->relation, &text);
		fprintf(out, " [%s label=", dot_lines[arrow->line]);
		dot_quote(text.text, DOT_LINE_CELLS, out);
		fputc(']', out);
	} else if (dot_lines[arrow->line][0]) {
		fprintf(out, " [%s]", dot_lines[arrow->line]);
	}
	fputc('\n', out);
	strbuf_release(&text);
}

static const struct diagram_syntax dot_syntax = {dot_open_group, dot_close_group, dot_box, dot_arrow};

static int dot_export(const struct board *board, const struct format_options *options, FILE *out, struct error *err)
{
	struct diagram diagram;

	(void)err;
	diagram_make(&diagram, board, options->map);
	/* One statement per attribute: graphlib-dot 1.0.2, which dagre uses, does not accept "graph [...]". */
	fputs("digraph board {\n"
	      "\trankdir=LR\n"
	      "\tcharset=\"UTF-8\"\n"
	      "\tfontname=\"sans-serif\"\n"
	      "\tlabelloc=t\n"
	      "\tlabel=",
		out);
	dot_quote(board_title(board), DOT_TITLE_CELLS, out);
	fputs("\n"
	      "\tnode [shape=box style=filled fillcolor=\"#f4f4f4\" fontname=\"sans-serif\"]\n"
	      "\tedge [fontname=\"sans-serif\"]\n",
		out);
	diagram_print(&diagram, &dot_syntax, out);
	fputs("}\n", out);
	diagram_release(&diagram);
	return 0;
}

const struct format dot_format = {
	.name = "dot",
	.ending = ".dot",
	.map = true,
	.write = dot_export,
	.sentence = N_("a graph for Graphviz; or the context map"),
};
