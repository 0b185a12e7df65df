#include "check/check_run.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check/dismissal.h"
#include "check/trigger.h"
#include "check/wording.h"

struct check_run_sticky {
	struct place place;
	int64_t id;
};

void check_run_init(struct check_run *run, const struct board *board, enum role role,
	const struct relation_index *relations, const struct message_index *messages)
{
	size_t count;

	memset(run, 0, sizeof(*run));
	check_list(&count);
	run->times = mem_zalloc(count * sizeof(*run->times));
	run->role = role;
	run->phase = CHECK_RUN_DONE;
	run->input.board = board;
	run->input.relations = relations;
	run->input.messages = messages;
	tokens_init(&run->input.tokens);
	duplicates_init(&run->input.duplicates);
	nameindex_init(&run->input.aggregates);
	namesakes_init(&run->input.namesakes);
	siblings_init(&run->input.siblings);
	vec_init(&run->stickies, sizeof(struct check_run_sticky));
	vec_init(&run->events, sizeof(int64_t));
	vec_init(&run->flows, sizeof(struct flow));
	for (int step = 0; step <= STEP_LAST; step++) {
		vec_init(&run->general[step], sizeof(struct finding));
		vec_init(&run->placed[step], sizeof(struct check_run_row));
	}
}

void check_run_release(struct check_run *run)
{
	tokens_release(&run->input.tokens);
	duplicates_release(&run->input.duplicates);
	nameindex_release(&run->input.aggregates);
	namesakes_release(&run->input.namesakes);
	siblings_release(&run->input.siblings);
	counts_release(&run->input.counts);
	flow_counts_release(&run->input.flow_counts);
	vec_release(&run->stickies);
	vec_release(&run->events);
	vec_release(&run->flows);
	free(run->times);
	for (int step = 0; step <= STEP_LAST; step++) {
		vec_release(&run->general[step]);
		vec_release(&run->placed[step]);
	}
}

void check_run_begin(struct check_run *run)
{
	size_t count;

	check_list(&count);
	memset(run->times, 0, count * sizeof(*run->times));
	duplicates_reset(&run->input.duplicates, board_count(run->input.board, ENTITY_STICKY));
	nameindex_reset(&run->input.aggregates);
	namesakes_reset(&run->input.namesakes);
	siblings_reset(&run->input.siblings);
	counts_reset(&run->input.counts);
	flow_counts_reset(&run->input.flow_counts);
	vec_reset(&run->stickies);
	vec_reset(&run->events);
	for (int step = 0; step <= STEP_LAST; step++) {
		vec_reset(&run->general[step]);
		vec_reset(&run->placed[step]);
	}
	run->phase = CHECK_RUN_GATHER;
	run->at = 0;
}

static int check_run_compare(const void *a, const void *b)
{
	const struct check_run_sticky *left = a, *right = b;
	int order = place_compare(left->place, right->place);

	return order ? order : (left->id > right->id) - (left->id < right->id);
}

/* Merges the stickies after the first FRONT into these; both parts are in order. */
static void check_run_merge(struct check_run *run, size_t front)
{
	size_t at = run->stickies.count, rest = at - front;
	struct check_run_sticky *all = run->stickies.items, *behind;

	if (!rest)
		return;
	qsort(all + front, rest, sizeof(*all), check_run_compare);
	behind = mem_alloc(rest * sizeof(*behind));
	memcpy(behind, all + front, rest * sizeof(*behind));
	while (rest) {
		if (front && check_run_compare(&all[front - 1], &behind[rest - 1]) > 0)
			all[--at] = all[--front];
		else
			all[--at] = behind[--rest];
	}
	free(behind);
}

/* Gathers up to *LEFT stickies and takes their number off *LEFT; are there no more? */
static bool check_run_gather(struct check_run *run, size_t *left)
{
	size_t front = run->stickies.count;
	const struct sticky *sticky = NULL;

	while (*left && (sticky = board_next(run->input.board, ENTITY_STICKY, &run->at))) {
		vec_add(&run->stickies, struct check_run_sticky) = (struct check_run_sticky){sticky->place, sticky->id};
		--*left;
	}
	check_run_merge(run, front);
	return *left && !sticky;
}

