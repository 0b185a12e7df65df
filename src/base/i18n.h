/*
 * i18n: every sentence a user may read passes through gettext.
 *
 * `_("...")` translates where it stands; `N_("...")` marks a string in a table, which whoever
 * prints it passes through `_()`.
 */
#ifndef BASE_I18N_H
#define BASE_I18N_H

#include <libintl.h>

#define _(text) gettext(text)
#define N_(text) text

#endif
