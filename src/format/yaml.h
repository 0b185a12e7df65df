/*
 * yaml: a document of YAML, written from top to bottom. Keys and values are strings in quotes, so that no
 * text is taken for anything else.
 */
#ifndef FORMAT_YAML_H
#define FORMAT_YAML_H

#include <stdbool.h>
#include <stdio.h>

struct yaml {
	FILE *out;
	int depth; /* how far it is indented, in steps */
	bool item; /* the next line is the first of an item of a list */
};

#define YAML_INIT(file)       \
	{                     \
		.out = (file) \
	}

/* KEY and what it holds, up to yaml_close(): pairs, or items. It must not stay empty. */
void yaml_open(struct yaml *yaml, const char *key);

/* An item made of pairs, up to yaml_close(). */
void yaml_open_item(struct yaml *yaml);
void yaml_close(struct yaml *yaml);

/* A pair: a text; or a word as it stands, as true, null, {}. */
void yaml_text(struct yaml *yaml, const char *key, const char *text);
void yaml_word(struct yaml *yaml, const char *key, const char *word);

/* An item that is a text. */
void yaml_item(struct yaml *yaml, const char *text);

#endif
