/*
 * intake: what the tables of an import share: the action that it becomes, and who and what is known
 * by which name or id.
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
	struct names texts;     /* context id, line feed, text -> sticky id; empty until it is needed */
	struct names relations; /* ids of contexts and label -> id; likewise */
	struct vec drafts;      /* of struct draft (drafts.h): the stickies of the file at hand, in its
				   order */
	struct strbuf scratch;  /* the cell at hand, clean */
};

void intake_init(
	struct intake *intake, struct edit *edit, const struct import_options *options, struct import_report *report);
void intake_release(struct intake *intake);

/* The clean text of COLUMN of the row at hand, good until the next call; NULL after setting ERR. */
const char *intake_text(
	struct intake *intake, struct table *table, size_t column, enum clean_lines lines, struct error *err);

/* Sets the fields of item ID of ENTITY, which is on the board, from columns FIRST up to END (not included) of the row
 * at hand, which are fields as they are (csv/cells.h); what its cells leave empty stays. */
int intake_fields(struct intake *intake, struct table *table, size_t first, size_t end, enum entity entity, int64_t id,
	struct error *err);

/* The id of the context, or the person, that COLUMN of the row at hand names: made when there is
 * none, 0 when the cell is empty, negative after setting ERR. */
int64_t intake_context(struct intake *intake, struct table *table, size_t column, struct error *err);
int64_t intake_person(struct intake *intake, struct table *table, size_t column, struct error *err);

/* Makes a context of that name with the id WANTED when that was never used, else with the next. */
int64_t intake_make_context(struct intake *intake, const char *name, int64_t wanted, struct error *err);

/* May an item of ENTITY with that id be made? Not when it is or was in use, or so high that it
 * would leave no room for others. */
bool intake_may_use(const struct intake *intake, enum entity entity, int64_t id);

/* Reads ID as a file has it ("007") into the form in which names know it ("7"). */
const char *intake_normal_id(const char *id);

/* The number that ID is, or 0. */
int64_t intake_id_number(const char *id);

/* Calls VISIT with each of the ids in CELL, which are separated by spaces, commas or semicolons. */
typedef int intake_visit_id(void *context, const char *id, struct error *err);
int intake_each_id(const char *cell, intake_visit_id *visit, void *context, struct error *err);

#endif
