#include "format/storyline.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/map.h"
#include "base/mem.h"
#include "check/namesakes.h"
#include "check/trigger.h"

#define STORYLINE_TRIGGERS (KIND_BIT(KIND_COMMAND) | KIND_BIT(KIND_POLICY) | KIND_BIT(KIND_EXTERNAL_SYSTEM))
#define STORYLINE_DOERS (KIND_BIT(KIND_ACTOR) | KIND_BIT(KIND_POLICY) | KIND_BIT(KIND_EXTERNAL_SYSTEM))
#define STORYLINE_SEEN (KIND_BIT(KIND_READ_MODEL) | KIND_BIT(KIND_UI))
#define STORYLINE_FOLLOWS (KIND_BIT(KIND_POLICY) | KIND_BIT(KIND_READ_MODEL) | KIND_BIT(KIND_UI))

/* A storyline being written. */
struct storyline {
	const struct board *board;
	struct paper *paper;
	struct map told;            /* ids of stickies already in it; of aggregates of one name the lowest */
	struct namesakes namesakes; /* which aggregates are one */
	struct map remarks;         /* id of an event -> a struct vec * of the remarks about it, owned */
};

/* Adds "LABEL: TEXT" at DEPTH; then whether the sticky is resolved, and its note. */
static void storyline_say(struct storyline *line, int depth, const char *label, const struct sticky *sticky)
{
	struct paper *paper = line->paper;

	paper_begin_item(paper, depth);
	paper_textf(paper, "%s: ", label);
	paper_text(paper, sticky->text);
	if (sticky->resolved)
		paper_textf(paper, " (%s)", _("resolved"));
	if (sticky->note && !(KIND_RESOLVABLE & KIND_BIT(sticky->kind)))
		paper_textf(paper, " — %s", sticky->note);
	paper_end_item(paper);
	map_set(&line->told, namesakes_key(&line->namesakes, sticky), (void *)sticky);
}

/* Prints who issues COMMAND, and what they look at. */
static void storyline_command(struct storyline *line, const struct sticky *command)
{
	const struct board *board = line->board;
	const struct sticky *seen = trigger_find(board, command, STORYLINE_SEEN, TRIGGER_BEFORE);
	const struct sticky *doer = trigger_linked(board, command, STORYLINE_DOERS, TRIGGER_BEFORE);

	storyline_say(line, 1, kind_name(KIND_COMMAND), command);
	if (!doer && seen)
		doer = trigger_linked(board, seen, KIND_BIT(KIND_ACTOR), TRIGGER_BEFORE);
	if (!doer)
		doer = trigger_find(board, command, STORYLINE_DOERS, TRIGGER_BEFORE);
	if (doer)
		storyline_say(line, 2, doer->kind == KIND_ACTOR ? _("by") : kind_name(doer->kind), doer);
	if (seen)
		storyline_say(line, 2, _("sees"), seen);
}

/* Prints what leads to EVENT. */
static void storyline_triggers(struct storyline *line, const struct sticky *event)
{
	const struct board *board = line->board;
	const struct sticky *system = trigger_linked(board, event, KIND_BIT(KIND_EXTERNAL_SYSTEM), TRIGGER_AROUND);
	const struct sticky *trigger =
		trigger_tied(board, event, KIND_BIT(KIND_COMMAND) | KIND_BIT(KIND_POLICY), TRIGGER_BEFORE);

	if (!trigger && !system)
		trigger = trigger_find(board, event, STORYLINE_TRIGGERS, TRIGGER_BEFORE);
	if (trigger && trigger->kind == KIND_COMMAND)
		storyline_command(line, trigger);
	else if (trigger)
		storyline_say(line, 1, kind_name(trigger->kind), trigger);
	if (system)
		storyline_say(line, 1, kind_name(KIND_EXTERNAL_SYSTEM), system);
}

/* Prints what follows EVENT: all that it links to, or else what lies beside it. */
static void storyline_follows(struct storyline *line, const struct sticky *event)
{
	const struct sticky *found = trigger_linked(line->board, event, STORYLINE_FOLLOWS, TRIGGER_AFTER);

	if (!found) {
		found = trigger_find(line->board, event, STORYLINE_FOLLOWS, TRIGGER_AFTER);
		if (found)
			storyline_say(line, 1, kind_name(found->kind), found);
		return;
	}
	for (const struct link *link = event->first_out; link; link = link->next_out) {
		const struct sticky *other = board_sticky(line->board, link->target);

		if (STORYLINE_FOLLOWS & KIND_BIT(other->kind))
			storyline_say(line, 1, kind_name(other->kind), other);
	}
}

