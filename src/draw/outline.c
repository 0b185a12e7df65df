#include "draw/outline.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "check/namesakes.h"
#include "check/trigger.h"
#include "model/copy.h"
#include "model/parking.h"

/* An outline being built. */
struct outline_work {
	struct outline *outline;
	const struct board *board;
	const struct veil *veil;
	struct map said;            /* ids of stickies already in it; of aggregates of one name the lowest */
	struct namesakes namesakes; /* which aggregates are one */
};

#define OUTLINE_TRIGGERS (KIND_BIT(KIND_COMMAND) | KIND_BIT(KIND_POLICY) | KIND_BIT(KIND_EXTERNAL_SYSTEM))
#define OUTLINE_DOERS (KIND_BIT(KIND_ACTOR) | KIND_BIT(KIND_POLICY))
#define OUTLINE_SEEN (KIND_BIT(KIND_READ_MODEL) | KIND_BIT(KIND_UI))

void outline_init(struct outline *outline)
{
	vec_init(&outline->lines, sizeof(struct outline_line));
}

void outline_release(struct outline *outline)
{
	for (size_t i = 0; i < outline->lines.count; i++)
		free(vec_get(&outline->lines, struct outline_line, i).text);
	vec_release(&outline->lines);
}

static void outline_add(struct outline_work *work, int indent, int64_t sticky, const char *text)
{
	struct outline_line *line = vec_push(&work->outline->lines);

	line->indent = indent;
	line->sticky = sticky;
	line->text = mem_strdup(text);
	for (char *at = line->text; *at; at++)
		if (*at == '\n')
			*at = ' ';
}

/* Adds a line about STICKY that begins with HEAD. */
static void outline_say(struct outline_work *work, int indent, const char *head, const struct sticky *sticky)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_addf(&text, "%s%s (%s %" PRId64 ")", head, veil_text(work->veil, sticky), kind_name(sticky->kind),
		sticky->id);
	if (sticky->pivotal)
		strbuf_addf(&text, ", %s", _("pivotal"));
	if (sticky->resolved)
		strbuf_addf(&text, ", %s", _("resolved"));
	if (sticky->public)
		strbuf_addf(&text, ", %s", _("public"));
	outline_add(work, indent, sticky->id, text.text);
	strbuf_release(&text);
	map_set(&work->said, namesakes_key(&work->namesakes, sticky), (void *)sticky);
}

/* Adds a line about the sticky of KINDS on SIDES of STICKY, if any; returns that sticky. */
static const struct sticky *outline_find(struct outline_work *work, int indent, const char *head,
	const struct sticky *sticky, unsigned kinds, unsigned sides)
{
	const struct sticky *found = trigger_find(work->board, sticky, kinds, sides);

	if (found)
		outline_say(work, indent, head, found);
	return found;
}

static void outline_event(struct outline_work *work, const struct sticky *event)
{
	const struct sticky *trigger;

	outline_say(work, 1, "", event);
	trigger = outline_find(work, 2, _("after: "), event, OUTLINE_TRIGGERS, TRIGGER_BEFORE);
	if (trigger && trigger->kind == KIND_COMMAND) {
		outline_find(work, 3, _("by: "), trigger, OUTLINE_DOERS, TRIGGER_BEFORE);
		outline_find(work, 3, _("sees: "), trigger, OUTLINE_SEEN, TRIGGER_BEFORE);
	}
	outline_find(work, 2, _("on: "), event, KIND_BIT(KIND_AGGREGATE), TRIGGER_BEFORE);
	for (const struct link *link = event->first_out; link; link = link->next_out)
		outline_say(work, 2, _("then: "), board_sticky(work->board, link->target));
	outline_find(work, 2, "! ", event, KIND_BIT(KIND_HOTSPOT), TRIGGER_AROUND);
	if (event->note && !veil_hides(work->veil, event))
		outline_add(work, 2, event->id, event->note);
}

/* Adds the part of PHASE (NULL: before the first phase), which has COUNT stickies. */
static void outline_phase(
	struct outline_work *work, const struct phase *phase, const struct sticky **stickies, size_t count)
{
	outline_add(work, 0, 0, phase ? phase->name : _("The timeline"));
	for (size_t i = 0; i < count; i++)
		if (stickies[i]->kind == KIND_EVENT)
			outline_event(work, stickies[i]);
	for (size_t i = 0; i < count; i++)
		if (!map_get(&work->said, namesakes_key(&work->namesakes, stickies[i])))
			outline_say(work, 1, "", stickies[i]);
}

/* Adds everything that is not put aside. */
static void outline_timeline(struct outline_work *work)
{
	const struct board *board = work->board;
	struct vec list = VEC_INIT(const struct sticky *);
	const struct sticky **stickies;

	board_list_in_time(board, &list);
	stickies = list.items;
	for (size_t i = 0, count; i < list.count; i += count) {
		const struct phase *phase = board_phase_of(board, stickies[i]->place.column);

		for (count = 1; i + count < list.count; count++)
			if (board_phase_of(board, stickies[i + count]->place.column) != phase)
				break;
		outline_phase(work, phase, stickies + i, count);
	}
	vec_release(&list);
}

/* Adds the parking lot of BOARD, below its name. */
static void outline_aside(struct outline_work *work, const struct board *board)
{
	struct vec list = VEC_INIT(const struct sticky *);
	size_t count = 0;

	board_list(board, ENTITY_STICKY, &list);
	for (size_t i = 0; i < list.count; i++) {
		const struct sticky *sticky = vec_get(&list, const struct sticky *, i);

		if (!parking_holds(board, sticky))
			continue;
		if (!count++)
			outline_add(work, 0, 0, board_lane_at(board, sticky->place.row)->name);
		outline_say(work, 1, "", sticky);
	}
	vec_release(&list);
}

void outline_build(struct outline *outline, const struct board *board, const struct veil *veil)
{
	struct board *timeline = copy_timeline(board);
	struct outline_work work = {.outline = outline, .board = timeline ? timeline : board, .veil = veil};

	namesakes_init(&work.namesakes);
	namesakes_read(&work.namesakes, work.board);
	outline_timeline(&work);
	if (timeline)
		outline_aside(&work, board);
	map_release(&work.said);
	namesakes_release(&work.namesakes);
	board_free(timeline);
}
