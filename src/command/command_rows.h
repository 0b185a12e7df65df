/*
 * command_rows: the table of board commands, in the order of the help. Each is defined after the function that it runs,
 * in the file with which its name begins.
 */
#ifndef COMMAND_COMMAND_ROWS_H
#define COMMAND_COMMAND_ROWS_H

#include "command/command.h"

#define COMMAND_ROWS(ROW)             \
	ROW(add_command)              \
	ROW(alter_edit)               \
	ROW(alter_note)               \
	ROW(alter_kind)               \
	ROW(move_command)             \
	ROW(move_carry)               \
	ROW(merge_command)            \
	ROW(park_command)             \
	ROW(park_unpark)              \
	ROW(remove_delete)            \
	ROW(connect_link)             \
	ROW(connect_unlink)           \
	ROW(vote_add)                 \
	ROW(vote_remove)              \
	ROW(alter_resolve)            \
	ROW(alter_reopen)             \
	ROW(dismiss_add)              \
	ROW(dismiss_remove)           \
	ROW(dismiss_context_add)      \
	ROW(dismiss_context_remove)   \
	ROW(dismiss_relation_add)     \
	ROW(dismiss_relation_remove)  \
	ROW(room_insert_column)       \
	ROW(room_delete_column)       \
	ROW(room_insert_row)          \
	ROW(room_delete_row)          \
	ROW(label_phase)              \
	ROW(label_lane)               \
	ROW(alter_pivotal)            \
	ROW(alter_unpivotal)          \
	ROW(group_context)            \
	ROW(group_uncontext)          \
	ROW(group_rename)             \
	ROW(group_recolour)           \
	ROW(group_delete)             \
	ROW(group_place)              \
	ROW(group_arrange)            \
	ROW(connect_relate)           \
	ROW(connect_reverse)          \
	ROW(connect_unrelate)         \
	ROW(describe_purpose)         \
	ROW(describe_context_purpose) \
	ROW(describe_subdomain)       \
	ROW(describe_roles)           \
	ROW(describe_assumptions)     \
	ROW(describe_definition)      \
	ROW(describe_invariants)      \
	ROW(message_publish)          \
	ROW(message_unpublish)        \
	ROW(message_payload)          \
	ROW(message_metadata)         \
	ROW(message_rejection)        \
	ROW(message_add)              \
	ROW(message_remove)           \
	ROW(integrate_command)        \
	ROW(guide_step)               \
	ROW(guide_timer)              \
	ROW(guide_title)              \
	ROW(facilitate_lock)          \
	ROW(facilitate_unlock)        \
	ROW(facilitate_silent)        \
	ROW(facilitate_votes)         \
	ROW(facilitate_set)           \
	ROW(past_undo)                \
	ROW(past_redo)

#define COMMAND_ROWS_DECLARE(name) extern const struct command name;
COMMAND_ROWS(COMMAND_ROWS_DECLARE)
#undef COMMAND_ROWS_DECLARE

#endif
