/*
 * field: the fields of each entity, declared in one table.
 *
 * The store, apply, undo, the log and the files all read this table: a new field is a member in
 * item.h, a row in field.c, and a column in the schema.
 *
 * The log, records and changes.csv hold values as text. The text of a field at its default (0, false,
 * empty) is "". A *record* is all fields of an item that are not at their default, as `name=value` words
 * in the quoting of text/words.h; the log keeps one for each item made or removed.
 */
#ifndef MODEL_FIELD_H
#define MODEL_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "model/item.h"

enum entity {
	ENTITY_BOARD,
	ENTITY_PERSON,
	ENTITY_CONTEXT,
	ENTITY_STICKY,
	ENTITY_LINK,
	ENTITY_VOTE,
	ENTITY_PHASE,
	ENTITY_LANE,
	ENTITY_RELATION,
	ENTITY_MESSAGE,
	ENTITY_COUNT
};

enum field_type {
	FIELD_LINE,    /* char *, one line of clean text */
	FIELD_TEXT,    /* char *, clean text with line feeds */
	FIELD_NUMBER,  /* int64_t from least to most */
	FIELD_TIME,    /* int64_t, ms since 1970 UTC; as text RFC 3339 */
	FIELD_REF,     /* int64_t, the id of an item of entity `refers`, or 0 */
	FIELD_FLAG,    /* bool; as text "1" or "" */
	FIELD_CHOICE,  /* int, an index into `choices`; as text the word there */
	FIELD_PLACE,   /* struct place; as text "COLUMN,ROW" */
	FIELD_COLUMNS, /* no value: its changes shift whole columns (shift.h) */
	FIELD_ROWS     /* the same for rows */
};

struct field {
	const char *name;
	enum field_type type;
	size_t offset;              /* of the member in the item's struct */
	enum entity refers;         /* FIELD_REF */
	int64_t least, most;        /* FIELD_NUMBER */
	const char *const *choices; /* FIELD_CHOICE, NULL-terminated; the first is the default */
	int since;                  /* the format of board files that brought it (store/schema.h); 0: the first */
};

struct entity_type {
	const char *name; /* of the entity, also in the log; the name of its table */
	size_t size;      /* of the item's struct */
	const struct field *fields;
	size_t count;
};

/* The row of ENTITY. */
const struct entity_type *entity_type(enum entity entity);

/* The entity called NAME. False if there is none. */
bool entity_parse(const char *name, enum entity *entity);

/* The field NAME of ENTITY, or NULL. */
const struct field *field_find(enum entity entity, const char *name);

/* Does FIELD only stand for shifts of whole columns or rows? Then no item has a value of it, so there is none to store,
 * to copy, or to compare. */
bool field_is_shift(const struct field *field);

/* Appends the value of FIELD in ITEM as text. */
void field_format(const struct field *field, const void *item, struct strbuf *out);

/* Sets FIELD of ITEM from TEXT, freeing the old value. Fails, with ITEM unchanged, if TEXT does not fit
 * the type or the range. Does not check whether a reference leads to an item. */
int field_parse(const struct field *field, void *item, const char *text, struct error *err);

/* Would field_parse() accept TEXT? */
bool field_fits(const struct field *field, const char *text);

/* Is it at its default? */
bool field_is_default(const struct field *field, const void *item);

/* Frees the texts of ITEM and clears its fields, but not its id. */
void item_clear(enum entity entity, void *item);

/* Appends the record of ITEM; reads a record into ITEM, whose fields are at their defaults. On failure
 * ITEM is cleared. */
void record_format(enum entity entity, const void *item, struct strbuf *out);
int record_parse(enum entity entity, void *item, const char *text, struct error *err);

/* Would record_parse() accept TEXT? */
bool record_fits(enum entity entity, const char *text);

/* The words for values of choices, for code that has a value but no field. */
const char *role_token(enum role role);
bool role_parse(const char *text, enum role *role);
const char *relation_style_token(enum relation_style style);
const char *consistency_token(enum consistency consistency);
const char *subdomain_token(enum subdomain subdomain);
bool subdomain_parse(const char *text, enum subdomain *subdomain);
const char *message_type_token(enum message_type type);
bool message_type_parse(const char *text, enum message_type *type);

#endif
