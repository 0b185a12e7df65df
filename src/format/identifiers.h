/*
 * identifiers: names for machines, made of the texts of people.
 *
 * A name has ASCII letters and digits only, so that any language takes it, and says as much of its text as
 * it can: letters lose their marks, Hangul is written in Latin letters one by one, and signs and
 * scripts beyond those are left out. No two names of a set are the same, not even to somebody who
 * does not tell capitals apart, as some file systems do not; of two texts that would be, the later
 * gets its id behind it. So a name stays what it is when others come.
 */
#ifndef FORMAT_IDENTIFIERS_H
#define FORMAT_IDENTIFIERS_H

#include <stdint.h>

#include "base/strbuf.h"
#include "base/names.h"

/* A name is not longer than this, but for an id behind it. */
#define IDENTIFIERS_MOST_BYTES 60

enum identifiers_style {
	IDENTIFIERS_TYPE,  /* "OrderPlaced": [_a-zA-Z][_a-zA-Z0-9]* */
	IDENTIFIERS_FIELD, /* "orderPlaced": the same with the first letter as it is */
	IDENTIFIERS_SLUG   /* "order-placed": [a-z0-9-]+, for names of files and addresses */
};

/* A set of names. */
struct identifiers {
	enum identifiers_style style;
	const char *const *reserved; /* words that are no names, NULL-terminated; or NULL */
	struct names taken;          /* in small letters */
};

void identifiers_init(struct identifiers *identifiers, enum identifiers_style style, const char *const *reserved);
void identifiers_release(struct identifiers *identifiers);

/* Appends a name for TEXT (NULL is empty). ID, with WORD in front of it where nothing of TEXT can be
 * kept, tells it from others: "OrderPlaced", "OrderPlaced_12", "Event12". */
void identifiers_make(
	struct identifiers *identifiers, const char *text, const char *word, int64_t id, struct strbuf *out);

#endif
