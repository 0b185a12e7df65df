/*
 * check_bench: how long the checks take on boards of 1,000, 20,000 and 100,000 stickies, all at once and at most in
 * one slice; and on a map of 30 contexts and 200 relations, each of which carries three events with their fields.
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
#define ROUNDS 5

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

/* Of the processor, so that other programs do not count. */
static double now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* A board as people write it: sentences of eight kinds, side by side. */
static void make_board(struct edit *edit, int count)
{
	static const enum kind kinds[] = {KIND_EVENT, KIND_COMMAND, KIND_POLICY, KIND_ACTOR, KIND_AGGREGATE,
		KIND_READ_MODEL, KIND_EXTERNAL_SYSTEM, KIND_HOTSPOT};

	for (int i = 0; i < count; i++) {
		char text[64];
		struct sticky sticky = {.kind = kinds[i % 8], .text = text, .place = {1 + i / 10, 1 + i % 10}};

		snprintf(text, sizeof(text), "%s number %d 주문이 접수되었다", kind_token(kinds[i % 8]), i);
		make(edit, ENTITY_STICKY, &sticky);
	}
}

/* The same, of which one sticky is put aside. */
static void make_parked(struct edit *edit, int count)
{
	char name[] = "Parking lot";
	struct lane lane = {.row = 20, .name = name};
	struct sticky sticky = {.kind = KIND_EVENT, .place = {1, 20}};

	make_board(edit, count);
	make(edit, ENTITY_LANE, &lane);
	make(edit, ENTITY_STICKY, &sticky);
}

static void make_map(struct edit *edit, int count)
{
	(void)count;
	for (int i = 0; i < CONTEXTS; i++) {
		char name[32];
		struct context context = {.name = name, .colour = 1};

		snprintf(name, sizeof(name), "Context %d", i);
		make(edit, ENTITY_CONTEXT, &context);
	}
	for (int i = 0; i < EVENTS; i++)
		make_event(edit, i);
	for (int i = 0; i < RELATIONS; i++)
		make_relation(edit);
}

/* Runs the checks once, slice by slice: how long it takes, and the longest slice. */
static double run(struct checklist *list, double *longest)
{
	double all = 0;
	bool done;

	*longest = 0;
	do {
		double ms = now_ms();

		done = checklist_work(list, CHECKLIST_SLICE);
		ms = now_ms() - ms;
		all += ms;
		*longest = ms > *longest ? ms : *longest;
	} while (!done);
	return all;
}

/* The first run, and the best of ROUNDS after a change. */
static void measure(const char *name, void (*fill)(struct edit *edit, int count), int count)
{
	struct action action;
	struct edit edit = {board_new(), &action};
	struct checklist *list = checklist_new(edit.board, ROLE_FACILITATOR);
	double first, first_slice, best = 0, best_slice = 0;
	size_t findings = 0;

	action_init(&action);
	fill(&edit, count);
	first = run(list, &first_slice);
	for (int round = 0; round < ROUNDS; round++) {
		struct error err = ERROR_INIT;
		double longest, all;

		if (edit_set(&edit, ENTITY_STICKY, 1, "text", round % 2 ? "Paid" : "Pay", &err))
			BUG("%s", err.text);
		checklist_hurry(list);
		all = run(list, &longest);
		best = !round || all < best ? all : best;
		best_slice = !round || longest < best_slice ? longest : best_slice;
	}
	for (int step = STEP_FIRST; step <= STEP_LAST; step++)
		findings += checklist_count(list, step);
	printf("checks of %s of %zu stickies: first %.1f ms, in slices of at most %.1f ms (aim: 16); after a "
	       "change %.1f ms, %.1f ms; %zu findings\n",
		name, board_count(edit.board, ENTITY_STICKY), first, first_slice, best, best_slice, findings);
	checklist_free(list);
	action_release(&action);
	board_free(edit.board);
}

int main(void)
{
	measure("a board", make_board, 1000);
	measure("a board", make_board, 20000);
	measure("a board", make_board, 100000);
	measure("a board, one aside,", make_parked, 20000);
	measure("a map", make_map, 0);
	return 0;
}
