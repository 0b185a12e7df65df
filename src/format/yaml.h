/*
 * yaml: a YAML document, written from top to bottom. Values are quoted strings, and so are keys unless they are `bare`,
 * so that no text is taken for anything else.
 */
#ifndef FORMAT_YAML_H
#define FORMAT_YAML_H

#include <stdbool.h>
#include <stdio.h>

struct yaml {
	FILE *out;
	int depth; /* how far it is indented, in steps */
	bool item; /* the next line is the first of an item of a list */
	bool bare; /* keys are words for programs, and have no quotes: some look for "id:" at the start of a line */
};

#define YAML_INIT(file)       \
	{                     \
		.out = (file) \
	}

/* Opens KEY, which holds pairs or items up to yaml_close(); it must not stay empty. */
void yaml_open(struct yaml *yaml, const char *key);

/* Opens an item made of pairs, up to yaml_close(). */
void yaml_open_item(struct yaml *yaml);
void yaml_close(struct yaml *yaml);

/* Writes a pair: with a quoted text; with a bare word such as true, null or {}. */
void yaml_text(struct yaml *yaml, const char *key, const char *text);
void yaml_word(struct yaml *yaml, const char *key, const char *word);

/* Writes an item that is a text. */
void yaml_item(struct yaml *yaml, const char *text);

#endif
