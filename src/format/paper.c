#include "format/paper.h"

#include <stdarg.h>
#include <string.h>

#include "base/i18n.h"
#include "format/paper_style.h"
#include "text/utf8.h"
#include "text/xmltext.h"

/* A title longer than this does not fit the tab of a browser. Validators count what is in the file, where a character
 * reference such as "&quot;" is several characters. */
#define PAPER_TITLE_CHARACTERS 70
#define PAPER_REFERENCE_CHARACTERS 6

void paper_init(struct paper *paper, FILE *out, bool html)
{
	*paper = (struct paper){.out = out, .html = html, .scratch = STRBUF_INIT};
}

void paper_release(struct paper *paper)
{
	strbuf_release(&paper->scratch);
}

/* Writes LEN bytes of TEXT; in HTML, its lines stay lines. */
static void paper_write(struct paper *paper, const char *text, size_t len, bool lines)
{
	struct strbuf *out = &paper->scratch;

	strbuf_reset(out);
	while (len) {
		const char *end = memchr(text, '\n', len);
		size_t line = end ? (size_t)(end - text) : len;

		xmltext_escape(out, text, line);
		if (end)
			strbuf_addstr(out, lines ? "<br>" : " ");
		len -= line + (end ? 1 : 0);
		text += line + (end ? 1 : 0);
	}
	fwrite(out->text, 1, out->len, paper->out);
}

void paper_text(struct paper *paper, const char *text)
{
	if (!text)
		return;
	if (paper->html) {
		paper_write(paper, text, strlen(text), true);
		return;
	}
	strbuf_reset(&paper->scratch);
	markdown_text(&paper->scratch, text);
	fwrite(paper->scratch.text, 1, paper->scratch.len, paper->out);
}

void paper_textf(struct paper *paper, const char *format, ...)
{
	struct strbuf text = STRBUF_INIT;
	va_list args;

	va_start(args, format);
	strbuf_vaddf(&text, format, args);
	va_end(args);
	paper_text(paper, text.text);
	strbuf_release(&text);
}

void paper_strong(struct paper *paper, const char *text)
{
	fputs(paper->html ? "<strong>" : "**", paper->out);
	paper_text(paper, text);
	fputs(paper->html ? "</strong>" : "**", paper->out);
}

void paper_link(struct paper *paper, const char *anchor, const char *text)
{
	if (!paper->html) {
		paper_text(paper, text);
		return;
	}
	fprintf(paper->out, "<a href=\"#%s\">", anchor);
	paper_text(paper, text);
	fputs("</a>", paper->out);
}

