/*
 * evidence: what suggests that stickies belong in one context, as a graph (community.h).
 *
 *	link    an arrow between them: strongest between an aggregate and what it decides, and from a command to
 *	        what it causes; a policy belongs to what it leads to; between an event and what reacts to it there
 *	        may well be a boundary
 *	name    the text of one names the other, an aggregate (nameindex.h), unless links say which one it is
 *	word    their texts share a word that is not used everywhere: the first word of a text, after the verb of
 *	        a command, says most. For aggregates, a word of both names
 *	place   they stand side by side (trigger.h) and no link says otherwise; neighbouring slots tie a little,
 *	        unless a pivotal event or the edge of a phase is in between
 *
 * Stickies that already share a context are one node; words are nodes between the stickies that use them.
 */
#ifndef CHECK_EVIDENCE_H
#define CHECK_EVIDENCE_H

#include "base/map.h"
#include "base/vec.h"
#include "check/community.h"
#include "check/nameindex.h"
#include "check/namesakes.h"
#include "check/vocabulary.h"
#include "model/board.h"

enum evidence_basis { EVIDENCE_LINK, EVIDENCE_NAME, EVIDENCE_WORD, EVIDENCE_PLACE, EVIDENCE_BASES };

struct evidence {
	const struct board *board;
	struct vec stickies;        /* of const struct sticky *: all, along the timeline */
	struct map nodes;           /* id of a sticky -> its node, from 1 */
	struct community graph;     /* first the contexts, then the stickies in none, then words */
	struct vec bases;           /* of enum evidence_basis: of each tie in `graph` */
	struct vec contexts;        /* of const struct context *: those of the first nodes */
	struct nameindex names;     /* of all aggregates */
	struct namesakes namesakes; /* which of them are one, with one node */
	struct vec named;           /* of const struct sticky *; scratch: those that a text names */
	struct vocabulary words;
	struct map word_nodes; /* place of a word in `words` -> its node, from 1 */
};

/* Gathers all evidence of BOARD, which must outlive EVIDENCE. */
void evidence_init(struct evidence *evidence, const struct board *board);
void evidence_release(struct evidence *evidence);

/* The node of STICKY; the node of word AT, or 0 if that ties nothing. */
size_t evidence_node(const struct evidence *evidence, const struct sticky *sticky);
size_t evidence_word_node(const struct evidence *evidence, size_t at);

#endif
