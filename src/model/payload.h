/*
 * payload: the fields that a message carries: those of its payload, or of the metadata beside it.
 *
 * A board keeps them as text, a field a line:
 *
 *	orderId: uuid
 *	email: text sensitive
 *	remark
 *
 * A type is free words, or missing. People may also put `;` or `,` between fields; those inside
 * brackets, as in `decimal(10, 2)` or `list<a, b>`, belong to the type.
 */
#ifndef MODEL_PAYLOAD_H
#define MODEL_PAYLOAD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "base/vec.h"

/* The word after the type of a field that not everybody may see. */
#define PAYLOAD_SENSITIVE "sensitive"

struct payload_field {
	char *name;     /* never empty */
	char *type;     /* "" when nobody has said */
	bool sensitive; /* not everybody may see it */
};

struct payload {
	struct vec fields; /* of struct payload_field, in the order of the text */
};

void payload_init(struct payload *payload);
void payload_release(struct payload *payload);

/* Appends the fields of TEXT, clean or NULL, as far as it can be read as such: a line without a name
 * is passed over. */
void payload_read(struct payload *payload, const char *text);

/* The same of a sticky's metadata, where NULL stands for the usual fields. */
void payload_read_metadata(struct payload *payload, const char *text);

/* Refuses names that are no words of letters, digits, `_`, `-` and `.`, and names that stand there
 * twice. */
int payload_check(const struct payload *payload, struct error *err);

/* Appends the text that payload_read() reads back: with "\n" between fields as a board keeps it, with
 * "; " for one line. */
void payload_format(const struct payload *payload, const char *between, struct strbuf *out);

/* Field AT, from 0; the one called NAME, or NULL. */
const struct payload_field *payload_at(const struct payload *payload, size_t at);
const struct payload_field *payload_find(const struct payload *payload, const char *name);

/* Does TEXT, of a payload or NULL, have a field that not everybody may see? */
bool payload_is_sensitive(const char *text);

#endif
