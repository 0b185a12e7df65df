/*
 * rows: the rows of the table of checks, each defined beside the function that it runs.
 */
#ifndef CHECK_ROWS_H
#define CHECK_ROWS_H

#include "check/check.h"

extern const struct check events_past_tense, events_question, events_imperative; /* events.c */
extern const struct check events_technical, events_vague, events_no_trigger, events_same_text;
extern const struct check balance_one_way, balance_one_voice;                    /* balance.c */
extern const struct check balance_mirror, balance_actor_everything;
extern const struct check commands_no_event, commands_no_issuer;                 /* commands.c */
extern const struct check commands_past_tense, commands_after_event;
extern const struct check commands_no_aggregate, commands_two_aggregates;
extern const struct check commands_policy_no_event, commands_policy_no_command;
extern const struct check hotspots_none, hotspots_bare, hotspots_open;           /* hotspots.c */
extern const struct check roles_actor_idle, roles_actor_vague, roles_actor_alike; /* roles.c */
extern const struct check roles_system_idle, roles_system_alike;
extern const struct check aggregates_idle, aggregates_too_big;                   /* aggregates.c */
extern const struct check aggregates_technical;
extern const struct check borders_none, borders_empty, borders_one;              /* borders.c */
extern const struct check borders_most, borders_many, borders_name;
extern const struct check borders_same_word, borders_pivotal;
extern const struct check routes_missing, routes_unfounded, routes_reversed;     /* routes.c */
extern const struct check routes_pattern_clash, routes_alone;
extern const struct check calls_ring, calls_chain, calls_only_tells;             /* calls.c */
extern const struct check calls_both_ways;
extern const struct check carried_private, carried_unheard, carried_whole;       /* carried.c */
extern const struct check carried_no_rejection;
extern const struct check contracts_conformist, contracts_stale, contracts_notification;
extern const struct check contracts_sensitive, contracts_unneeded, contracts_mute; /* contracts.c */
extern const struct check coupling_mud, coupling_query_back, coupling_reaction;  /* coupling.c */
extern const struct check coupling_subscription;
extern const struct check failures_open, failures_order, failures_saga;          /* failures.c */

#endif
