/*
 * xml: reads XML from anybody, element by element.
 *
 * A document type is refused, and with it all entities but the five that XML has; so is what is nested more than
 * XML_DEPTH_MOST deep, and more than SKETCH_MIB_MOST. Only this file knows expat.
 */
#ifndef SKETCH_XML_H
#define SKETCH_XML_H

#include <stdio.h>

#include "base/error.h"

#define XML_DEPTH_MOST 64

struct xml_visitor {
	/* An element begins; ATTRIBUTES are names and values in turn, and a final NULL. */
	int (*open)(void *context, const char *name, const char *const *attributes, struct error *err);
	/* It ends. */
	int (*close)(void *context, const char *name, struct error *err);
	/* LEN bytes of the text of the current element. */
	void (*text)(void *context, const char *text, size_t len);
};

/* Reads IN to its end. Errors do not name the file. */
int xml_read(FILE *in, const struct xml_visitor *visitor, void *context, struct error *err);

/* Reads LEN bytes. */
int xml_read_bytes(const char *bytes, size_t len, const struct xml_visitor *visitor, void *context, struct error *err);

/* The value of the attribute NAME, or NULL. */
const char *xml_attribute(const char *const *attributes, const char *name);

#endif
