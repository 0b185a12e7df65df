/*
 * page_text: the lines of a page (page.h): which belong together, what they say, and whether they say the same.
 */
#ifndef FORMAT_PAGE_TEXT_H
#define FORMAT_PAGE_TEXT_H

#include <stdbool.h>

#include "base/strbuf.h"

/* The bytes of the line that TEXT begins with, with its end. */
size_t page_text_line(const char *text);

/* Is the line of LEN bytes WORD, but for blanks behind it? */
bool page_text_is(const char *line, size_t len, const char *word);

/* Does the line of LEN bytes begin a field? Appends its name, without quotes, if so. */
bool page_text_name(const char *line, size_t len, struct strbuf *name);

/* Appends the value behind the first colon of LINES, without quotes and without a comment behind it; false if it has
 * more than one line. The line may be the next, behind a sign such as ">-". */
bool page_text_value(const char *lines, struct strbuf *out);

/* Appends a hash of TEXT, in which quotes, blanks, line breaks and the signs of YAML for long texts do not count. */
void page_text_hash(struct strbuf *out, const char *text);

#endif