/* Does the event after COMMAND repeat it? */
static bool check_run_is_mirrored(const struct check_run *run, const struct sticky *command, struct tokens *tokens)
{
	const struct sticky *event = trigger_find(run->input.board, command, KIND_BIT(KIND_EVENT), TRIGGER_AFTER);
	uint64_t deed;

	if (!event)
		return false;
	deed = duplicates_deed_key(tokens);
	tokens_read(tokens, event->text);
	return deed && deed == duplicates_deed_key(tokens);
}

static void check_run_read(struct check_run *run, const struct sticky *sticky, struct place place)
{
	struct tokens *tokens = &run->input.tokens;
	struct counts *counts = &run->input.counts;
	bool event = sticky->kind == KIND_EVENT;

	(void)place;
	tokens_read(tokens, sticky->text);
	duplicates_add(&run->input.duplicates, sticky, tokens);
	if (sticky->kind == KIND_AGGREGATE) {
		nameindex_add(&run->input.aggregates, sticky, tokens);
		namesakes_add(&run->input.namesakes, sticky, tokens);
	}
	if (event && sticky->payload)
		vec_add(&run->events, int64_t) = sticky->id;
	counts->failures += event && wording_is_failure(tokens);
	counts->noted += sticky->kind == KIND_AGGREGATE && sticky->note;
	counts->voiced += event && sticky->author;
	if (event && sticky->author)
		counts_add(&counts->voices, (uint64_t)sticky->author);
	if (sticky->context)
		counts_add(&counts->contexts, (uint64_t)sticky->context);
	counts->mirrored += sticky->kind == KIND_COMMAND && check_run_is_mirrored(run, sticky, tokens);
	vec_reset(&run->flows);
	flow_find(run->input.board, sticky, &run->flows);
	for (size_t i = 0; i < run->flows.count; i++)
		flow_counts_add(&run->input.flow_counts, vec_at(&run->flows, i));
}

/* Groups up to *LEFT events and takes their number off *LEFT; are all done? */
static bool check_run_group(struct check_run *run, size_t *left)
{
	struct check_input *input = &run->input;

	for (; run->at < run->events.count && *left; run->at++, --*left) {
		const struct sticky *event = board_sticky(input->board, vec_get(&run->events, int64_t, run->at));
		int64_t aggregate = event && event->kind == KIND_EVENT && event->payload
					    ? siblings_aggregate(input->board, &input->namesakes, event)
					    : 0;

		if (aggregate)
			siblings_add(&input->siblings, aggregate, event,
				message_index_carries_as(input->messages, event->id, MESSAGE_STATE_SNAPSHOT));
	}
	return run->at == run->events.count;
}

/* Counts the command for the actor who issues it. */
static void check_run_count_issuer(struct check_run *run, const struct sticky *command)
{
	const struct sticky *actor = trigger_find(run->input.board, command, KIND_BIT(KIND_ACTOR), TRIGGER_BEFORE);
	const struct duplicate *first = actor ? duplicates_first(&run->input.duplicates, actor->id) : NULL;

	if (first)
		counts_add(&run->input.counts.issuers, (uint64_t)first->id);
}

static void check_run_ask(struct check_run *run, const struct sticky *sticky, struct place place)
{
	size_t count;
	const struct check *const *checks = check_list(&count);

	tokens_read(&run->input.tokens, sticky->text);
	for (size_t i = 0; i < count; i++) {
		const struct check *check = checks[i];
		struct finding finding = {.check = check, .sticky = sticky->id};

		if (check->scope != CHECK_STICKY || !(check->kinds & KIND_BIT(sticky->kind)) ||
			check->role > run->role || !check->run(&run->input, sticky, &finding.other) ||
			dismissal_has(sticky->dismissed, check))
			continue;
		vec_add(&run->placed[check->step], struct check_run_row) = (struct check_run_row){finding, place};
		run->times[i]++;
	}
	if (sticky->kind == KIND_COMMAND)
		check_run_count_issuer(run, sticky);
}

