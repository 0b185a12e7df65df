/*
 * evidence: what speaks for stickies lying in one context, as a graph (community.h).
 *
 *	link    an arrow between them. What an aggregate decides and what a command causes belongs together most; a
 *	        policy belongs to what it leads to; between an event and what reacts to it there may well be a seam
 *	name    the text of one names the other, an aggregate (nameindex.h), unless links say which it is
 *	word    their texts have a word in common that not everybody uses: the one that a text begins with, after the
 *	        verb of a command, says most. Of aggregates it is the word by which both are called
 *	place   they stand side by side (trigger.h), where no link says otherwise; and what lies in neighbouring slots
 *	        hangs together a little, unless a pivotal event or the edge of a phase lies between
 *
 * Stickies that already lie in one context are one node, and words are nodes between those who use them.
 */
#ifndef CHECK_EVIDENCE_H
#define CHECK_EVIDENCE_H

#include "base/map.h"
#include "base/vec.h"
#include "check/community.h"
#include "check/nameindex.h"
#include "check/vocabulary.h"
#include "model/board.h"

enum evidence_basis { EVIDENCE_LINK, EVIDENCE_NAME, EVIDENCE_WORD, EVIDENCE_PLACE, EVIDENCE_BASES };

struct evidence {
	const struct board *board;
	struct vec stickies;    /* of const struct sticky *: all, along the timeline */
	struct map nodes;       /* id of a sticky -> its node, from 1 */
	struct community graph; /* first the contexts, then the stickies in none, then words */
	struct vec bases;       /* of enum evidence_basis: of each tie in `graph` */
	struct vec contexts;    /* of const struct context *: those of the first nodes */
	struct nameindex names; /* of all aggregates */
	struct vec named;       /* of const struct sticky *: for a moment, which of these a text names */
	struct vocabulary words;
	struct map word_nodes; /* place of a word in `words` -> its node, from 1 */
};

/* Gathers all that BOARD has, which must outlive it. */
void evidence_init(struct evidence *evidence, const struct board *board);
void evidence_release(struct evidence *evidence);

/* The node of STICKY; that of word AT, or 0 when it ties nothing. */
size_t evidence_node(const struct evidence *evidence, const struct sticky *sticky);
size_t evidence_word_node(const struct evidence *evidence, size_t at);

#endif
