/*
 * identifiers: names for machines, made from people's texts.
 *
 * A name has ASCII letters and digits only, so that any language accepts it, and keeps as much of its text as it can:
 * letters lose their marks, Hangul is romanised letter by letter, other signs and scripts are left out. Names in a set
 * are unique even if case is ignored, as some file systems do: where two texts would give the same name, the later one
 * gets its id appended. So a name does not change when others are added.
 */
#ifndef FORMAT_IDENTIFIERS_H
#define FORMAT_IDENTIFIERS_H

#include <stdint.h>

#include "base/strbuf.h"
#include "base/names.h"

/* The maximum length of a name, without an id appended. */
#define IDENTIFIERS_MOST_BYTES 60

enum identifiers_style {
	IDENTIFIERS_TYPE,  /* "OrderPlaced": [_a-zA-Z][_a-zA-Z0-9]* */
	IDENTIFIERS_FIELD, /* "orderPlaced": the same; the first letter stays as it is */
	IDENTIFIERS_SLUG   /* "order-placed": [a-z0-9-]+, for names of files and addresses */
};

/* A set of names. */
struct identifiers {
	enum identifiers_style style;
	const char *const *reserved; /* words that cannot be names, NULL-terminated; or NULL */
	struct names taken;          /* in lower case */
};

void identifiers_init(struct identifiers *identifiers, enum identifiers_style style, const char *const *reserved);
void identifiers_release(struct identifiers *identifiers);

/* Makes NAME one that is taken. */
void identifiers_reserve(struct identifiers *identifiers, const char *name);

/* Appends a unique name for TEXT (NULL is empty). ID is appended if needed, and WORD stands in for a TEXT of which
 * nothing is left: "OrderPlaced", "OrderPlaced_12", "Event12". */
void identifiers_make(
	struct identifiers *identifiers, const char *text, const char *word, int64_t id, struct strbuf *out);

#endif
