/*
 * check_rows: the table of checks, by steps. Each is defined beside the function that it runs.
 */
#ifndef CHECK_CHECK_ROWS_H
#define CHECK_CHECK_ROWS_H

#include "check/check.h"

#define CHECK_ROWS(ROW)                       \
	/* 1 events */                        \
	ROW(check_events_past_tense)          \
	ROW(check_events_question)            \
	ROW(check_events_imperative)          \
	ROW(check_events_technical)           \
	ROW(check_events_vague)               \
	ROW(check_events_same_text)           \
	ROW(check_board_one_way)              \
	ROW(check_board_one_voice)            \
	/* 2 systems */                       \
	ROW(check_roles_system_idle)          \
	ROW(check_roles_system_alike)         \
	/* 3 commands */                      \
	ROW(check_events_no_trigger)          \
	ROW(check_commands_no_event)          \
	ROW(check_commands_past_tense)        \
	ROW(check_commands_no_verb)           \
	ROW(check_commands_after_event)       \
	/* 4 hotspots */                      \
	ROW(check_hotspots_none)              \
	ROW(check_hotspots_bare)              \
	ROW(check_hotspots_open)              \
	ROW(check_hotspots_opportunity_open)  \
	/* 5 actors */                        \
	ROW(check_commands_no_issuer)         \
	ROW(check_roles_actor_idle)           \
	ROW(check_roles_actor_vague)          \
	ROW(check_roles_actor_alike)          \
	ROW(check_board_actor_everything)     \
	/* 6 aggregates */                    \
	ROW(check_commands_no_aggregate)      \
	ROW(check_commands_two_aggregates)    \
	ROW(check_aggregates_idle)            \
	ROW(check_aggregates_too_big)         \
	ROW(check_aggregates_technical)       \
	ROW(check_commands_policy_no_event)   \
	ROW(check_commands_policy_no_command) \
	ROW(check_board_mirror)               \
	/* 7 contexts */                      \
	ROW(check_contexts_none)              \
	ROW(check_contexts_missing)           \
	ROW(check_contexts_empty)             \
	ROW(check_contexts_one)               \
	ROW(check_contexts_most)              \
	ROW(check_contexts_many)              \
	ROW(check_contexts_name)              \
	ROW(check_contexts_alike)             \
	ROW(check_contexts_same_word)         \
	ROW(check_contexts_pivotal)           \
	/* 8 map */                           \
	ROW(check_relations_missing)          \
	ROW(check_relations_unfounded)        \
	ROW(check_relations_reversed)         \
	ROW(check_calls_ring)                 \
	ROW(check_calls_chain)                \
	ROW(check_calls_only_tells)           \
	ROW(check_calls_both_ways)            \
	ROW(check_relations_pattern_clash)    \
	ROW(check_relations_unknown)          \
	ROW(check_relations_alone)            \
	ROW(check_coupling_mud)               \
	ROW(check_messages_private)           \
	ROW(check_messages_unheard)           \
	ROW(check_messages_whole)             \
	ROW(check_messages_no_rejection)      \
	ROW(check_contracts_conformist)       \
	ROW(check_contracts_stale)            \
	ROW(check_contracts_notification)     \
	ROW(check_contracts_sensitive)        \
	ROW(check_contracts_unneeded)         \
	ROW(check_contracts_mute)             \
	ROW(check_coupling_query_back)        \
	ROW(check_coupling_reaction)          \
	ROW(check_coupling_subscription)      \
	ROW(check_failures_order)             \
	ROW(check_failures_saga)              \
	ROW(check_failures_open)

#define CHECK_ROWS_DECLARE(name) extern const struct check name;
CHECK_ROWS(CHECK_ROWS_DECLARE)
#undef CHECK_ROWS_DECLARE

#endif
