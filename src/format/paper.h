/*
 * paper: a document being written, as Markdown that is also readable as plain text, or as one HTML page that needs no
 * other file.
 *
 * Texts come from people and are escaped here; callers never write markup of their own. A document is a sequence of
 * blocks: headings, paragraphs, items of lists, tables and pictures. Whatever is open is closed when the next block
 * begins.
 */
#ifndef FORMAT_PAPER_H
#define FORMAT_PAPER_H

#include <stdbool.h>
#include <stdio.h>

#include "base/strbuf.h"
#include "format/markdown.h"

struct paper {
	FILE *out; /* the caller's */
	bool html;
	int depth;             /* how many lists are open */
	const char *anchor;    /* of the next heading, or NULL */
	bool sheet;            /* the next heading begins a new sheet of paper */
	struct strbuf scratch; /* the text being escaped */
};

void paper_init(struct paper *paper, FILE *out, bool html);
void paper_release(struct paper *paper);

/* Begin, and end, the document called TITLE. */
void paper_begin(struct paper *paper, const char *title);
void paper_end(struct paper *paper);

/* A heading of LEVEL 1 to 4. paper_anchor() gives the next one a name that links lead to (of ASCII letters, digits and
 * '-', unique, valid until then); paper_sheet() lets it begin a new sheet when printed. */
void paper_heading(struct paper *paper, int level, const char *text);
void paper_anchor(struct paper *paper, const char *name);
void paper_sheet(struct paper *paper);

/* Begin an item in a list at DEPTH, from 0, or a paragraph; what is written then belongs to it. */
void paper_begin_item(struct paper *paper, int depth);
void paper_end_item(struct paper *paper);
void paper_begin_paragraph(struct paper *paper);
void paper_end_paragraph(struct paper *paper);

/* Within those: a text (NULL is empty), the same in bold, and one that leads to the heading with that anchor. */
void paper_text(struct paper *paper, const char *text);
void paper_textf(struct paper *paper, const char *format, ...) __attribute__((format(printf, 2, 3)));
void paper_strong(struct paper *paper, const char *text);
void paper_link(struct paper *paper, const char *anchor, const char *text);

/* Whole blocks: an item "LABEL: TEXT", left out if TEXT is empty; an item "LABEL:" for those below it; a paragraph; a
 * table. */
void paper_item(struct paper *paper, int depth, const char *label, const char *text);
void paper_group(struct paper *paper, int depth, const char *label);
void paper_paragraph(struct paper *paper, const char *text);
void paper_table(struct paper *paper, const struct markdown_table *table);

/* Closes what is open, so that the caller can write a block to `out`. */
void paper_close(struct paper *paper);

/* Begin and end a picture in HTML, which the caller writes to `out` as an <svg> element. CAPTION is shown below. */
void paper_begin_picture(struct paper *paper);
void paper_end_picture(struct paper *paper, const char *caption);

#endif
