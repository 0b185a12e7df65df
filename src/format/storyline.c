#include "format/storyline.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/map.h"
#include "base/mem.h"
#include "check/namesakes.h"
#include "check/trigger.h"
#include "format/markdown.h"

#define STORYLINE_TRIGGERS (KIND_BIT(KIND_COMMAND) | KIND_BIT(KIND_POLICY) | KIND_BIT(KIND_EXTERNAL_SYSTEM))
#define STORYLINE_DOERS (KIND_BIT(KIND_ACTOR) | KIND_BIT(KIND_POLICY) | KIND_BIT(KIND_EXTERNAL_SYSTEM))
#define STORYLINE_SEEN (KIND_BIT(KIND_READ_MODEL) | KIND_BIT(KIND_UI))
#define STORYLINE_FOLLOWS (KIND_BIT(KIND_POLICY) | KIND_BIT(KIND_READ_MODEL) | KIND_BIT(KIND_UI))

/* A storyline being written. */
struct storyline {
	const struct board *board;
	FILE *out;
	struct map told;            /* ids of stickies already in it; of aggregates of one name the lowest */
	struct namesakes namesakes; /* which aggregates are one */
	struct map remarks;         /* id of an event -> a struct vec * of the remarks about it, owned */
};

/* Prints "  - LABEL: TEXT", indented by DEPTH; then whether the sticky is resolved, and its note. */
static void storyline_say(struct storyline *line, int depth, const char *label, const struct sticky *sticky)
{
	struct strbuf text = STRBUF_INIT;

	markdown_text(&text, sticky->text);
	fprintf(line->out, "%*s- %s: %s", 2 * depth, "", label, text.text);
	if (sticky->resolved)
		fprintf(line->out, " (%s)", _("resolved"));
	if (sticky->note && !(KIND_RESOLVABLE & KIND_BIT(sticky->kind))) {
		strbuf_reset(&text);
		markdown_text(&text, sticky->note);
		fprintf(line->out, " — %s", text.text);
	}
	fputc('\n', line->out);
	map_set(&line->told, namesakes_key(&line->namesakes, sticky), (void *)sticky);
	strbuf_release(&text);
}

/* The distance of two stickies; columns count before rows. */
static int64_t storyline_distance(const struct sticky *a, const struct sticky *b)
{
	int64_t across = llabs((long long)a->place.column - b->place.column);

	return across * 1000 + llabs((long long)a->place.row - b->place.row);
}

/* An aggregate with several commands and events does not say which belong together, so the nearest ones do. */
static const struct sticky *storyline_nearest(const struct board *board, const struct sticky *event)
{
	const struct sticky *best = NULL;

	for (const struct link *in = event->first_in; in; in = in->next_in) {
		const struct sticky *aggregate = board_sticky(board, in->source);
		const struct link *link = aggregate->kind == KIND_AGGREGATE ? aggregate->first_in : NULL;

		for (; link; link = link->next_in) {
			const struct sticky *other = board_sticky(board, link->source);
			int64_t far = storyline_distance(event, other);

			if (other->kind != KIND_COMMAND)
				continue;
			if (!best || far < storyline_distance(event, best) ||
				(far == storyline_distance(event, best) && other->id < best->id))
				best = other;
		}
	}
	return best;
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
		trigger_linked(board, event, KIND_BIT(KIND_COMMAND) | KIND_BIT(KIND_POLICY), TRIGGER_BEFORE);

	if (!trigger)
		trigger = storyline_nearest(board, event);
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
	struct strbuf text = STRBUF_INIT;
	const struct sticky *found;
	const struct vec *remarks;

	markdown_text(&text, event->text);
	fprintf(line->out, "- **%s**", text.text);
	if (event->pivotal)
		fprintf(line->out, " (%s)", _("pivotal"));
	if (event->note) {
		strbuf_reset(&text);
		markdown_text(&text, event->note);
		fprintf(line->out, " — %s", text.text);
	}
	fputc('\n', line->out);
	strbuf_release(&text);
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
	struct strbuf name = STRBUF_INIT;
	size_t events = 0;

	for (size_t i = 0; i < count; i++)
		events += stickies[i]->kind == KIND_EVENT;
	if (!events)
		return;
	markdown_text(&name, phase ? phase->name : _("Before the first phase"));
	if (phase || board_count(line->board, ENTITY_PHASE))
		fprintf(line->out, "### %s\n\n", name.text);
	strbuf_release(&name);
	for (size_t i = 0; i < count; i++)
		if (stickies[i]->kind == KIND_EVENT)
			storyline_event(line, stickies[i]);
	fputc('\n', line->out);
}

