/*
 * cml_model: a board as a Context Mapper model: its contexts with their aggregates, and the commands and events of
 * these, with their names.
 *
 * Aggregates, commands and events with the same text in a context are one. A command or an event belongs to the
 * aggregate after it or before it, if that is in the same context; otherwise to an aggregate named after the context.
 * Stickies outside of contexts are left out.
 */
#ifndef FORMAT_CML_MODEL_H
#define FORMAT_CML_MODEL_H

#include "check/namesakes.h"
#include "format/identifiers.h"
#include "model/board.h"

struct cml_object {
	const struct sticky *sticky; /* a command or an event */
	char *name;
};

struct cml_aggregate {
	const char *text; /* as people wrote it */
	char *name;
	bool made;          /* it is on no sticky, but for what belongs to no other */
	struct vec objects; /* of struct cml_object, in reading order */
};

struct cml_context {
	const struct context *context;
	char *name;
	struct vec aggregates;      /* of struct cml_aggregate *, in reading order */
	struct cml_aggregate *rest; /* the one for what belongs to no other; or NULL */
};

/* It points into the board and is valid until the board changes. */
struct cml_model {
	const struct board *board;
	struct vec contexts; /* of struct cml_context *, by id */
	size_t left_out;     /* aggregates, commands and events that are in no context */
	/* The rest is used only while building it. */
	struct map by_id;           /* id of a context -> itself */
	struct map placed;          /* id of an aggregate -> struct cml_aggregate * */
	struct namesakes namesakes; /* which aggregates are one */
	struct names known;         /* "CONTEXT KIND TEXT" -> id of the first sticky */
	struct identifiers aggregate_names, object_names;
};

void cml_model_init(struct cml_model *model, const struct board *board);
void cml_model_release(struct cml_model *model);

/* The context with ID, which must be on the board. */
const struct cml_context *cml_model_context(const struct cml_model *model, int64_t id);

#endif
