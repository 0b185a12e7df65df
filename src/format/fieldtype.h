/*
 * fieldtype: the meaning of the free words that people write as the type of a field.
 *
 *	text, 문자열, uuid, int, decimal(10, 2), 금액, date, list of text, text[], ...
 */
#ifndef FORMAT_FIELDTYPE_H
#define FORMAT_FIELDTYPE_H

#include <stdbool.h>

enum fieldtype_base {
	FIELDTYPE_UNKNOWN, /* no words, or unknown ones */
	FIELDTYPE_TEXT,
	FIELDTYPE_UUID,
	FIELDTYPE_INTEGER,
	FIELDTYPE_NUMBER,
	FIELDTYPE_MONEY,
	FIELDTYPE_DATE,    /* a day */
	FIELDTYPE_CLOCK,   /* a time of the day */
	FIELDTYPE_MOMENT,  /* a day and a time */
	FIELDTYPE_FLAG,    /* yes or no */
	FIELDTYPE_ADDRESS, /* a URL */
	FIELDTYPE_MAIL,    /* an email address */
	FIELDTYPE_OBJECT,  /* has parts */
	FIELDTYPE_COUNT
};

struct fieldtype {
	enum fieldtype_base base;
	bool list; /* a list of these */
};

/* Reads WORDS; never fails. */
struct fieldtype fieldtype_read(const char *words);

/* The type and the format in a JSON schema; the format is NULL if there is none. */
const char *fieldtype_json(enum fieldtype_base base);
const char *fieldtype_json_format(enum fieldtype_base base);

/* The type in the language of Context Mapper. */
const char *fieldtype_cml(enum fieldtype_base base);

#endif
