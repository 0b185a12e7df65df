/*
 * view_list: the functions that the rows of view commands run.
 */
#ifndef CANVAS_VIEW_LIST_H
#define CANVAS_VIEW_LIST_H

#include "base/map.h"
#include "model/item.h"

struct mode;
struct shell;

/* Modes that open over the canvas, each in the file of its name. */
extern const struct mode kind_mode, kind_filter_mode, connect_mode, connect_merge_mode, details_mode, outline_mode,
	contexts_mode, propose_mode, people_mode, history_mode;

/* Moving about: view_go.c */
void view_go(struct shell *shell, int choice);
void view_go_to(struct shell *shell, int choice);
void view_scroll(struct shell *shell, int choice);
void view_go_to_sticky(struct shell *shell, int choice);
void view_next_sticky(struct shell *shell, int choice);
void view_previous_sticky(struct shell *shell, int choice);
void view_zoom(struct shell *shell, int choice);
void view_minimap(struct shell *shell, int choice);

/* Searching: view_search.c */
void view_search(struct shell *shell, int choice);
void view_search_notes(struct shell *shell, int choice);
void view_search_next(struct shell *shell, int choice);
void view_search_previous(struct shell *shell, int choice);

/* Findings of the checks: view_finding.c */
void view_next_finding(struct shell *shell, int choice);
void view_take_offer(struct shell *shell, int choice);
void view_dismiss(struct shell *shell, int choice);
void view_dismiss_because(struct shell *shell, int choice);

/* Changing the board: view_edit.c */
void view_resolve(struct shell *shell, int choice);
void view_park(struct shell *shell, int choice);
void view_push(struct shell *shell, int choice);
void view_select(struct shell *shell, int choice);
void view_mark(struct shell *shell, int choice);
void view_cut(struct shell *shell, int choice);
void view_copy(struct shell *shell, int choice);
void view_paste(struct shell *shell, int choice);

/* Boundaries of contexts: view_context.c, contexts_mode.c */
void view_boundary(struct shell *shell, int choice);
void view_next_context(struct shell *shell, int choice);
void view_previous_context(struct shell *shell, int choice);
void view_dim(struct shell *shell, int choice);
void contexts_open(struct shell *shell, int choice);

/* Turns text pasted by the terminal into stickies from the cursor on, as one action; lays them out downwards instead:
 * view_pasted.c */
void view_paste_lines(struct shell *shell, const char *text, size_t len);
void view_paste_down(struct shell *shell, int choice);

/* Typing stickies: typing.c */
void typing_new(struct shell *shell, int choice);
void typing_hotspot(struct shell *shell, int choice);
void typing_rewrite(struct shell *shell, int choice);

/* Types a new sticky of KIND beside the one under the cursor. */
void typing_beside(struct shell *shell, int kind);

/* Choosing a kind: kind_menu.c */
void kind_menu_type(struct shell *shell, int choice);
void kind_menu_to(struct shell *shell, int choice);
void kind_menu_filter(struct shell *shell, int choice);

/* Proposals from the board: propose_mode.c */
void propose_mode_contexts(struct shell *shell, int choice);
void propose_mode_relations(struct shell *shell, int choice);

/* Other modes, each in its own file. */
void connect_open(struct shell *shell, int choice); /* connect_mode.c */
void connect_merge(struct shell *shell, int choice);
void details_open(struct shell *shell, int choice); /* details_mode.c */
void outline_open(struct shell *shell, int choice); /* outline_mode.c */
void history_open(struct shell *shell, int choice); /* history_mode.c */

/* Other people: view_peers.c, people_mode.c */
void view_summon(struct shell *shell, int choice);
void view_spotlight(struct shell *shell, int choice);
void view_say(struct shell *shell, int choice);
void view_follow(struct shell *shell, int choice);
void view_unfollow(struct shell *shell, int choice);
void people_open(struct shell *shell, int choice);

/* Follows the person NAME, who must be here. */
void view_follow_person(struct shell *shell, const char *name);

/* The sticky where the link being drawn begins, or that is being merged; or NULL: connect_mode.c */
const struct sticky *connect_source(const struct shell *shell);

/* The stickies of proposed boundaries, by id, or NULL: propose_mode.c */
const struct map *propose_outlines(const struct shell *shell);

#endif
