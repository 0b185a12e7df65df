/*
 * list: the rows of the command table, each defined beside the function that it runs.
 */
#ifndef COMMAND_LIST_H
#define COMMAND_LIST_H

#include "command/command.h"

extern const struct command add_command;                        /* add.c */
extern const struct command alter_edit, alter_note, alter_kind; /* alter.c */
extern const struct command alter_resolve, alter_reopen;
extern const struct command alter_pivotal, alter_unpivotal;
extern const struct command move_command, move_carry;     /* move.c */
extern const struct command remove_delete;                /* remove.c */
extern const struct command connect_link, connect_unlink; /* connect.c */
extern const struct command connect_relate, connect_unrelate;
extern const struct command message_add, message_remove; /* message.c */
extern const struct command message_publish, message_unpublish;
extern const struct command message_payload, message_metadata, message_rejection;
extern const struct command integrate_command;                      /* integrate.c */
extern const struct command vote_add, vote_remove;                  /* vote.c */
extern const struct command room_insert_column, room_delete_column; /* room.c */
extern const struct command room_insert_row, room_delete_row;
extern const struct command label_phase, label_lane;        /* label.c */
extern const struct command group_context, group_uncontext; /* group.c */
extern const struct command group_rename, group_recolour, group_delete, group_place;
extern const struct command dismiss_add, dismiss_remove; /* dismiss.c */
extern const struct command dismiss_context_add, dismiss_context_remove;
extern const struct command dismiss_relation_add, dismiss_relation_remove;
extern const struct command facilitate_lock, facilitate_unlock; /* facilitate.c */
extern const struct command facilitate_silent, facilitate_votes, facilitate_set;
extern const struct command guide_step, guide_timer, guide_title; /* guide.c */
extern const struct command past_undo, past_redo;                 /* past.c */

#endif
