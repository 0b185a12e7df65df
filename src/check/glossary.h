/*
 * glossary: the names of things on several boards, and which of them may mean different things.
 *
 * The names are those of actors, aggregates, external systems and read models; names that differ only in case, spaces,
 * articles or number are one term. A meaning of a term is what it says on one board, in one context, as one kind: its
 * definition, or else its note. A term means different things if two of its definitions differ, or if it is of two
 * kinds; it may do so if it is in two contexts, for which people have to decide.
 */
#ifndef CHECK_GLOSSARY_H
#define CHECK_GLOSSARY_H

#include "base/map.h"
#include "base/vec.h"
#include "check/tokens.h"
#include "model/board.h"

/* How the meanings of a term differ, in bits. */
enum glossary_difference {
	GLOSSARY_NOTE = 1 << 0,
	GLOSSARY_KIND = 1 << 1,
	GLOSSARY_CONTEXT = 1 << 2 /* only perhaps */
};

struct glossary_meaning {
	size_t term;     /* its place in `terms` */
	char *text;      /* as written there */
	char *context;   /* its name, or NULL */
	char *board;     /* its name, from the caller */
	char *note;      /* what defines it, or NULL */
	enum kind kind;  /* of the sticky */
	int64_t sticky;  /* the first that says so */
	size_t stickies; /* how many say so */
};

struct glossary_term {
	size_t first;         /* its first meaning; the others follow, once glossary_end() has been called */
	size_t count;         /* how many */
	unsigned differences; /* bits of enum glossary_difference */
};

struct glossary {
	struct vec terms;    /* of struct glossary_term */
	struct vec meanings; /* of struct glossary_meaning, whose texts are owned */
	struct map names;    /* key of a name -> its place in `terms`, from 1 */
	struct map seen;     /* key of name, kind, context and board -> its place in `meanings`, from 1 */
	struct tokens words; /* of the sticky being added */
};

void glossary_init(struct glossary *glossary);
void glossary_release(struct glossary *glossary);

/* Adds the names on BOARD, called NAME. */
void glossary_add(struct glossary *glossary, const char *name, const struct board *board);

/* Sorts the terms by name, the meanings by term, and finds the differences. Then nothing may be added any more. */
void glossary_end(struct glossary *glossary);

#endif
