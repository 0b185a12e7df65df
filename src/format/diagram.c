#include "format/diagram.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/map.h"
#include "draw/contextmap.h"

static void diagram_init(struct diagram *diagram, const struct board *board)
{
	diagram->board = board;
	vec_init(&diagram->groups, sizeof(struct diagram_group));
	vec_init(&diagram->boxes, sizeof(struct diagram_box));
	vec_init(&diagram->arrows, sizeof(struct diagram_arrow));
}

void diagram_release(struct diagram *diagram)
{
	vec_release(&diagram->groups);
	vec_release(&diagram->boxes);
	vec_release(&diagram->arrows);
}

static void diagram_add_arrow(struct diagram *diagram, int64_t source, int64_t target, enum diagram_line line)
{
	vec_add(&diagram->arrows, struct diagram_arrow) =
		(struct diagram_arrow){.source = {'s', source}, .target = {'s', target}, .line = line};
}

/* Finds the group that STICKY belongs in; false if there is none. */
static bool diagram_group_of(const struct diagram *diagram, const struct sticky *sticky, struct diagram_group *group)
{
	const struct context *context = board_context(diagram->board, sticky->context);
	const struct phase *phase;

	if (board_count(diagram->board, ENTITY_CONTEXT)) {
		if (context)
			*group = (struct diagram_group){{'c', context->id}, context->name};
		return context;
	}
	phase = board_phase_of(diagram->board, sticky->place.column);
	if (!phase || !phase->name)
		return false;
	*group = (struct diagram_group){{'p', phase->id}, phase->name};
	return true;
}

/* The index of the group of STICKY, created if needed. SEEN: ids -> index + 1. */
static size_t diagram_find_group(struct diagram *diagram, struct map *seen, const struct sticky *sticky)
{
	struct diagram_group group;
	size_t at;

	if (!diagram_group_of(diagram, sticky, &group))
		return DIAGRAM_ALONE;
	at = (size_t)(uintptr_t)map_get(seen, (uint64_t)group.name.id);
	if (at)
		return at - 1;
	vec_add(&diagram->groups, struct diagram_group) = group;
	map_set(seen, (uint64_t)group.name.id, (void *)(uintptr_t)diagram->groups.count);
	return diagram->groups.count - 1;
}

static int diagram_compare(const void *a, const void *b)
{
	const struct diagram_box *first = a, *second = b;
	struct place p = first->sticky->place, q = second->sticky->place;

	if (first->group != second->group)
		return first->group < second->group ? -1 : 1;
	return place_compare(p, q);
}

/* Is STICKY linked with one further left? */
static bool diagram_is_tied(const struct diagram *diagram, const struct sticky *sticky)
{
	for (const struct link *in = sticky->first_in; in; in = in->next_in)
		if (board_sticky(diagram->board, in->source)->place.column < sticky->place.column)
			return true;
	for (const struct link *out = sticky->first_out; out; out = out->next_out)
		if (board_sticky(diagram->board, out->target)->place.column < sticky->place.column)
			return true;
	return false;
}

/* Adds arrows that keep the stickies in the order of LIST, which is that of time. */
static void diagram_keep_order(struct diagram *diagram, const struct vec *list)
{
	const struct sticky *before = NULL, *first = NULL; /* of the column before, and of this */

	for (size_t i = 0; i < list->count; i++) {
		const struct sticky *sticky = vec_get(list, const struct sticky *, i);

		if (!first || first->place.column != sticky->place.column) {
			before = first;
			first = sticky;
		}
		if (before && !diagram_is_tied(diagram, sticky))
			diagram_add_arrow(diagram, before->id, sticky->id, DIAGRAM_ORDER);
	}
}

static void diagram_board(struct diagram *diagram)
{
	struct vec list = VEC_INIT(const struct sticky *), links = VEC_INIT(const struct link *);
	struct map seen = MAP_INIT;

	board_list_in_time(diagram->board, &list);
	for (size_t i = 0; i < list.count; i++) {
		const struct sticky *sticky = vec_get(&list, const struct sticky *, i);
		size_t group = diagram_find_group(diagram, &seen, sticky);

		vec_add(&diagram->boxes, struct diagram_box) =
			(struct diagram_box){{'s', sticky->id}, sticky, NULL, group};
	}
	if (diagram->boxes.count)
		qsort(diagram->boxes.items, diagram->boxes.count, diagram->boxes.size, diagram_compare);
	board_list(diagram->board, ENTITY_LINK, &links);
	for (size_t i = 0; i < links.count; i++) {
		const struct link *link = vec_get(&links, const struct link *, i);

		diagram_add_arrow(diagram, link->source, link->target, DIAGRAM_LINK);
	}
	diagram_keep_order(diagram, &list);
	map_release(&seen);
	vec_release(&links);
	vec_release(&list);
}

