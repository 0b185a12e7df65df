/*
 * cml_words: the words of the language of Context Mapper, which cannot be names in it.
 *
 * The language has two grammars, and a name is to be one in both: that of the plug-ins for Eclipse and Visual Studio
 * Code (github.com/ContextMapper/context-mapper-dsl, made with Xtext, as of July 2025), which takes in the language of
 * Sculptor for what is inside of aggregates; and that of the language server that is to follow it
 * (github.com/ContextMapper/context-mapper-language-server, made with Langium, 0.4.2). A keyword is a word in quotes
 * anywhere in a grammar file; letters count as they are, so "Unique" is a name where "unique" is none.
 */
#ifndef FORMAT_CML_WORDS_H
#define FORMAT_CML_WORDS_H

/* NULL-terminated. */
extern const char *const cml_words[];

#endif
