/*
 * payload: the fields of a message, in its payload or in its metadata.
 *
 * A board keeps them as text, one field a line:
 *
 *	orderId: uuid
 *	email: text sensitive
 *	remark
 *
 * The type is any words, or missing. `;` and `,` may also separate fields; inside brackets, as in
 * `decimal(10, 2)` or `list<a, b>`, they belong to the type.
 */
#ifndef MODEL_PAYLOAD_H
#define MODEL_PAYLOAD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "base/vec.h"

/* The word after the type that marks a field as sensitive: not everybody may see it. */
#define PAYLOAD_SENSITIVE "sensitive"

struct payload_field {
	char *name;     /* never empty */
	char *type;     /* "" if not given */
	bool sensitive; /* not everybody may see it */
};

struct payload {
	struct vec fields; /* of struct payload_field, in the order of the text */
};

void payload_init(struct payload *payload);
void payload_release(struct payload *payload);

/* Appends the fields in TEXT, which is clean or NULL. Skips lines without a name. */
void payload_read(struct payload *payload, const char *text);

/* The same for the metadata of a sticky, where NULL means the usual fields. */
void payload_read_metadata(struct payload *payload, const char *text);

/* Fails if a name has characters other than letters, digits, `_`, `-` and `.`, or occurs twice. */
int payload_check(const struct payload *payload, struct error *err);

/* Appends the fields as text that payload_read() can read, with BETWEEN as separator: "\n" as a board
 * keeps it, or "; " for a single line. */
void payload_format(const struct payload *payload, const char *between, struct strbuf *out);

/* Field AT, from 0; the field called NAME, or NULL. */
const struct payload_field *payload_at(const struct payload *payload, size_t at);
const struct payload_field *payload_find(const struct payload *payload, const char *name);

/* Has TEXT, a payload or NULL, a sensitive field? */
bool payload_is_sensitive(const char *text);

#endif
