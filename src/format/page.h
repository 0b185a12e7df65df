/*
 * page: a file of a catalogue: fields in YAML between two lines of "---", then Markdown. People edit such files, and an
 * export writes them again.
 *
 * What was written by an export is known by the mark, a field of the file: which item of which board it is about, and
 * a hash of each part as the export wrote it. A part is a field, an item of a list of things with ids, or the board's
 * part of the text, which lies between two comments. When the file is written again, a part that is still as it was
 * written gets its new content, or goes if it has none. All else stays, byte by byte: what people changed, what they
 * added, and what they removed stays away. Quotes, blanks and line breaks, in which programs that rewrite such files
 * differ, are no change.
 */
#ifndef FORMAT_PAGE_H
#define FORMAT_PAGE_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "base/vec.h"

/* The field that has the mark. */
#define PAGE_MARK "x-evstorm"

/* The lines around the board's part of the text. */
#define PAGE_BEGIN "{/* From the board. An export writes this part anew, unless somebody has changed it. */}"
#define PAGE_END "{/* The end of the part from the board. */}"

struct page {
	struct vec parts; /* of struct page_part: the fields in order; what is above them is one without a name */
	char *above;      /* the text above the board's part, */
	char *own;        /* that part, without the lines around it, or NULL if there is none, */
	char *below;      /* and the text below it */
	char *subject;    /* from the mark: what the file is about; NULL without a mark */
	struct vec seals; /* of struct page_seal: from the mark, what was written */
};

/* A field. */
struct page_part {
	char *name;
	char *lines; /* all its lines, with the name */
};

/* What an export wrote. */
struct page_seal {
	char *part; /* the name of a field; that of a list, a slash and a hash of the item's id; or "" for the text */
	char *hash;
};

void page_init(struct page *page);
void page_release(struct page *page);

/* Fills PAGE, which is new, from TEXT; false if that has no fields. */
bool page_read(struct page *page, const char *text);

/* Appends the value of the field NAME, if it is a text on one line, without quotes; false if not. */
bool page_value(const struct page *page, const char *name, struct strbuf *out);

/* Appends the file that FRESH, about SUBJECT, becomes: on its own or, if OLD is not NULL, written over OLD. SUBJECT
 * has no comma. */
void page_write(const struct page *fresh, const struct page *old, const char *subject, struct strbuf *out);

/* Appends OLD as it is, except that it is marked as deprecated because MESSAGE; unless somebody has a say about that
 * already. */
void page_deprecate(const struct page *old, const char *message, struct strbuf *out);

#endif
