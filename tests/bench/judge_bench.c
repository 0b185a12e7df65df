/*
 * judge_bench: how long the review of a map of 30 contexts and 200 relations takes, each of which carries three
 * events with their fields: from the first look, and again after a change of one relation.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/mem.h"
#include "check/checklist.h"
#include "model/edit.h"
#include "model/step.h"

#define CONTEXTS 30
#define RELATIONS 200
#define EVENTS 600
#define EACH 3 /* events that a relation carries */
#define ROUNDS 50

static uint64_t random_state = 1;

static int64_t below(int64_t count)
{
	random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (int64_t)(random_state >> 33) % count;
}

static int64_t make(struct edit *edit, enum entity entity, const void *item)
{
	struct error err = ERROR_INIT;
	int64_t id = edit_create(edit, entity, item, &err);

	if (id < 0)
		BUG("%s", err.text);
	return id;
}

/* An event with a policy and a command behind it that lie in another context. */
static void make_event(struct edit *edit, int at)
{
	char text[64], payload[] = "id: uuid\nname: text\nstreet: text\ntown: text\nsum: money sensitive";
	int64_t context = 1 + below(CONTEXTS);
	struct sticky sticky = {.kind = KIND_EVENT,
		.text = text,
		.payload = payload,
		.public = below(2),
		.context = context,
		.place = {1 + at % 100 * 4, 1 + at / 100 * 2}};
	struct link link = {0};

	snprintf(text, sizeof(text), "Thing %d was sent", at);
	link.source = make(edit, ENTITY_STICKY, &sticky);
	sticky.context = 1 + (context + below(CONTEXTS - 1)) % CONTEXTS;
	sticky.payload = NULL;
	sticky.public = false;
	for (int i = 0; i < 2; i++) {
		sticky.kind = i ? KIND_COMMAND : KIND_POLICY;
		sticky.place.column++;
		snprintf(text, sizeof(text), i ? "Send thing %d" : "Whenever thing %d is sent", at % 40);
		link.target = make(edit, ENTITY_STICKY, &sticky);
		make(edit, ENTITY_LINK, &link);
		link.source = link.target;
	}
}

static void make_relation(struct edit *edit)
{
	struct relation relation = {.source = 1 + below(CONTEXTS),
		.style = below(3) ? RELATION_ASYNC : RELATION_SYNC,
		.consistency = (int)below(CONSISTENCY_COUNT),
		.autonomous = (int)below(ANSWER_COUNT),
		.compensated = (int)below(ANSWER_COUNT)};
	char uses[] = "id name";
	struct message message = {.uses = uses};

	relation.target = 1 + (relation.source + below(CONTEXTS - 1)) % CONTEXTS;
	message.relation = make(edit, ENTITY_RELATION, &relation);
	for (int i = 0; i < EACH; i++) {
		message.type = (int)below(MESSAGE_TYPE_COUNT);
		message.sticky = 1 + 3 * below(EVENTS);
		if (!board_message(edit->board, message.relation, message.sticky))
			make(edit, ENTITY_MESSAGE, &message);
	}
}

static double now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* Sets the style of a relation and looks again. */
static double look_again(struct edit *edit, struct checklist *list, int round)
{
	size_t first = edit->action->changes.count;
	struct error err = ERROR_INIT;
	double begin;

	if (edit_set(edit, ENTITY_RELATION, 1 + round % RELATIONS, "when_slow",
		    round / RELATIONS % 2 ? "" : "outbox", &err))
		BUG("%s", err.text);
	begin = now_ms();
	for (size_t i = first; i < edit->action->changes.count; i++)
		checklist_note(list, action_change(edit->action, i));
	checklist_update(list);
	return now_ms() - begin;
}

int main(void)
{
	struct action action;
	struct edit edit = {board_new(), &action};
	struct checklist *list;
	double first, again = 0, longest = 0;

	action_init(&action);
	for (int i = 0; i < CONTEXTS; i++) {
		char name[32];
		struct context context = {.name = name, .colour = 1};

		snprintf(name, sizeof(name), "Context %d", i);
		make(&edit, ENTITY_CONTEXT, &context);
	}
	for (int i = 0; i < EVENTS; i++)
		make_event(&edit, i);
	for (int i = 0; i < RELATIONS; i++)
		make_relation(&edit);
	first = now_ms();
	list = checklist_new(edit.board, ROLE_FACILITATOR);
	first = now_ms() - first;
	for (int round = 0; round < ROUNDS; round++) {
		double ms = look_again(&edit, list, round);

		again += ms;
		longest = ms > longest ? ms : longest;
	}
	printf("review of %d relations, %zu messages: %.1f ms with all checks of %zu stickies; after a change "
	       "%.1f ms, at most %.1f ms (aim: 20); %zu findings in step 8\n",
		RELATIONS, board_count(edit.board, ENTITY_MESSAGE), first,
		board_count(edit.board, ENTITY_STICKY), again / ROUNDS, longest,
		checklist_count(list, STEP_LAST));
	checklist_free(list);
	action_release(&action);
	board_free(edit.board);
	return 0;
}