/* Calls STEP for up to *LEFT stickies and takes their number off *LEFT; are all done? */
static bool check_run_each(struct check_run *run, size_t *left,
	void (*step)(struct check_run *run, const struct sticky *sticky, struct place place))
{
	for (; run->at < run->stickies.count && *left; run->at++, --*left) {
		const struct check_run_sticky *entry = vec_at(&run->stickies, run->at);
		const struct sticky *sticky = board_sticky(run->input.board, entry->id);

		if (sticky)
			step(run, sticky, entry->place);
	}
	return run->at == run->stickies.count;
}

static void check_run_find(struct check_run *run, const struct check *check, int64_t sticky, int64_t item)
{
	vec_add(&run->general[check->step], struct finding) =
		(struct finding){.check = check, .sticky = sticky, .item = item};
	run->times[check_index(check)]++;
}

static void check_run_ask_board(struct check_run *run, const struct check *check)
{
	const struct sticky *sticky;
	int64_t id = 0;

	if (!check->run_board(&run->input, &id))
		return;
	sticky = board_sticky(run->input.board, id);
	if (!sticky || !dismissal_has(sticky->dismissed, check))
		check_run_find(run, check, id, 0);
}

/* Runs CHECK on each of ITEMS, contexts or relations. */
static void check_run_ask_items(struct check_run *run, const struct check *check, const struct vec *items)
{
	for (size_t i = 0; i < items->count; i++) {
		const void *item = vec_get(items, const void *, i);
		const struct context *context = check->scope == CHECK_CONTEXT ? item : NULL;
		const struct relation *relation = context ? NULL : item;

		if (context ? check->run_context(&run->input, context) && !dismissal_has(context->dismissed, check)
			    : check->run_relation(&run->input, relation) && !dismissal_has(relation->dismissed, check))
			check_run_find(run, check, 0, context ? context->id : relation->id);
	}
}

static void check_run_close(struct check_run *run)
{
	struct vec contexts = VEC_INIT(const void *), relations = VEC_INIT(const void *);
	size_t count;
	const struct check *const *checks = check_list(&count);

	board_list(run->input.board, ENTITY_CONTEXT, &contexts);
	board_list(run->input.board, ENTITY_RELATION, &relations);
	for (size_t i = 0; i < count; i++)
		if (checks[i]->scope == CHECK_BOARD && checks[i]->role <= run->role)
			check_run_ask_board(run, checks[i]);
	for (size_t i = 0; i < count; i++) {
		if (checks[i]->role > run->role)
			continue;
		if (checks[i]->scope == CHECK_CONTEXT)
			check_run_ask_items(run, checks[i], &contexts);
		else if (checks[i]->scope == CHECK_RELATION)
			check_run_ask_items(run, checks[i], &relations);
	}
	vec_release(&contexts);
	vec_release(&relations);
}

/* Goes on with the phase for up to *LEFT stickies and takes their number off *LEFT; is the phase done? */
static bool check_run_step(struct check_run *run, size_t *left)
{
	switch (run->phase) {
	case CHECK_RUN_GATHER: return check_run_gather(run, left);
	case CHECK_RUN_READ: return check_run_each(run, left, check_run_read);
	case CHECK_RUN_GROUP: return check_run_group(run, left);
	case CHECK_RUN_ASK: return check_run_each(run, left, check_run_ask);
	default: check_run_close(run); return true;
	}
}

bool check_run_continue(struct check_run *run, size_t count)
{
	while (run->phase != CHECK_RUN_DONE && check_run_step(run, &count)) {
		run->phase++;
		run->at = 0;
	}
	return run->phase == CHECK_RUN_DONE;
}
