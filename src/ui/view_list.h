/*
 * view_list: what the rows of the view command table run.
 */
#ifndef UI_VIEW_LIST_H
#define UI_VIEW_LIST_H

#include <stddef.h>

#include "model/kind.h"

struct desk;

/* Going about: view_go.c */
void view_go(struct desk *desk, int choice);
void view_go_to(struct desk *desk, int choice);
void view_scroll(struct desk *desk, int choice);
void view_next_sticky(struct desk *desk, int choice);
void view_previous_sticky(struct desk *desk, int choice);
void view_zoom(struct desk *desk, int choice);
void view_minimap(struct desk *desk, int choice);
void view_search(struct desk *desk, int choice);
void view_search_next(struct desk *desk, int choice);
void view_search_previous(struct desk *desk, int choice);

/* Following the checks: view_finding.c */
void view_next_finding(struct desk *desk, int choice);
void view_take_offer(struct desk *desk, int choice);
void view_dismiss(struct desk *desk, int choice);
void view_dismiss_because(struct desk *desk, int choice);

/* Does what the check of FINDING offers, or begins to ask for what is missing. */
void view_offer(struct desk *desk, const struct finding *finding);

/* Appends the board command that dismisses FINDING, to which a reason may be added; false for one
 * about the board as a whole. */
bool view_dismissal(const struct board *board, const struct finding *finding, struct strbuf *line);

/* Altering the board: view_edit.c */
void view_push(struct desk *desk, int choice);
void view_select(struct desk *desk, int choice);
void view_mark(struct desk *desk, int choice);
void view_cut(struct desk *desk, int choice);
void view_copy(struct desk *desk, int choice);
void view_paste(struct desk *desk, int choice);

/* Boundaries of contexts: view_context.c, contexts_mode.c */
void view_boundary(struct desk *desk, int choice);
void view_next_context(struct desk *desk, int choice);
void view_previous_context(struct desk *desk, int choice);
void view_dim(struct desk *desk, int choice);
void view_contexts(struct desk *desk, int choice);

/* Makes a sticky of each line of what a terminal pasted, downwards from the cursor, as one action. */
void view_paste_lines(struct desk *desk, const char *text, size_t len);

/* Typing stickies: typing.c */
void view_write(struct desk *desk, int choice);
void view_write_hotspot(struct desk *desk, int choice);
void view_rewrite(struct desk *desk, int choice);

/* Types a new sticky of KIND beside the one under the cursor. */
void view_write_beside(struct desk *desk, enum kind kind);

/* Choosing a kind: kind_menu.c */
void view_write_kind(struct desk *desk, int choice);
void view_change_kind(struct desk *desk, int choice);
void view_filter(struct desk *desk, int choice);

/* What follows from the board: propose_mode.c */
void view_propose_contexts(struct desk *desk, int choice);
void view_propose_relations(struct desk *desk, int choice);

/* The others, each in the file of its mode. */
void view_connect(struct desk *desk, int choice);      /* connect_mode.c */
void view_details(struct desk *desk, int choice);      /* details.c */
void view_command_line(struct desk *desk, int choice); /* prompt.c */
void view_outline(struct desk *desk, int choice);      /* outline_mode.c */
void view_map(struct desk *desk, int choice);          /* map_mode.c */
void view_help(struct desk *desk, int choice);         /* help.c */
void view_quit(struct desk *desk, int choice);         /* view_go.c */

/* Dealing with the others: view_company.c, people_mode.c */
void view_summon(struct desk *desk, int choice);
void view_spotlight(struct desk *desk, int choice);
void view_say(struct desk *desk, int choice);
void view_follow(struct desk *desk, int choice);
void view_unfollow(struct desk *desk, int choice);
void view_people(struct desk *desk, int choice);

/* Follows somebody who is here. */
void view_follow_person(struct desk *desk, const char *name);

/* Asks for a command line that begins with LINE: prompt.c */
void view_ask(struct desk *desk, const char *line);

#endif
