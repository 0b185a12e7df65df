/*
 * statistics: a workshop in numbers, as tables: its steps, its people, its stickies.
 */
#ifndef FORMAT_STATISTICS_H
#define FORMAT_STATISTICS_H

#include "base/strbuf.h"
#include "format/chronicle.h"
#include "format/paper.h"
#include "model/board.h"

/* Prints how long each step took. */
void statistics_write_steps(const struct chronicle *chronicle, struct paper *paper);

/* Prints what is on BOARD by kind and step, and what each person did. */
void statistics_write(const struct board *board, const struct chronicle *chronicle, struct paper *paper);

/* Appends a time span: "1 h 38 min". */
void statistics_span(struct strbuf *out, int64_t span_ms);

/* The name of a person, clean but not escaped for Markdown; a word for somebody unknown. */
const char *statistics_name(const struct board *board, int64_t person);

#endif
