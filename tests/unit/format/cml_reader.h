/*
 * cml_reader: reads the part of the language of Context Mapper that is written, and holds it against the
 * rules of that language: what stands where, which names are names, that each is given once, that
 * relationships are among contexts of the map, and which roles go together.
 */
#ifndef CML_READER_H
#define CML_READER_H

/* What is wrong with TEXT, good until the next call, or NULL. */
const char *cml_reader_complaint(const char *text);

#endif