void paper_begin(struct paper *paper, const char *title)
{
	struct strbuf short_title = STRBUF_INIT;
	size_t count = 0, used;

	if (!paper->html)
		return;
	for (const char *at = title; *at && count < PAPER_TITLE_CHARACTERS; at += used) {
		used = utf8_cluster(at, strlen(at));
		count += strchr("&<>\"", *at) ? PAPER_REFERENCE_CHARACTERS : 1;
		if (count > PAPER_TITLE_CHARACTERS)
			break;
		strbuf_add(&short_title, at, used);
	}
	/* TRANSLATORS: the code of the language that you translate into, such as fr */
	fprintf(paper->out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", _("en"));
	fputs("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	      "<meta name=\"generator\" content=\"evstorm\">\n<title>",
		paper->out);
	paper_write(paper, short_title.text, short_title.len, false);
	fprintf(paper->out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<main>\n", paper_style);
	strbuf_release(&short_title);
}

void paper_end(struct paper *paper)
{
	paper_close(paper);
	if (paper->html)
		fputs("</main>\n</body>\n</html>\n", paper->out);
}

void paper_close(struct paper *paper)
{
	if (!paper->depth)
		return;
	for (; paper->html && paper->depth; paper->depth--)
		fputs("</li>\n</ul>\n", paper->out);
	if (paper->depth)
		fputc('\n', paper->out);
	paper->depth = 0;
}

void paper_anchor(struct paper *paper, const char *name)
{
	paper->anchor = name;
}

void paper_sheet(struct paper *paper)
{
	paper->sheet = true;
}

void paper_heading(struct paper *paper, int level, const char *text)
{
	paper_close(paper);
	if (!paper->html) {
		fprintf(paper->out, "%.*s ", level, "######");
		paper_text(paper, text);
		fputs("\n\n", paper->out);
		return;
	}
	fprintf(paper->out, "<h%d", level);
	if (paper->anchor)
		fprintf(paper->out, " id=\"%s\"", paper->anchor);
	fputs(paper->sheet ? " class=\"sheet\">" : ">", paper->out);
	paper_write(paper, text, strlen(text), false);
	fprintf(paper->out, "</h%d>\n", level);
	paper->anchor = NULL;
	paper->sheet = false;
}

void paper_begin_item(struct paper *paper, int depth)
{
	if (!paper->html) {
		fprintf(paper->out, "%*s- ", 2 * depth, "");
		paper->depth = depth + 1;
		return;
	}
	if (paper->depth > depth) {
		for (; paper->depth > depth + 1; paper->depth--)
			fputs("</li>\n</ul>\n", paper->out);
		fputs("</li>\n<li>", paper->out);
		return;
	}
	for (; paper->depth <= depth; paper->depth++)
		fputs(paper->depth ? "\n<ul>\n<li>" : "<ul>\n<li>", paper->out);
}

void paper_end_item(struct paper *paper)
{
	if (!paper->html)
		fputc('\n', paper->out);
}

void paper_begin_paragraph(struct paper *paper)
{
	paper_close(paper);
	if (paper->html)
		fputs("<p>", paper->out);
}

void paper_end_paragraph(struct paper *paper)
{
	fputs(paper->html ? "</p>\n" : "\n\n", paper->out);
}

void paper_item(struct paper *paper, int depth, const char *label, const char *text)
{
	if (!text || !*text)
		return;
	paper_begin_item(paper, depth);
	paper_text(paper, label);
	fputs(": ", paper->out);
	paper_text(paper, text);
	paper_end_item(paper);
}

void paper_group(struct paper *paper, int depth, const char *label)
{
	paper_begin_item(paper, depth);
	paper_text(paper, label);
	paper_text(paper, ":");
	paper_end_item(paper);
}

void paper_paragraph(struct paper *paper, const char *text)
{
	paper_begin_paragraph(paper);
	paper_text(paper, text);
	paper_end_paragraph(paper);
}

/* Writes cell AT of a table in HTML. */
static void paper_cell(struct paper *paper, const struct markdown_table *table, size_t at)
{
	const char *name = at < table->columns ? "th" : "td";

	fprintf(paper->out, "<%s%s>", name, at < table->columns ? " scope=\"col\"" : "");
	paper_text(paper, vec_get(&table->cells, char *, at));
	fprintf(paper->out, "</%s>", name);
}

void paper_table(struct paper *paper, const struct markdown_table *table)
{
	paper_close(paper);
	if (!paper->html) {
		markdown_table_print(table, paper->out);
		return;
	}
	fprintf(paper->out, "<div class=\"wide\">\n<table%s>\n<thead>\n", table->texts ? " class=\"texts\"" : "");
	for (size_t i = 0; i < table->cells.count; i++) {
		if (!(i % table->columns))
			fputs("<tr>", paper->out);
		paper_cell(paper, table, i);
		if ((i + 1) % table->columns)
			continue;
		fputs("</tr>\n", paper->out);
		if (i + 1 == table->columns)
			fputs("</thead>\n<tbody>\n", paper->out);
	}
	fputs("</tbody>\n</table>\n</div>\n", paper->out);
}

void paper_begin_picture(struct paper *paper)
{
	paper_close(paper);
	fputs("<figure>\n<div class=\"wide\">\n", paper->out);
}

void paper_end_picture(struct paper *paper, const char *caption)
{
	fputs("</div>\n", paper->out);
	if (caption && *caption) {
		fputs("<figcaption>", paper->out);
		paper_text(paper, caption);
		fputs("</figcaption>\n", paper->out);
	}
	fputs("</figure>\n", paper->out);
}
