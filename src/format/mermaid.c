/*
 * mermaid: the board or its context map as a Mermaid flowchart, which forges and wikis render.
 */
#include "format/format_rows.h"

#include <string.h>

#include "base/i18n.h"
#include "draw/palette.h"
#include "draw/theme.h"
#include "format/diagram.h"

/* The two halves of each kind of line; its label goes between them. */
static const char *const mermaid_lines[DIAGRAM_LINES] = {
	[DIAGRAM_LINK] = "-->",
	[DIAGRAM_ORDER] = "~~~",
	[DIAGRAM_SYNC] = "-->",
	[DIAGRAM_ASYNC] = "-.->",
	[DIAGRAM_UNKNOWN] = "-.->",
};

static bool mermaid_is_word(unsigned char byte)
{
	return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
	       byte >= 0x80;
}

/* Appends TEXT, escaped for a quoted label. Everything that Mermaid, the Markdown in it or a browser might interpret
 * becomes a character number: of ASCII only letters, digits and, within a line, some marks stay. A dot stays only at
 * the end of a sentence, since before a word it makes an address, and after a number a list. A colon before a blank
 * stays too, for people who read the source or use a program that does not decode numbers. */
static void mermaid_text(struct strbuf *out, const char *text)
{
	bool within = false; /* does the line have a letter already? */

	for (const char *at = text; *at; at++) {
		unsigned char byte = (unsigned char)*at;

		if (byte == '\n')
			strbuf_addstr(out, "<br/>");
		else if (byte == ' ' || mermaid_is_word(byte) || (within && strchr(",?!()'/-", byte)) ||
			 (within && byte == '.' && !mermaid_is_word((unsigned char)at[1])) ||
			 (within && byte == ':' && at[1] == ' '))
			strbuf_addch(out, (char)byte);
		else
			strbuf_addf(out, "#%d;", byte);
		within = byte != '\n' && (within || (mermaid_is_word(byte) && byte > '9'));
	}
}

/* Prints TEXT as a quoted label. */
static void mermaid_quote(const char *text, FILE *out)
{
	struct strbuf quoted = STRBUF_INIT;

	mermaid_text(&quoted, text);
	fprintf(out, "\"%s\"", quoted.text);
	strbuf_release(&quoted);
}

static void mermaid_open_group(const struct diagram_group *group, FILE *out)
{
	fputs("    subgraph ", out);
	diagram_print_name(group->name, out);
	fputc('[', out);
	mermaid_quote(group->title, out);
	fputs("]\n", out);
}

static void mermaid_close_group(FILE *out)
{
	fputs("    end\n", out);
}

static void mermaid_box(const struct diagram_box *box, FILE *out)
{
	struct strbuf text = STRBUF_INIT;

	diagram_say_box(box, &text);
	fputs(box->group == DIAGRAM_ALONE ? "    " : "        ", out);
	diagram_print_name(box->name, out);
	fputc('[', out);
	mermaid_quote(text.text, out);
	fprintf(out, "]:::%s\n", box->sticky ? kind_token((enum kind)box->sticky->kind) : "context");
	strbuf_release(&text);
}

static void mermaid_arrow(const struct diagram_arrow *arrow, FILE *out)
{
	struct strbuf text = STRBUF_INIT;

	fputs("    ", out);
	diagram_print_name(arrow->source, out);
	fprintf(out, " %s", mermaid_lines[arrow->line]);
	if (arrow->relation) {
		diagram_say_relation(arrow->relation, &text);
		fputc('|', out);
		mermaid_quote(text.text, out);
		fputc('|', out);
	}
	fputc(' ', out);
	diagram_print_name(arrow->target, out);
	fputc('\n', out);
	strbuf_release(&text);
}

static const struct diagram_syntax mermaid_syntax = {
	mermaid_open_group, mermaid_close_group, mermaid_box, mermaid_arrow};

/* Appends TITLE with wide angle brackets if it has a "<": Mermaid removes HTML elements from a title, but shows
 * entities as written. */
static void mermaid_untag(struct strbuf *out, const char *title)
{
	bool tags = strchr(title, '<');

	for (; *title; title++)
		if (tags && *title == '<')
			strbuf_addstr(out, "\xef\xbc\x9c");
		else if (tags && *title == '>')
			strbuf_addstr(out, "\xef\xbc\x9e");
		else
			strbuf_addch(out, *title);
}

/* Prints the title as YAML front matter, quoted as in JSON. */
static void mermaid_title(const char *title, FILE *out)
{
	struct strbuf plain = STRBUF_INIT;

	if (!title[0])
		return;
	mermaid_untag(&plain, title);
	fputs("---\ntitle: \"", out);
	for (const char *at = plain.text; *at; at++)
		if (strchr("\"\\&", *at))
			fprintf(out, "\\u%04x", (unsigned char)*at);
		else
			fputc(*at, out);
	fputs("\"\n---\n", out);
	strbuf_release(&plain);
}

/* Prints the colours of the kinds on BOARD. */
static void mermaid_classes(const struct board *board, FILE *out)
{
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		struct look look = theme_look(STYLE_KIND + kind, SCHEME_256);
		struct look mark = theme_look(STYLE_MARK + kind, SCHEME_256);

		if (board_count_kind(board, (enum kind)kind))
			fprintf(out, "    classDef %s fill:#%06x,color:#%06x,stroke:#%06x\n",
				kind_token((enum kind)kind), palette_rgb(look.background), palette_rgb(look.foreground),
				palette_rgb(mark.foreground));
	}
}

/* Prints a heavier border for pivotal events. */
static void mermaid_pivotal(const struct diagram *diagram, FILE *out)
{
	bool any = false;

	for (size_t i = 0; i < diagram->boxes.count; i++) {
		const struct diagram_box *box = vec_at(&diagram->boxes, i);

		if (!box->sticky || !box->sticky->pivotal)
			continue;
		fputs(any ? "," : "    class ", out);
		diagram_print_name(box->name, out);
		any = true;
	}
	if (any)
		fputs(" pivotal\n    classDef pivotal stroke-width:4px\n", out);
}

static int mermaid_export(const struct board *board, const struct format_options *options, FILE *out, struct error *err)
{
	struct diagram diagram;

	(void)err;
	diagram_make(&diagram, board, options->map);
	mermaid_title(board_title(board), out);
	fputs("flowchart LR\n", out);
	diagram_print(&diagram, &mermaid_syntax, out);
	mermaid_pivotal(&diagram, out);
	if (options->map)
		fputs("    classDef context fill:#f4f4f4,color:#000000,stroke:#606060\n", out);
	else
		mermaid_classes(board, out);
	diagram_release(&diagram);
	return 0;
}

const struct format mermaid_format = {
	.name = "mermaid",
	.ending = ".mmd",
	.map = true,
	.write = mermaid_export,
	.sentence = N_("a flowchart for wikis and code forges; or the context map"),
};
