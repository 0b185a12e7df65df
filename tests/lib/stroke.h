/*
 * stroke: one key of the notation that tests are written in.
 *
 * Text stands for itself. A name in angle brackets is a key: <Tab> <Enter>
 * <Esc> <Space> <BS> <lt> (a "<") <Up> <Down> <Left> <Right> <Ins> <Del> <Home>
 * <End> <PageUp> <PageDown> <F1> to <F12>. Before the name there may be C-, A-
 * (or M-) and S-: <C-r>, <A-Enter>, <S-Tab>, <C-Up>. Names and modifiers are
 * the same in upper and lower case. A "<" is always the start of a name.
 */
#ifndef TESTS_LIB_STROKE_H
#define TESTS_LIB_STROKE_H

#include <stddef.h>
#include <vterm.h>

#define STROKE_BYTES_MAX 8

struct stroke {
	VTermKey special;             /* a key whose bytes depend on the terminal's mode, */
	VTermModifier mods;           /* with its modifiers; or VTERM_KEY_NONE, */
	char bytes[STROKE_BYTES_MAX]; /* and these are the bytes, which may hold NUL */
	size_t len;                   /* number of bytes */
};

/*
 * Reads the first key of `notation` into `stroke`. Returns where the next one
 * starts; NULL when there is no such key, or when no terminal sends it in a way
 * of its own (<C-1>, <S-x>).
 */
const char *stroke_parse(struct stroke *stroke, const char *notation);

#endif
