/*
 * i18n: translation of every sentence that users read, by gettext.
 *
 * `_("...")` translates a string in place; `N_("...")` marks a string in a table, which the code that
 * prints it passes through `_()`.
 */
#ifndef BASE_I18N_H
#define BASE_I18N_H

#include <libintl.h>

#define _(text) gettext(text)
#define N_(text) text

#endif
