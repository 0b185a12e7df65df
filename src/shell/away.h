/*
 * away: the file of the board is not where it was, or holds another log (store/whereabouts.h). What is then said, what
 * can be done about it, and how a board is put into a file.
 */
#ifndef SHELL_AWAY_H
#define SHELL_AWAY_H

#include "shell/shell.h"

/* Is that so? Is the board then in no file that is known? */
bool away_is(const struct shell *shell);
bool away_is_lost(const struct shell *shell);

/* Says, as an error, that nothing can be changed then; why stands above the lowest line. */
int away_refuse(struct error *err);

/* Where it is, as far as is known. May this person put the board into a file? */
const struct whereabouts *away_where(const struct shell *shell);
bool away_may_write(const struct shell *shell);

/* Appends the name of the file PATH, without its folder, as it may be shown. */
void away_name(const char *path, struct strbuf *name);

/* Looks after the file when there is reason to, and says what is new; returns whether it was anything. */
bool away_look(struct shell *shell);

/* Puts the board into a new file, whose name was given or is asked for; a view command. When its own file is away,
 * work goes on in that one. */
void away_write(struct shell *shell, int choice);

/* Leaves, unless there is something to be asked first; a view command. */
void away_quit(struct shell *shell, int choice);

/* What was to be known at the bottom of the screen, above the keys. */
void away_draw(const struct shell *shell, struct cellbuf *buf);

/* The same of the file PATH that is not the session's, in rows that end at BOTTOM. */
void away_show(struct cellbuf *buf, int bottom, const char *path, const struct whereabouts *where);

/* The question whether to leave. */
extern const struct mode away_mode;

#endif
