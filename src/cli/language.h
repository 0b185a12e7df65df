/*
 * language: the language and character set of the program.
 */
#ifndef CLI_LANGUAGE_H
#define CLI_LANGUAGE_H

#include <stdbool.h>

#include "base/error.h"

/* Sets the locale from the environment, or a UTF-8 one if that is not, and opens the message catalogue. Call once, at
 * the start. */
void language_init(void);

/* Switches messages to LANGUAGE ("en", "ko"). */
int language_choose(const char *language, struct error *err);

/* Does the environment name an installed UTF-8 locale? */
bool language_is_utf8(void);

/* The folder of the message catalogues. */
const char *language_folder(void);

#endif