/* The line for each style of relation. */
static const enum diagram_line diagram_lines[RELATION_STYLE_COUNT] = {
	[RELATION_SYNC] = DIAGRAM_SYNC,
	[RELATION_ASYNC] = DIAGRAM_ASYNC,
	[RELATION_UNKNOWN] = DIAGRAM_UNKNOWN,
};

static void diagram_map(struct diagram *diagram)
{
	struct contextmap map;

	contextmap_init(&map, diagram->board);
	for (size_t i = 0; i < map.contexts.count; i++) {
		const struct context *context = contextmap_context(&map, i);

		vec_add(&diagram->boxes, struct diagram_box) =
			(struct diagram_box){{'c', context->id}, NULL, context, DIAGRAM_ALONE};
	}
	for (size_t i = 0; i < map.relations.count; i++) {
		const struct relation *relation = contextmap_relation(&map, i);

		vec_add(&diagram->arrows, struct diagram_arrow) =
			(struct diagram_arrow){.source = {'c', relation->source},
				.target = {'c', relation->target},
				.line = diagram_lines[relation->style],
				.relation = relation};
	}
	contextmap_release(&map);
}

/* Says of each arrow which groups its ends are in. */
static void diagram_find_groups(struct diagram *diagram)
{
	struct map groups = MAP_INIT; /* id of a sticky -> its group */

	for (size_t i = 0; i < diagram->boxes.count; i++) {
		const struct diagram_box *box = vec_at(&diagram->boxes, i);

		if (box->group != DIAGRAM_ALONE)
			map_set(&groups, (uint64_t)box->name.id, vec_at(&diagram->groups, box->group));
	}
	for (size_t i = 0; i < diagram->arrows.count; i++) {
		struct diagram_arrow *arrow = vec_at(&diagram->arrows, i);
		const struct diagram_group *source = map_get(&groups, (uint64_t)arrow->source.id);
		const struct diagram_group *target = map_get(&groups, (uint64_t)arrow->target.id);

		if (source)
			arrow->source_group = source->name;
		if (target)
			arrow->target_group = target->name;
	}
	map_release(&groups);
}

void diagram_make(struct diagram *diagram, const struct board *board, bool map)
{
	diagram_init(diagram, board);
	if (map)
		diagram_map(diagram);
	else
		diagram_board(diagram);
	diagram_find_groups(diagram);
}

void diagram_print_name(struct diagram_name name, FILE *out)
{
	fprintf(out, "%c%" PRId64, name.letter, name.id);
}

void diagram_print_path(struct diagram_name group, struct diagram_name name, FILE *out)
{
	if (group.letter) {
		diagram_print_name(group, out);
		fputc('.', out);
	}
	diagram_print_name(name, out);
}

void diagram_say_box(const struct diagram_box *box, struct strbuf *out)
{
	const struct sticky *sticky = box->sticky;
	int64_t dots = sticky ? board_dots(sticky) : 0;

	if (box->context) {
		strbuf_addstr(out, box->context->name);
		return;
	}
	strbuf_addf(out, "%c · %s", kind_letter((enum kind)sticky->kind), sticky->text ? sticky->text : "");
	if (dots)
		strbuf_addf(out, "\n● %" PRId64, dots);
	if (sticky->resolved)
		strbuf_addstr(out, dots ? " ✓" : "\n✓");
}

void diagram_say_relation(const struct relation *relation, struct strbuf *out)
{
	const char *source = relation->source_pattern, *target = relation->target_pattern;

	strbuf_addstr(out, relation_style_token((enum relation_style)relation->style));
	if (relation->label)
		strbuf_addf(out, ": %s", relation->label);
	if (source || target)
		strbuf_addf(out, "\n%s / %s", source ? source : "–", target ? target : "–");
}

void diagram_print(const struct diagram *diagram, const struct diagram_syntax *syntax, FILE *out)
{
	size_t group = DIAGRAM_ALONE;

	for (size_t i = 0; i < diagram->boxes.count; i++) {
		const struct diagram_box *box = vec_at(&diagram->boxes, i);

		if (box->group != group) {
			if (group != DIAGRAM_ALONE)
				syntax->close_group(out);
			group = box->group;
			if (group != DIAGRAM_ALONE)
				syntax->open_group(vec_at(&diagram->groups, group), out);
		}
		syntax->box(box, out);
	}
	if (group != DIAGRAM_ALONE)
		syntax->close_group(out);
	for (size_t i = 0; i < diagram->arrows.count; i++)
		syntax->arrow(vec_at(&diagram->arrows, i), out);
}
