/*
 * verb_private: what the verbs share, for verb.c (the table), verb_text.c (what
 * stands behind a verb) and the verbs themselves: verb_world.c (settings and
 * commands without a terminal), verb_do.c (the program and its user), verb_look.c
 * (what must be seen).
 */
#ifndef TESTS_SCREENS_VERB_PRIVATE_H
#define TESTS_SCREENS_VERB_PRIVATE_H

#include "lib/arglist.h"
#include "screens/verb.h"

#include <stdbool.h>

#define VERB_COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* ---- verb_text.c; when they fail, they have said why ---- */

/* What the TEXT `rest` stands for, to be freed; NULL for nothing or no such escape. */
char *verb_text(const struct scenario *sc, const char *rest);

/* Splits into words, with variables. False for no word or a bad one. */
bool verb_words(const struct scenario *sc, struct arglist *words, const char *rest);

/* Reads COLSxROWS. */
bool verb_read_size(const struct scenario *sc, const char *rest, int *rows, int *cols);

/* ---- the verbs, each as `run` of struct verb ---- */

/* verb_world.c */
bool verb_size(struct scenario *sc, const char *rest);
bool verb_limit(struct scenario *sc, const char *rest);
bool verb_env(struct scenario *sc, const char *rest);
bool verb_unset(struct scenario *sc, const char *rest);
bool verb_succeeds(struct scenario *sc, const char *rest);
bool verb_fails(struct scenario *sc, const char *rest);
bool verb_output_succeeds(struct scenario *sc, const char *rest);
bool verb_output_fails(struct scenario *sc, const char *rest);

/* verb_do.c */
bool verb_run(struct scenario *sc, const char *rest);
bool verb_exit(struct scenario *sc, const char *rest);
bool verb_signal(struct scenario *sc, const char *rest);
bool verb_hangup(struct scenario *sc, const char *rest);
bool verb_keys(struct scenario *sc, const char *rest);
bool verb_type(struct scenario *sc, const char *rest);
bool verb_paste(struct scenario *sc, const char *rest);
bool verb_mouse(struct scenario *sc, const char *rest);
bool verb_resize(struct scenario *sc, const char *rest);

/* verb_look.c */
bool verb_wait(struct scenario *sc, const char *rest);
bool verb_gone(struct scenario *sc, const char *rest);
bool verb_expect(struct scenario *sc, const char *rest);
bool verb_absent(struct scenario *sc, const char *rest);
bool verb_cursor(struct scenario *sc, const char *rest);
bool verb_shot(struct scenario *sc, const char *rest);
bool verb_raw_has(struct scenario *sc, const char *rest);
bool verb_raw_absent(struct scenario *sc, const char *rest);
bool verb_bytes_below(struct scenario *sc, const char *rest);

#endif