/* The event that REMARK is about: the one linked with it, or the nearest in its row or column. */
static const struct sticky *storyline_owner(const struct board *board, const struct sticky *remark)
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

void storyline_write(const struct board *board, FILE *out)
{
	struct storyline line = {.board = board, .out = out};
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
			fprintf(out, "### %s\n\n", _("Outside the timeline"));
		storyline_say(&line, 0, kind_name(stickies[i]->kind), stickies[i]);
	}
	fputs(left ? "\n" : "", out);
	vec_release(&list);
	storyline_release(&line);
}

/* An aggregate and what acts on it. */
struct storyline_aggregate {
	const struct sticky *sticky;
	struct strbuf commands, events; /* their texts, separated by commas */
};

static void storyline_note(struct storyline_aggregate *aggregate, const struct sticky *sticky)
{
	struct strbuf *out = sticky->kind == KIND_COMMAND ? &aggregate->commands : &aggregate->events;

	strbuf_addstr(out, out->len ? ", " : "");
	markdown_text(out, sticky->text);
}

static void storyline_write_aggregate(const struct storyline_aggregate *aggregate, FILE *out)
{
	struct strbuf text = STRBUF_INIT;

	markdown_text(&text, aggregate->sticky->text);
	fprintf(out, "- **%s**\n", text.text);
	if (aggregate->commands.len)
		fprintf(out, "  - %s: %s\n", _("commands"), aggregate->commands.text);
	if (aggregate->events.len)
		fprintf(out, "  - %s: %s\n", _("events"), aggregate->events.text);
	strbuf_release(&text);
}

void storyline_write_aggregates(const struct board *board, FILE *out)
{
	struct vec list = VEC_INIT(const struct sticky *);
	struct vec aggregates = VEC_INIT(struct storyline_aggregate *);
	struct map found = MAP_INIT;
	struct namesakes namesakes;

	namesakes_init(&namesakes);
	namesakes_read(&namesakes, board);
	board_list_in_time(board, &list);
	for (size_t i = 0; i < list.count; i++) {
		const struct sticky *sticky = vec_get(&list, const struct sticky *, i);
		struct storyline_aggregate *aggregate;

		if (sticky->kind != KIND_AGGREGATE || map_get(&found, namesakes_key(&namesakes, sticky)))
			continue;
		aggregate = mem_alloc(sizeof(*aggregate));
		*aggregate = (struct storyline_aggregate){sticky, STRBUF_INIT, STRBUF_INIT};
		vec_add(&aggregates, struct storyline_aggregate *) = aggregate;
		map_set(&found, namesakes_key(&namesakes, sticky), aggregate);
	}
	for (size_t i = 0; i < list.count; i++) {
		const struct sticky *sticky = vec_get(&list, const struct sticky *, i), *on = NULL;

		if (sticky->kind == KIND_COMMAND || sticky->kind == KIND_EVENT)
			on = trigger_find(board, sticky, KIND_BIT(KIND_AGGREGATE),
				sticky->kind == KIND_COMMAND ? TRIGGER_AFTER : TRIGGER_BEFORE);
		if (on)
			storyline_note(map_get(&found, namesakes_key(&namesakes, on)), sticky);
	}
	for (size_t i = 0; i < aggregates.count; i++) {
		struct storyline_aggregate *aggregate = vec_get(&aggregates, struct storyline_aggregate *, i);

		storyline_write_aggregate(aggregate, out);
		strbuf_release(&aggregate->commands);
		strbuf_release(&aggregate->events);
		free(aggregate);
	}
	namesakes_release(&namesakes);
	vec_release(&aggregates);
	vec_release(&list);
	map_release(&found);
}
