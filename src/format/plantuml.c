/*
 * plantuml: the board or its context map in the language of PlantUML.
 */
#include "format/format_rows.h"

#include <string.h>

#include "base/i18n.h"
#include "draw/palette.h"
#include "draw/theme.h"
#include "format/diagram.h"
#include "text/wrap.h"

/* PlantUML does not break lines itself. */
#define PLANTUML_LINE_CELLS 24
#define PLANTUML_TITLE_CELLS 72

static const char *const plantuml_lines[DIAGRAM_LINES] = {
	[DIAGRAM_LINK] = "-->",
	[DIAGRAM_ORDER] = "-[hidden]->",
	[DIAGRAM_SYNC] = "-->",
	[DIAGRAM_ASYNC] = "-[dashed]->",
	[DIAGRAM_UNKNOWN] = "-[dotted]->",
};

static bool plantuml_is_plain(unsigned char byte)
{
	return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
	       byte >= 0x80 || strchr(" ,.:()?", byte);
}

/* Prints TEXT for a label, broken into lines. Most signs can be markup, or begin a macro, so they are numbers. */
static void plantuml_text(const char *text, int cells, FILE *out)
{
	struct strbuf wrapped = STRBUF_INIT;

	wrap_lines(&wrapped, text, cells);
	for (const char *at = wrapped.text; *at; at++) {
		unsigned char byte = (unsigned char)*at;

		if (byte == '\n')
			fputs("\\n", out);
		else
			fprintf(out, plantuml_is_plain(byte) ? "%c" : "<U+%04X>", byte);
	}
	strbuf_release(&wrapped);
}

static void plantuml_open_group(const struct diagram_group *group, FILE *out)
{
	fputs("rectangle \"", out);
	plantuml_text(group->title, PLANTUML_TITLE_CELLS, out);
	fputs("\" as ", out);
	diagram_print_name(group->name, out);
	fputs(" {\n", out);
}

static void plantuml_close_group(FILE *out)
{
	fputs("}\n", out);
}

static void plantuml_box(const struct diagram_box *box, FILE *out)
{
	struct strbuf text = STRBUF_INIT;

	diagram_say_box(box, &text);
	fprintf(out, "%s%s \"", box->group == DIAGRAM_ALONE ? "" : "  ", box->sticky ? "card" : "rectangle");
	plantuml_text(text.text, PLANTUML_LINE_CELLS, out);
	fputs("\" as ", out);
	diagram_print_name(box->name, out);
	if (box->sticky)
		fprintf(out, " <<%s>>", kind_token((enum kind)box->sticky->kind));
	fputc('\n', out);
	strbuf_release(&text);
}

static void plantuml_arrow(const struct diagram_arrow *arrow, FILE *out)
{
	struct strbuf text = STRBUF_INIT;

	diagram_print_name(arrow->source, out);
	fprintf(out, " %s ", plantuml_lines[arrow->line]);
	diagram_print_name(arrow->target, out);
	if (arrow->relation) {
		diagram_say_relation(arrow->relation, &text);
		fputs(" : ", out);
		plantuml_text(text.text, PLANTUML_LINE_CELLS, out);
	}
	fputc('\n', out);
	strbuf_release(&text);
}

static const struct diagram_syntax plantuml_syntax = {
	plantuml_open_group, plantuml_close_group, plantuml_box, plantuml_arrow};

/* Prints the colours of the kinds on BOARD. */
static void plantuml_skin(const struct board *board, FILE *out)
{
	fputs("hide stereotype\nskinparam card {\n", out);
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		struct look look = theme_look(STYLE_KIND + kind, SCHEME_LIGHT);
		struct look mark = theme_look(STYLE_MARK + kind, SCHEME_LIGHT);
		const char *token = kind_token((enum kind)kind);

		if (board_count_kind(board, (enum kind)kind))
			fprintf(out,
				"  BackgroundColor<<%s>> #%06X\n  FontColor<<%s>> #%06X\n  BorderColor<<%s>> #%06X\n",
				token, palette_rgb(look.background), token, palette_rgb(look.foreground), token,
				palette_rgb(mark.foreground));
	}
	fputs("}\n", out);
}

static int plantuml_export(
	const struct board *board, const struct format_options *options, FILE *out, struct error *err)
{
	struct diagram diagram;

	(void)err;
	diagram_make(&diagram, board, options->map);
	fputs("@startuml\n", out);
	if (board_title(board)[0]) {
		fputs("title ", out);
		plantuml_text(board_title(board), PLANTUML_TITLE_CELLS, out);
		fputc('\n', out);
	}
	fputs("left to right direction\nskinparam shadowing false\n", out);
	if (!options->map)
		plantuml_skin(board, out);
	diagram_print(&diagram, &plantuml_syntax, out);
	fputs("@enduml\n", out);
	diagram_release(&diagram);
	return 0;
}

const struct format plantuml_format = {
	.name = "plantuml",
	.ending = ".puml",
	.map = true,
	.write = plantuml_export,
	.sentence = N_("a diagram as text for PlantUML; or the context map"),
};
