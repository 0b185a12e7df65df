/*
 * likec4: the board or its context map as a model for LikeC4, with a view of all and one of each context.
 */
#include "format/format_rows.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "draw/palette.h"
#include "draw/theme.h"
#include "format/diagram.h"

static const char *const likec4_lines[DIAGRAM_LINES] = {
	[DIAGRAM_LINK] = "leads",
	[DIAGRAM_ORDER] = NULL,
	[DIAGRAM_SYNC] = "sync",
	[DIAGRAM_ASYNC] = "async",
	[DIAGRAM_UNKNOWN] = "unknown",
};

/* Prints TEXT in single quotes. */
static void likec4_quote(const char *text, FILE *out)
{
	fputc('\'', out);
	for (; *text; text++)
		if (*text == '\n')
			fputs("\\n", out);
		else
			fprintf(out, *text == '\'' || *text == '\\' ? "\\%c" : "%c", *text);
	fputc('\'', out);
}

static void likec4_open_group(const struct diagram_group *group, FILE *out)
{
	fputs("  ", out);
	diagram_print_name(group->name, out);
	fprintf(out, " = %s ", group->name.letter == 'c' ? "context" : "phase");
	likec4_quote(group->title, out);
	fputs(" {\n", out);
}

static void likec4_close_group(FILE *out)
{
	fputs("  }\n", out);
}

static void likec4_box(const struct diagram_box *box, FILE *out)
{
	const char *text = box->context ? box->context->name : box->sticky->text;

	fputs(box->group == DIAGRAM_ALONE ? "  " : "    ", out);
	diagram_print_name(box->name, out);
	fprintf(out, " = %s ", box->sticky ? kind_token((enum kind)box->sticky->kind) : "context");
	likec4_quote(text ? text : "", out);
	fputc('\n', out);
}

static void likec4_arrow(const struct diagram_arrow *arrow, FILE *out)
{
	/* nothing is related to itself there */
	if (!likec4_lines[arrow->line] || arrow->source.id == arrow->target.id)
		return;
	fputs("  ", out);
	diagram_print_path(arrow->source_group, arrow->source, out);
	fprintf(out, " -[%s]-> ", likec4_lines[arrow->line]);
	diagram_print_path(arrow->target_group, arrow->target, out);
	if (arrow->relation && arrow->relation->label) {
		fputc(' ', out);
		likec4_quote(arrow->relation->label, out);
	}
	fputc('\n', out);
}

static const struct diagram_syntax likec4_syntax = {likec4_open_group, likec4_close_group, likec4_box, likec4_arrow};

/* Prints the kinds of elements and relations, in their colours. */
static void likec4_specification(FILE *out)
{
	fputs("specification {\n", out);
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		const char *token = kind_token((enum kind)kind);
		unsigned rgb = palette_rgb(theme_look(STYLE_KIND + kind, SCHEME_LIGHT).background);

		fprintf(out, "  color c-%s #%06x\n  element %s {\n    style {\n      color c-%s\n    }\n  }\n", token,
			rgb, token, token);
	}
	fputs("  element context\n  element phase\n  relationship leads\n  relationship sync\n"
	      "  relationship async {\n    line dashed\n  }\n  relationship unknown {\n    line dotted\n  }\n}\n",
		out);
}

/* Prints a view of everything, and one of each group. */
static void likec4_views(const struct diagram *diagram, const char *title, FILE *out)
{
	fputs("views {\n  view index {\n", out);
	if (title[strspn(title, " ")]) {
		fputs("    title ", out);
		likec4_quote(title, out);
		fputc('\n', out);
	}
	fputs("    include *", out);
	for (size_t i = 0; i < diagram->groups.count; i++) {
		fputs(", ", out);
		diagram_print_name(((const struct diagram_group *)vec_at(&diagram->groups, i))->name, out);
		fputs(".*", out);
	}
	fputs("\n  }\n", out);
	for (size_t i = 0; i < diagram->groups.count; i++) {
		const struct diagram_group *group = vec_at(&diagram->groups, i);

		fputs("  view of_", out);
		diagram_print_name(group->name, out);
		fputs(" of ", out);
		diagram_print_name(group->name, out);
		fputs(" {\n    include *\n  }\n", out);
	}
	fputs("}\n", out);
}

static int likec4_export(const struct board *board, const struct format_options *options, FILE *out, struct error *err)
{
	struct diagram diagram;

	(void)err;
	diagram_make(&diagram, board, options->map);
	likec4_specification(out);
	fputs("model {\n", out);
	diagram_print(&diagram, &likec4_syntax, out);
	fputs("}\n", out);
	likec4_views(&diagram, board_title(board), out);
	diagram_release(&diagram);
	return 0;
}

const struct format likec4_format = {
	.name = "likec4",
	.ending = ".c4",
	.map = true,
	.write = likec4_export,
	.sentence = N_("a model as text for LikeC4; or the context map"),
};
