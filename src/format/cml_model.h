/*
 * cml_model: what of a board goes into a model of Context Mapper, and by which names: contexts,
 * aggregates in them, and in these commands and events.
 *
 * Aggregates, commands and events that stand several times in a context are one. A command or an
 * event belongs to the aggregate that stands behind it or before it, if that is of the same context;
 * otherwise to one with the name of the context. Stickies in no context belong to nothing.
 */
#ifndef FORMAT_CML_MODEL_H
#define FORMAT_CML_MODEL_H

#include "format/identifiers.h"
#include "model/board.h"

struct cml_object {
	const struct sticky *sticky; /* a command or an event */
	char *name;
};

struct cml_aggregate {
	const char *text; /* what people call it */
	char *name;
	struct vec objects; /* of struct cml_object, in reading order */
};

struct cml_context {
	const struct context *context;
	char *name;
	struct vec aggregates;      /* of struct cml_aggregate *, in reading order */
	struct cml_aggregate *rest; /* the one of them for what belongs to no other; or NULL */
};

/* It points into the board and is good until the board changes. */
struct cml_model {
	const struct board *board;
	struct vec contexts; /* of struct cml_context *, by id */
	size_t left_out;     /* aggregates, commands and events that are in no context */
	/* What follows is for making it. */
	struct map by_id;   /* id of a context -> itself */
	struct map placed;  /* id of an aggregate -> struct cml_aggregate * */
	struct names known; /* "CONTEXT KIND TEXT" -> id of the first sticky */
	struct identifiers aggregate_names, object_names;
};

void cml_model_init(struct cml_model *model, const struct board *board);
void cml_model_release(struct cml_model *model);

/* The context of that id, which is on the board. */
const struct cml_context *cml_model_context(const struct cml_model *model, int64_t id);

/* The words of the language, which cannot be names; NULL-terminated. */
extern const char *const cml_model_words[];

#endif
