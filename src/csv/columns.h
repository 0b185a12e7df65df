/*
 * columns: the tables in a folder of CSV files, and their columns in the order of writing.
 *
 * format/csv_tables.c writes them, import reads them. The table of the log is in changes.h.
 */
#ifndef CSV_COLUMNS_H
#define CSV_COLUMNS_H

#include "csv/table.h"

/* Of stickies; the phase is read but not written. */
enum {
	STICKY_ID,
	STICKY_KIND,
	STICKY_TEXT,
	STICKY_COLUMN,
	STICKY_ROW,
	STICKY_CONTEXT,
	STICKY_LINKS,
	STICKY_NOTE,
	STICKY_VOTES,
	STICKY_RESOLVED,
	STICKY_PIVOTAL,
	STICKY_AUTHOR,
	STICKY_STEP,
	STICKY_CREATED,
	STICKY_UPDATED,
	STICKY_PHASE,
	STICKY_COLUMNS
};

/* Of contexts. */
enum {
	CONTEXT_ID,
	CONTEXT_NAME,
	CONTEXT_STICKIES,
	CONTEXT_COLOUR, /* from here on fields (cells.h) */
	CONTEXT_MAP_COLUMN,
	CONTEXT_MAP_ROW,
	CONTEXT_DISMISSED,
	CONTEXT_PURPOSE,
	CONTEXT_SUBDOMAIN,
	CONTEXT_ROLES,
	CONTEXT_ASSUMPTIONS,
	CONTEXT_COLUMNS
};

/* Of phases and lanes: the column or row, and the name. */
enum { LABEL_INDEX, LABEL_NAME, LABEL_COLUMNS };

/* Of people. */
enum { PERSON_NAME, PERSON_ROLE, PERSON_COLUMNS };

/* Of relations. */
enum {
	RELATION_FROM,
	RELATION_STYLE,
	RELATION_TO,
	RELATION_LABEL,
	RELATION_FROM_PATTERN,
	RELATION_TO_PATTERN,
	RELATION_CONSISTENCY, /* from here on fields (cells.h) */
	RELATION_SENSITIVE,
	RELATION_AUTONOMOUS,
	RELATION_COMPENSATED,
	RELATION_WHEN_SLOW,
	RELATION_WHEN_FAILED,
	RELATION_WHEN_DISORDERED,
	RELATION_WHEN_TWICE,
	RELATION_DISMISSED,
	RELATION_FROM_STICKY, /* from here on read but not written */
	RELATION_TO_STICKY,
	RELATION_COLUMNS
};

/* Of messages. */
enum { MESSAGE_FROM, MESSAGE_TO, MESSAGE_LABEL, MESSAGE_STICKY, MESSAGE_TYPE, MESSAGE_USES, MESSAGE_COLUMNS };

/* Of further fields of stickies. */
enum {
	DETAIL_ID,
	DETAIL_PUBLIC, /* from here on fields (cells.h) */
	DETAIL_PAYLOAD,
	DETAIL_METADATA,
	DETAIL_REJECTION,
	DETAIL_DISMISSED,
	DETAIL_DEFINITION,
	DETAIL_INVARIANTS,
	DETAIL_COLUMNS
};

extern const struct table_type columns_stickies, columns_contexts, columns_phases, columns_lanes, columns_people;
extern const struct table_type columns_relations, columns_messages, columns_details;

#endif
