/*
 * away: what to say and do when the file of the board is not in its place, or holds another log (store/whereabouts.h);
 * saving the board to a file.
 */
#ifndef SHELL_AWAY_H
#define SHELL_AWAY_H

#include "shell/shell.h"

/* Is the file away? If so, is the board in no known file? */
bool away_is(const struct shell *shell);
bool away_is_lost(const struct shell *shell);

/* Fills ERR: nothing can be changed now. The reason is shown above the lowest line. */
int away_refuse(struct error *err);

/* Where the file is, as far as known. May this person save the board to a file? */
const struct whereabouts *away_where(const struct shell *shell);
bool away_may_write(const struct shell *shell);

/* Appends the name of the file PATH, without its folder, safe to show. */
void away_name(const char *path, struct strbuf *name);

/* Checks the file if there is reason to, and says what is new; true if anything was. */
bool away_look(struct shell *shell);

/* Saves the board to a new file, whose name is given or asked for; a view command. If its own file is away, work
 * continues in the new one. */
void away_write(struct shell *shell, int choice);

/* Leaves, after asking if something would be lost; a view command. */
void away_quit(struct shell *shell, int choice);

/* Draws the notice about it at the bottom of the screen, above the keys. */
void away_draw(const struct shell *shell, struct cellbuf *buf);

/* The same for a file PATH that is not the session's, in rows that end at BOTTOM. */
void away_show(struct cellbuf *buf, int bottom, const char *path, const struct whereabouts *where);

/* The question whether to leave. */
extern const struct mode away_mode;

#endif
