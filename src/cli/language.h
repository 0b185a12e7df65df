/*
 * language: in which language and which character set the program speaks.
 */
#ifndef CLI_LANGUAGE_H
#define CLI_LANGUAGE_H

#include <stdbool.h>

#include "base/error.h"

/* Takes the locale of the environment, or a UTF-8 one where that is not, and opens the messages. Once, at the
 * start. */
void language_init(void);

/* Has the messages in LANGUAGE ("en", "ko") from now on. */
int language_choose(const char *language, struct error *err);

/* Does the environment name a locale that is installed here and is UTF-8? */
bool language_is_utf8(void);

/* The folder of the message catalogues. */
const char *language_folder(void);

#endif
