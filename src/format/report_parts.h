/*
 * report_parts: the parts of a report, for report.c. Each writes to `paper`, under a heading of the second level that
 * report.c has written.
 */
#ifndef FORMAT_REPORT_PARTS_H
#define FORMAT_REPORT_PARTS_H

#include "check/namesakes.h"
#include "format/chronicle.h"
#include "format/paper.h"
#include "model/board.h"

/* A report being written. */
struct report {
	const struct board *board; /* the timeline, which the parts are about */
	const struct board *whole; /* the same, with what is put aside */
	struct chronicle chronicle;
	struct vec stickies;        /* of const struct sticky *, in reading order */
	struct namesakes namesakes; /* which aggregates are one */
	struct vec exchanges;       /* of struct exchange: who sends what to whom */
	const struct vec *events;   /* of int64_t: the scenario, or NULL */
	struct paper *paper;
};

/* The first page: who, when and what for, what was decided, what is open, each context in a sentence, the map. */
void report_summary_write(const struct report *report);

/* The hotspots, or opportunities: the open ones, then the resolved ones, each with who raised it and who resolved it.
 * report_remark_write() writes a single one as an item. */
void report_remarks_write(const struct report *report, enum kind kind);
void report_remark_write(const struct report *report, const struct sticky *remark);

/* The aggregates, each with what an aggregate design canvas asks for; the contexts, each as a bounded context
 * canvas. */
void report_aggregates_write(const struct report *report);
void report_contexts_write(const struct report *report);

/* The papers of the method: who sends what to whom, for the scenario of `events` or for each phase; what each context
 * is worth; the words. */
void report_flow_write(const struct report *report);
bool report_flow_is_empty(const struct report *report);
void report_chart_write(const struct report *report);
void report_glossary_write(const struct report *report);
bool report_glossary_is_empty(const struct report *report);

/* What the checks find, each sentence once. */
void report_findings_write(const struct report *report);

/* How contexts are integrated: for each relation what it carries, with fields, the answered questions and the open
 * ones. It is empty if there is no message and no answer. */
void report_integration_write(const struct report *report);
bool report_integration_is_empty(const struct report *report);

/* The board as pictures, only in HTML; the map as a picture or, in Markdown, as Mermaid. */
void report_wall_write(const struct report *report);
void report_map_write(const struct report *report);

/* The sticky AT of `stickies`. */
const struct sticky *report_sticky(const struct report *report, size_t at);

/* Sorts LIST (of const struct sticky *): the most dots first. */
void report_sort_by_dots(struct vec *list);

/* Appends TEXT (NULL is none) to a list, with SEPARATOR before it unless it is the first. */
void report_join(struct strbuf *list, const char *separator, const char *text);

/* Appends "2026-11-20 14:05". */
void report_time(struct strbuf *out, int64_t time_ms);

/* Appends the texts of the stickies of KIND in CONTEXT, separated by commas, each name once; 0 means all contexts.
 * Returns how many. */
size_t report_list(const struct report *report, int64_t context, enum kind kind, struct strbuf *out);

/* The name of a subdomain, "core", in the user's language. */
const char *report_subdomain(enum subdomain subdomain);

#endif
