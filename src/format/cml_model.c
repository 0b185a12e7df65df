#include "format/cml_model.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check/trigger.h"
#include "format/cml_words.h"

static char *cml_model_name(struct identifiers *identifiers, const char *text, const char *word, int64_t id)
{
	struct strbuf name = STRBUF_INIT;

	identifiers_make(identifiers, text, word, id, &name);
	return strbuf_detach(&name);
}

static void cml_model_read_contexts(struct cml_model *model)
{
	struct vec list = VEC_INIT(const struct context *);
	struct identifiers names;

	identifiers_init(&names, IDENTIFIERS_TYPE, cml_words);
	board_list(model->board, ENTITY_CONTEXT, &list);
	for (size_t i = 0; i < list.count; i++) {
		struct cml_context *context = mem_zalloc(sizeof(*context));

		context->context = vec_get(&list, const struct context *, i);
		context->name = cml_model_name(&names, context->context->name, "Context", context->context->id);
		vec_init(&context->aggregates, sizeof(struct cml_aggregate *));
		vec_add(&model->contexts, struct cml_context *) = context;
		map_set(&model->by_id, (uint64_t)context->context->id, context);
	}
	identifiers_release(&names);
	vec_release(&list);
}

static struct cml_aggregate *cml_model_add(
	struct cml_model *model, struct cml_context *context, const char *text, int64_t id)
{
	struct cml_aggregate *aggregate = mem_zalloc(sizeof(*aggregate));

	aggregate->text = text;
	aggregate->name = cml_model_name(&model->aggregate_names, text, "Aggregate", id);
	vec_init(&aggregate->objects, sizeof(struct cml_object));
	vec_add(&context->aggregates, struct cml_aggregate *) = aggregate;
	return aggregate;
}

/* The first sticky of the same context, kind and text; STICKY itself if there is none before. Stickies without text
 * are never the same. */
static int64_t cml_model_first(struct cml_model *model, const struct sticky *sticky)
{
	struct strbuf key = STRBUF_INIT;
	int64_t first;

	if (!sticky->text)
		return sticky->id;
	strbuf_addf(&key, "%" PRId64 " %d %s", sticky->context, sticky->kind, sticky->text);
	first = names_get(&model->known, key.text);
	if (!first) {
		first = sticky->id;
		names_set(&model->known, key.text, first);
	}
	strbuf_release(&key);
	return first;
}

static void cml_model_read_aggregate(struct cml_model *model, const struct sticky *sticky)
{
	struct cml_context *context = map_get(&model->by_id, (uint64_t)sticky->context);
	uint64_t first = namesakes_key(&model->namesakes, sticky);
	struct cml_aggregate *aggregate = map_get(&model->placed, first);

	if (!aggregate)
		aggregate = cml_model_add(model, context, sticky->text, sticky->id);
	map_set(&model->placed, first, aggregate);
	map_set(&model->placed, (uint64_t)sticky->id, aggregate);
}

/* The aggregate of CONTEXT for what belongs to no other: the one of that name, created if needed. */
static struct cml_aggregate *cml_model_rest(struct cml_model *model, struct cml_context *context)
{
	for (size_t i = 0; i < context->aggregates.count && !context->rest; i++) {
		struct cml_aggregate *aggregate = vec_get(&context->aggregates, struct cml_aggregate *, i);

		if (aggregate->text && !strcmp(aggregate->text, context->context->name))
			context->rest = aggregate;
	}
	if (!context->rest) {
		context->rest = cml_model_add(model, context, context->context->name, context->context->id);
		context->rest->made = true;
	}
	return context->rest;
}

/* The aggregate that a command acts on, or an event comes from. */
static struct cml_aggregate *cml_model_place(struct cml_model *model, const struct sticky *sticky)
{
	struct cml_context *context = map_get(&model->by_id, (uint64_t)sticky->context);
	const struct sticky *on = trigger_find(model->board, sticky, KIND_BIT(KIND_AGGREGATE),
		sticky->kind == KIND_COMMAND ? TRIGGER_AFTER : TRIGGER_BEFORE);

	if (on && on->context == sticky->context)
		return map_get(&model->placed, (uint64_t)on->id);
	return cml_model_rest(model, context);
}

static void cml_model_read_object(struct cml_model *model, const struct sticky *sticky)
{
	struct cml_object *object;

	if (cml_model_first(model, sticky) != sticky->id)
		return;
	object = vec_push(&cml_model_place(model, sticky)->objects);
	object->sticky = sticky;
	object->name = cml_model_name(
		&model->object_names, sticky->text, sticky->kind == KIND_COMMAND ? "Command" : "Event", sticky->id);
}

/* Reads the stickies in contexts: aggregates if AGGREGATES, otherwise commands and events. */
static void cml_model_read(struct cml_model *model, const struct vec *list, bool aggregates)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct sticky *sticky = vec_get(list, const struct sticky *, i);
		bool is_aggregate = sticky->kind == KIND_AGGREGATE;

		if (is_aggregate != aggregates ||
			(!is_aggregate && sticky->kind != KIND_COMMAND && sticky->kind != KIND_EVENT))
			continue;
		if (!sticky->context)
			model->left_out++;
		else if (is_aggregate)
			cml_model_read_aggregate(model, sticky);
		else
			cml_model_read_object(model, sticky);
	}
}

void cml_model_init(struct cml_model *model, const struct board *board)
{
	struct vec list = VEC_INIT(const struct sticky *);

	*model = (struct cml_model){.board = board, .contexts = VEC_INIT(struct cml_context *)};
	identifiers_init(&model->aggregate_names, IDENTIFIERS_TYPE, cml_words);
	identifiers_init(&model->object_names, IDENTIFIERS_TYPE, cml_words);
	cml_model_read_contexts(model);
	namesakes_init(&model->namesakes);
	namesakes_read(&model->namesakes, board);
	board_list_in_time(board, &list);
	cml_model_read(model, &list, true);
	cml_model_read(model, &list, false);
	vec_release(&list);
}

static void cml_model_free_aggregate(struct cml_aggregate *aggregate)
{
	for (size_t i = 0; i < aggregate->objects.count; i++)
		free(vec_get(&aggregate->objects, struct cml_object, i).name);
	vec_release(&aggregate->objects);
	free(aggregate->name);
	free(aggregate);
}

void cml_model_release(struct cml_model *model)
{
	for (size_t i = 0; i < model->contexts.count; i++) {
		struct cml_context *context = vec_get(&model->contexts, struct cml_context *, i);

		for (size_t j = 0; j < context->aggregates.count; j++)
			cml_model_free_aggregate(vec_get(&context->aggregates, struct cml_aggregate *, j));
		vec_release(&context->aggregates);
		free(context->name);
		free(context);
	}
	vec_release(&model->contexts);
	map_release(&model->by_id);
	map_release(&model->placed);
	names_release(&model->known);
	namesakes_release(&model->namesakes);
	identifiers_release(&model->aggregate_names);
	identifiers_release(&model->object_names);
}

const struct cml_context *cml_model_context(const struct cml_model *model, int64_t id)
{
	return map_get(&model->by_id, (uint64_t)id);
}
