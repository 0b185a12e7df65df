/*
 * boardpath: finds the file that a board's name means.
 *
 * A word with a slash or that ends in ".evs" is a path. Any other is NAME.evs in the board folder, which is
 * $EVSTORM_BOARDS, else evstorm in $XDG_DATA_HOME, else in ~/.local/share.
 */
#ifndef CLI_BOARDPATH_H
#define CLI_BOARDPATH_H

#include "base/error.h"
#include "base/strbuf.h"
#include "base/vec.h"

/* Appends the path of the board folder. */
int boardpath_folder(struct strbuf *folder, struct error *err);

/* Appends the path of the board that WORD means, whether or not it exists. */
int boardpath_find(const char *word, struct strbuf *path, struct error *err);

/* The same for a board that must exist; otherwise fails and says what to do. */
int boardpath_existing(const char *word, struct strbuf *path, struct error *err);

/* If the file PATH is in the board folder, creates that folder, for its owner only. */
int boardpath_make_folder(const char *path, struct error *err);

/* Appends the name of the board file PATH, as clean text: no folder, no ".evs". */
void boardpath_name(const char *path, struct strbuf *name);

/* Appends how to type the board file PATH in a shell: by its name if it is in the board folder. */
void boardpath_type(const char *path, struct strbuf *out);

/* Appends the names of the boards in FOLDER to NAMES (of char *, the caller's to free), sorted. */
void boardpath_list(const char *folder, struct vec *names);

#endif