static void storyline_event(struct storyline *line, const struct sticky *event)
{
	const struct sticky *found;
	const struct vec *remarks;
	struct paper *paper = line->paper;

	paper_begin_item(paper, 0);
	paper_strong(paper, event->text);
	if (event->pivotal)
		paper_textf(paper, " (%s)", _("pivotal"));
	if (event->note)
		paper_textf(paper, " — %s", event->note);
	paper_end_item(paper);
	map_set(&line->told, (uint64_t)event->id, (void *)event);
	storyline_triggers(line, event);
	found = trigger_find(line->board, event, KIND_BIT(KIND_AGGREGATE), TRIGGER_BEFORE);
	if (found)
		storyline_say(line, 1, kind_name(KIND_AGGREGATE), found);
	storyline_follows(line, event);
	remarks = map_get(&line->remarks, (uint64_t)event->id);
	for (size_t i = 0; remarks && i < remarks->count; i++) {
		const struct sticky *remark = vec_get(remarks, const struct sticky *, i);

		storyline_say(line, 1, kind_name((enum kind)remark->kind), remark);
	}
}

static const struct phase *storyline_phase_of(const struct board *board, const struct sticky *sticky)
{
	return board_phase_of(board, sticky->place.column);
}

/* Prints the phase of COUNT stickies, if it has events. */
static void storyline_phase(struct storyline *line, const struct sticky **stickies, size_t count)
{
	const struct phase *phase = storyline_phase_of(line->board, stickies[0]);
	size_t events = 0;

	for (size_t i = 0; i < count; i++)
		events += stickies[i]->kind == KIND_EVENT;
	if (!events)
		return;
	if (phase || board_count(line->board, ENTITY_PHASE))
		paper_heading(line->paper, 3, phase ? phase->name : _("Before the first phase"));
	for (size_t i = 0; i < count; i++)
		if (stickies[i]->kind == KIND_EVENT)
			storyline_event(line, stickies[i]);
}

const struct sticky *storyline_owner(const struct board *board, const struct sticky *remark)
{
	static const struct place ways[] = {{0, -1}, {0, 1}, {-1, 0}, {1, 0}};
	const struct sticky *found = trigger_linked(board, remark, KIND_BIT(KIND_EVENT), TRIGGER_AROUND);

	for (int step = 1; step <= TRIGGER_REACH && !found; step++) {
		for (size_t i = 0; i < ARRAY_SIZE(ways) && !found; i++) {
			struct place place = {
				remark->place.column + step * ways[i].column, remark->place.row + step * ways[i].row};

			found = board_at(board, place);
			if (found && found->kind != KIND_EVENT)
				found = NULL;
		}
	}
	return found;
}

/* Assigns the remarks in LIST, in reading order, to their events. */
static void storyline_find_remarks(struct storyline *line, const struct vec *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct sticky *remark = vec_get(list, const struct sticky *, i), *event;
		struct vec *remarks;

		if (!(KIND_REMARKS & KIND_BIT(remark->kind)))
			continue;
		event = storyline_owner(line->board, remark);
		if (!event)
			continue;
		remarks = map_get(&line->remarks, (uint64_t)event->id);
		if (!remarks) {
			remarks = mem_alloc(sizeof(*remarks));
			vec_init(remarks, sizeof(const struct sticky *));
			map_set(&line->remarks, (uint64_t)event->id, remarks);
		}
		vec_add(remarks, const struct sticky *) = remark;
	}
}

static void storyline_release(struct storyline *line)
{
	struct map_entry *entry;

	for (size_t at = 0; (entry = map_next(&line->remarks, &at));) {
		vec_release(entry->value);
		free(entry->value);
	}
	map_release(&line->remarks);
	map_release(&line->told);
	namesakes_release(&line->namesakes);
}

void storyline_write(const struct board *board, struct paper *paper)
{
	struct storyline line = {.board = board, .paper = paper};
	struct vec list = VEC_INIT(const struct sticky *);
	const struct sticky **stickies;
	size_t left = 0;

	namesakes_init(&line.namesakes);
	namesakes_read(&line.namesakes, board);
	board_list_in_time(board, &list);
	storyline_find_remarks(&line, &list);
	stickies = list.items;
	for (size_t i = 0, count; i < list.count; i += count) {
		const struct phase *phase = storyline_phase_of(board, stickies[i]);

		for (count = 1; i + count < list.count; count++)
			if (storyline_phase_of(board, stickies[i + count]) != phase)
				break;
		storyline_phase(&line, stickies + i, count);
	}
	for (size_t i = 0; i < list.count; i++) {
		if (map_get(&line.told, namesakes_key(&line.namesakes, stickies[i])))
			continue;
		if (!left++)
			paper_heading(paper, 3, _("Outside the timeline"));
		storyline_say(&line, 0, kind_name(stickies[i]->kind), stickies[i]);
	}
	vec_release(&list);
	storyline_release(&line);
}
