/*
 * cml_words: the words of the language of Context Mapper.
 */
#ifndef FORMAT_CML_WORDS_H
#define FORMAT_CML_WORDS_H

/* All that cannot be names, NULL-terminated. */
extern const char *const cml_words[];

#endif
