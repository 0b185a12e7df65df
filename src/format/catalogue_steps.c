#include "format/catalogue_steps.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/mem.h"

/* A step: somebody, or a message. */
struct catalogue_step {
	const struct exchange *exchange;
	const struct exchange_party *party; /* or NULL for the message */
	struct vec next;                    /* of size_t: places of the next steps */
};

struct catalogue_steps {
	const struct catalogue *catalogue;
	struct vec list; /* of struct catalogue_step */
};

static struct catalogue_step *catalogue_step(const struct catalogue_steps *steps, size_t at)
{
	return vec_at(&steps->list, at);
}

/* Adds a step; returns its place. */
static size_t catalogue_steps_add(
	struct catalogue_steps *steps, const struct exchange *exchange, const struct exchange_party *party)
{
	vec_add(&steps->list, struct catalogue_step) = (struct catalogue_step){exchange, party, VEC_INIT(size_t)};
	return steps->list.count - 1;
}

/* The last step at which PARTY is; it is made if necessary. */
static size_t catalogue_steps_at(
	struct catalogue_steps *steps, const struct exchange *exchange, const struct exchange_party *party)
{
	for (size_t i = steps->list.count; i-- > 0;)
		if (catalogue_step(steps, i)->party && exchange_same(catalogue_step(steps, i)->party, party))
			return i;
	return catalogue_steps_add(steps, exchange, party);
}

static void catalogue_steps_read(struct catalogue_steps *steps, const struct catalogue_thing *flow)
{
	const struct board *board = steps->catalogue->board;

	for (size_t i = 0; i < steps->catalogue->exchanges.count; i++) {
		const struct exchange *exchange = vec_at(&steps->catalogue->exchanges, i);
		size_t from, message, to;

		if (!exchange->message)
			continue;
		if (flow->events ? !exchange_is_about(board, exchange->message, flow->events)
				 : board_phase_of(board, exchange->message->place.column) != flow->phase)
			continue;
		from = catalogue_steps_at(steps, exchange, &exchange->from);
		message = catalogue_steps_add(steps, exchange, NULL);
		to = catalogue_steps_add(steps, exchange, &exchange->to);
		vec_add(&catalogue_step(steps, from)->next, size_t) = message;
		vec_add(&catalogue_step(steps, message)->next, size_t) = to;
	}
}

static void catalogue_steps_pointer(struct yaml *yaml, const char *key, const struct catalogue_thing *thing)
{
	yaml_open(yaml, key);
	yaml_text(yaml, "id", thing->id);
	yaml_text(yaml, "version", "latest");
	yaml_close(yaml);
}

/* Writes what STEP is, besides its TITLE. */
static void catalogue_steps_write_kind(
	const struct catalogue_steps *steps, const struct catalogue_step *step, const char *title, struct yaml *yaml)
{
	const struct catalogue_thing *thing = step->party
						      ? catalogue_party(steps->catalogue, step->party)
						      : catalogue_message(steps->catalogue, step->exchange->message);

	if (thing) {
		catalogue_steps_pointer(yaml, step->party ? "service" : "message", thing);
	} else if (step->party && step->party->role == EXCHANGE_PERSON) {
		yaml_open(yaml, "actor");
		yaml_text(yaml, "name", title);
		yaml_close(yaml);
	} else {
		yaml_open(yaml, "custom");
		yaml_text(yaml, "title", title);
		if (!step->party)
			yaml_text(yaml, "type", kind_token((enum kind)step->exchange->message->kind));
		yaml_close(yaml);
	}
}

static void catalogue_steps_write_one(const struct catalogue_steps *steps, size_t at, struct yaml *yaml)
{
	const struct catalogue_step *step = catalogue_step(steps, at);
	const char *title = step->party ? step->party->name : step->exchange->text;
	char id[24];

	if (!*title)
		title = step->party ? "?" : kind_token((enum kind)step->exchange->message->kind);
	yaml_open_item(yaml);
	snprintf(id, sizeof(id), "%zu", at + 1);
	yaml_text(yaml, "id", id);
	yaml_text(yaml, "title", title);
	catalogue_steps_write_kind(steps, step, title, yaml);
	if (step->next.count)
		yaml_open(yaml, "next_steps");
	for (size_t i = 0; i < step->next.count; i++) {
		snprintf(id, sizeof(id), "%zu", vec_get(&step->next, size_t, i) + 1);
		yaml_open_item(yaml);
		yaml_text(yaml, "id", id);
		yaml_close(yaml);
	}
	if (step->next.count)
		yaml_close(yaml);
	yaml_close(yaml);
}

void catalogue_steps_write(const struct catalogue *catalogue, const struct catalogue_thing *flow, struct yaml *yaml)
{
	struct catalogue_steps steps = {catalogue, VEC_INIT(struct catalogue_step)};

	catalogue_steps_read(&steps, flow);
	if (!steps.list.count) {
		yaml_word(yaml, "steps", "[]");
	} else {
		yaml_open(yaml, "steps");
		for (size_t i = 0; i < steps.list.count; i++)
			catalogue_steps_write_one(&steps, i, yaml);
		yaml_close(yaml);
	}
	for (size_t i = 0; i < steps.list.count; i++)
		vec_release(&catalogue_step(&steps, i)->next);
	vec_release(&steps.list);
}
