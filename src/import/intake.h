/*
 * intake: the state that the tables of an import share: the action that it becomes, and which names and ids in
 * the file stand for which items.
 */
#ifndef IMPORT_INTAKE_H
#define IMPORT_INTAKE_H

#include "import/import_options.h"
#include "model/edit.h"
#include "base/names.h"
#include "csv/table.h"
#include "text/clean.h"

struct intake {
	struct edit *edit;
	const struct import_options *options;
	struct import_report *report;
	struct names contexts;  /* name -> id */
	struct names people;    /* name -> id */
	struct names stickies;  /* id in the file -> id on the board */
	struct names texts;     /* context id, line feed, text -> sticky id; empty until needed */
	struct names relations; /* ids of contexts, and label -> id; empty until needed */
	struct names kinds;     /* words for kinds so far -> the kind, from 1, or KIND_COUNT + 1: unknown */
	struct vec drafts;      /* of struct draft (drafts.h): the stickies of the current file, in its order */
	struct strbuf scratch;  /* the current cell, clean */
};

void intake_init(
	struct intake *intake, struct edit *edit, const struct import_options *options, struct import_report *report);
void intake_release(struct intake *intake);

/* The clean text of COLUMN in the current row, valid until the next call; NULL on failure. */
const char *intake_text(
	struct intake *intake, struct table *table, size_t column, enum clean_lines lines, struct error *err);

/* Sets the fields of item ID of ENTITY, which is on the board, from columns FIRST up to END (not included) of the
 * current row, which hold fields directly (csv/cells.h). Empty cells change nothing. */
int intake_fields(struct intake *intake, struct table *table, size_t first, size_t end, enum entity entity, int64_t id,
	struct error *err);

/* The id of the context, or the person, named in COLUMN of the current row, who is made if necessary; 0 if the cell
 * is empty, negative on failure. */
int64_t intake_context(struct intake *intake, struct table *table, size_t column, struct error *err);
int64_t intake_person(struct intake *intake, struct table *table, size_t column, struct error *err);

/* The id of the person called NAME, clean and not empty, who is made if necessary; negative on failure. */
int64_t intake_named_person(struct intake *intake, const char *name, struct error *err);

/* Makes a context of that name, with the id WANTED if that was never used, otherwise with the next id. */
int64_t intake_make_context(struct intake *intake, const char *name, int64_t wanted, struct error *err);

/* For intake_sticky(): it was deleted from the board, before or by this update. What points at it does so no more. */
#define INTAKE_GONE INT64_MAX

/* The sticky on the board that ID in the file stands for, or 0. An update may name stickies that only the board has. */
int64_t intake_sticky(const struct intake *intake, const char *id);

/* The normal form ("7") of an ID in a file ("007"), as used in `stickies`. */
const char *intake_normal_id(const char *id);

/* ID as a number, or 0. */
int64_t intake_id_number(const char *id);

/* Calls VISIT with each id in CELL; spaces, commas and semicolons separate them. */
typedef int intake_visit_id(void *context, const char *id, struct error *err);
int intake_each_id(const char *cell, intake_visit_id *visit, void *context, struct error *err);

#endif
