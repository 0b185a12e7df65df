#include "check/propose.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/map.h"
#include "base/mem.h"
#include "check/duplicates.h"
#include "check/evidence.h"
#include "check/phrase.h"
#include "check/propose_private.h"
#include "model/copy.h"
#include "text/clean.h"
#include "text/words.h"

/* How small groups become. Tuned on boards of real workshops, each tried with the best value of the others. */
#define PROPOSE_RESOLUTION 0.2

#define PROPOSE_NAMES_MOST 4     /* named in a reason */
#define PROPOSE_SURE_PERCENT 95  /* from here on, a reason does not say how sure it is */
#define PROPOSE_STICKIES_LEAST 3 /* of a context without an aggregate */

#define PROPOSE_DRAWN_ROUND (KIND_BIT(KIND_EVENT) | KIND_BIT(KIND_COMMAND) | KIND_BIT(KIND_POLICY))

/* A group of stickies that belong together. */
struct propose_group {
	const struct context *context; /* the context they belong in, or NULL for a new one */
	char *name;                    /* name of the new context, owned; NULL if nothing suggests one */
	struct vec aggregates;         /* of const struct sticky *: those to be put into it */
	struct vec others;             /* of const struct sticky *: the same, of other kinds */
	size_t by[EVIDENCE_BASES];     /* how many of them belong here mainly by each basis */
	double inside, whole; /* the weight of the ties inside, and of all ties of the group; each end counts */
};

struct propose {
	struct evidence evidence;
	size_t *labels;    /* of each node: the place of its group */
	double *strongest; /* of each node: its heaviest tie inside its group */
	double *inside;    /* of each node: its ties inside its group */
	int *basis;        /* of each node: the basis of its heaviest tie; -1 without one */
	struct vec groups; /* of struct propose_group */
	struct map taken;  /* hash of the name of each new context -> the same hash */
};

static const struct sticky *propose_at(const struct vec *stickies, size_t at)
{
	return vec_get(stickies, const struct sticky *, at);
}

static struct propose_group *propose_group_of(const struct propose *propose, size_t node)
{
	return vec_at(&propose->groups, propose->labels[node]);
}

static void propose_meet(struct propose *propose, size_t node, double weight, enum evidence_basis basis)
{
	propose->inside[node] += weight;
	if (weight <= propose->strongest[node])
		return;
	propose->strongest[node] = weight;
	propose->basis[node] = (int)basis;
}

static void propose_weigh(struct propose *propose)
{
	const struct evidence *evidence = &propose->evidence;

	for (size_t i = 0; i < evidence->graph.ties.count; i++) {
		const struct community_tie *tie = vec_at(&evidence->graph.ties, i);
		enum evidence_basis basis = vec_get(&evidence->bases, enum evidence_basis, i);
		struct propose_group *from = propose_group_of(propose, tie->from);
		struct propose_group *to = propose_group_of(propose, tie->to);

		from->whole += tie->weight;
		to->whole += tie->weight;
		if (from != to)
			continue;
		from->inside += 2 * tie->weight;
		propose_meet(propose, tie->from, tie->weight, basis);
		propose_meet(propose, tie->to, tie->weight, basis);
	}
}

static void propose_gather(struct propose *propose)
{
	const struct evidence *evidence = &propose->evidence;
	size_t nodes = evidence->graph.fixed.count, count;

	propose->labels = mem_zalloc((nodes + 1) * sizeof(*propose->labels));
	propose->strongest = mem_zalloc((nodes + 1) * sizeof(*propose->strongest));
	propose->inside = mem_zalloc((nodes + 1) * sizeof(*propose->inside));
	propose->basis = mem_zalloc((nodes + 1) * sizeof(*propose->basis));
	count = community_find(&evidence->graph, PROPOSE_RESOLUTION, propose->labels);
	for (size_t i = 0; i < count; i++) {
		struct propose_group *group = vec_push(&propose->groups);

		vec_init(&group->aggregates, sizeof(const void *));
		vec_init(&group->others, sizeof(const void *));
	}
	for (size_t node = 0; node < nodes; node++)
		propose->basis[node] = -1;
	for (size_t i = 0; i < evidence->contexts.count; i++)
		propose_group_of(propose, i)->context = vec_get(&evidence->contexts, const void *, i);
	propose_weigh(propose);
}

/* Puts the stickies outside of contexts into their groups. */
static void propose_fill(struct propose *propose)
{
	const struct evidence *evidence = &propose->evidence;

	for (size_t i = 0; i < evidence->stickies.count; i++) {
		const struct sticky *sticky = propose_at(&evidence->stickies, i);
		size_t node = evidence_node(evidence, sticky);
		struct propose_group *group = propose_group_of(propose, node);
		bool aggregate = sticky->kind == KIND_AGGREGATE && sticky->text;

		if (sticky->context)
			continue;
		vec_add(aggregate ? &group->aggregates : &group->others, const struct sticky *) = sticky;
		if (propose->basis[node] >= 0)
			group->by[propose->basis[node]]++;
	}
}

/* Of the aggregates whose names are free, the one that most of the group belongs to; of several, the one with the
 * shortest name. NULL if there is none. */
static const struct sticky *propose_head(const struct propose *propose, const struct propose_group *group)
{
	const struct sticky *best = NULL;
	double most = 0;

	for (size_t i = 0; i < group->aggregates.count; i++) {
		const struct sticky *sticky = propose_at(&group->aggregates, i);
		double weight = propose->inside[evidence_node(&propose->evidence, sticky)];

		if (map_get(&propose->taken, duplicates_spelling(sticky->text)))
			continue;
		if (best && (weight < most || (!(weight > most) && strlen(sticky->text) >= strlen(best->text))))
			continue;
		best = sticky;
		most = weight;
	}
	return best;
}

/* The free word that ties most of the group together, as a name, owned by the caller; NULL for none. */
static char *propose_word_of(const struct propose *propose, const struct propose_group *group)
{
	const struct evidence *evidence = &propose->evidence;
	const struct vocabulary_word *best = NULL;
	double most = 0;
	char *name;

	for (size_t i = 0; i < evidence->words.words.count; i++) {
		const struct vocabulary_word *word = vec_at(&evidence->words.words, i);
		size_t node = evidence_word_node(evidence, i);

		if (!node || propose_group_of(propose, node) != group || propose->inside[node] <= most ||
			map_get(&propose->taken, duplicates_spelling(word->text)))
			continue;
		best = word;
		most = propose->inside[node];
	}
	if (!best)
		return NULL;
	name = mem_strdup(best->text);
	if (*name >= 'a' && *name <= 'z')
		*name = (char)(*name - 'a' + 'A');
	return name;
}

/* Finds a name for a new context, or the existing context of that name. */
static void propose_name_context(struct propose *propose, struct propose_group *group)
{
	const struct sticky *head = propose_head(propose, group);

	group->name = head ? mem_strdup(head->text) : propose_word_of(propose, group);
	if (!group->name && group->aggregates.count)
		group->name = mem_strdup(propose_at(&group->aggregates, 0)->text);
	if (!group->name)
		return;
	group->context = board_context_named(propose->evidence.board, group->name);
	map_set(&propose->taken, duplicates_spelling(group->name), propose);
}

/* Does GROUP have anything to draw a context around? People, systems and remarks stay outside on purpose; they only
 * join something else. */
static bool propose_is_drawn_round(const struct propose_group *group)
{
	for (size_t i = 0; i < group->others.count; i++)
		if (KIND_BIT(propose_at(&group->others, i)->kind) & PROPOSE_DRAWN_ROUND)
			return true;
	return group->aggregates.count;
}

/* Is GROUP sure enough to propose? A group by chance has no more ties inside than outside. */
static bool propose_is_sure(const struct propose_group *group)
{
	if (group->context)
		return propose_is_drawn_round(group);
	return group->name && propose_is_drawn_round(group) &&
	       (group->aggregates.count ||
		       (group->others.count >= PROPOSE_STICKIES_LEAST && 2 * group->inside > group->whole));
}

/* Appends TEXT as one word of a command. */
void propose_word(struct strbuf *out, const char *text)
{
	struct strbuf line = STRBUF_INIT;

	clean_flatten(&line, text);
	words_quote(out, line.text);
	strbuf_release(&line);
}

static void propose_say_command(const struct propose_group *group, struct strbuf *out)
{
	const char *name = group->context ? group->context->name : group->name;

	strbuf_addstr(out, *name == '-' ? "context -- " : "context ");
	propose_word(out, name);
	for (size_t i = 0; i < group->aggregates.count; i++)
		strbuf_addf(out, " %" PRId64, propose_at(&group->aggregates, i)->id);
	for (size_t i = 0; i < group->others.count; i++)
		strbuf_addf(out, " %" PRId64, propose_at(&group->others, i)->id);
}

/* Is the aggregate AT of GROUP one that stands before it there? */
static bool propose_is_named(const struct propose *propose, const struct propose_group *group, size_t at)
{
	const struct namesakes *namesakes = &propose->evidence.namesakes;
	int64_t first = namesakes_first(namesakes, propose_at(&group->aggregates, at)->id);

	for (size_t i = 0; i < at; i++)
		if (namesakes_first(namesakes, propose_at(&group->aggregates, i)->id) == first)
			return true;
	return false;
}

/* Appends "“Order”, “Order line”". */
static void propose_say_names(const struct propose *propose, const struct propose_group *group, struct strbuf *out)
{
	size_t said = 0;

	for (size_t i = 0; i < group->aggregates.count; i++) {
		if (propose_is_named(propose, group, i))
			continue;
		if (said++ == PROPOSE_NAMES_MOST) {
			strbuf_addstr(out, ", …");
			return;
		}
		strbuf_addstr(out, said > 1 ? ", " : "");
		phrase_sticky(propose_at(&group->aggregates, i), out);
	}
}

static void propose_say_basis(enum evidence_basis basis, size_t count, struct strbuf *out)
{
	switch (basis) {
	case EVIDENCE_LINK: strbuf_addf(out, _("%zu by link"), count); break;
	case EVIDENCE_NAME: strbuf_addf(out, _("%zu by name"), count); break;
	case EVIDENCE_WORD: strbuf_addf(out, _("%zu by a shared word"), count); break;
	default: strbuf_addf(out, _("%zu by place"), count); break;
	}
}

static void propose_say_reason(const struct propose *propose, const struct propose_group *group, struct strbuf *out)
{
	bool first = true;

	if (group->context)
		strbuf_addstr(out, _("like what is in it"));
	else if (group->aggregates.count)
		propose_say_names(propose, group, out);
	else
		strbuf_addstr(out, _("no aggregate yet"));
	for (int basis = 0; basis < EVIDENCE_BASES; basis++) {
		if (!group->by[basis])
			continue;
		strbuf_addstr(out, first ? ": " : ", ");
		propose_say_basis((enum evidence_basis)basis, group->by[basis], out);
		first = false;
	}
	if (first && !group->context)
		strbuf_addstr(out, _(": nothing else is tied to it"));
	if (group->inside * 100 < group->whole * PROPOSE_SURE_PERCENT)
		strbuf_addf(
			out, _("; %d %% of what ties them stays inside"), (int)(100 * group->inside / group->whole));
}

static void propose_say_members(const struct propose_group *group, struct proposal *proposal)
{
	struct strbuf name = STRBUF_INIT;

	clean_flatten(&name, group->context ? group->context->name : group->name);
	proposal->name = strbuf_detach(&name);
	vec_init(&proposal->stickies, sizeof(int64_t));
	for (size_t i = 0; i < group->aggregates.count; i++)
		vec_add(&proposal->stickies, int64_t) = propose_at(&group->aggregates, i)->id;
	for (size_t i = 0; i < group->others.count; i++)
		vec_add(&proposal->stickies, int64_t) = propose_at(&group->others, i)->id;
}

static void propose_say(const struct propose *propose, const struct propose_group *group, struct vec *proposals)
{
	struct strbuf command = STRBUF_INIT, reason = STRBUF_INIT;
	struct proposal *proposal;

	propose_say_command(group, &command);
	propose_say_reason(propose, group, &reason);
	proposal = vec_push(proposals);
	proposal->command = strbuf_detach(&command);
	proposal->reason = strbuf_detach(&reason);
	propose_say_members(group, proposal);
}

static void propose_release(struct propose *propose)
{
	for (size_t i = 0; i < propose->groups.count; i++) {
		struct propose_group *group = vec_at(&propose->groups, i);

		free(group->name);
		vec_release(&group->aggregates);
		vec_release(&group->others);
	}
	vec_release(&propose->groups);
	map_release(&propose->taken);
	evidence_release(&propose->evidence);
	free(propose->labels);
	free(propose->strongest);
	free(propose->inside);
	free(propose->basis);
}

/* The same for a board where nothing is put aside. */
static void propose_contexts_of(const struct board *board, struct vec *proposals)
{
	struct propose propose = {.groups = VEC_INIT(struct propose_group)};

	evidence_init(&propose.evidence, board);
	propose_gather(&propose);
	propose_fill(&propose);
	for (size_t i = 0; i < propose.groups.count; i++) {
		struct propose_group *group = vec_at(&propose.groups, i);

		if (!group->context)
			propose_name_context(&propose, group);
		if (propose_is_sure(group))
			propose_say(&propose, group, proposals);
	}
	propose_release(&propose);
}

void propose_contexts(const struct board *board, struct vec *proposals)
{
	struct board *timeline = copy_timeline(board);

	propose_contexts_of(timeline ? timeline : board, proposals);
	board_free(timeline);
}

void propose_remove(struct vec *proposals, size_t at)
{
	struct proposal *proposal = vec_at(proposals, at);

	free(proposal->command);
	free(proposal->reason);
	free(proposal->name);
	vec_release(&proposal->stickies);
	vec_remove(proposals, at);
}

void propose_release_list(struct vec *proposals)
{
	while (proposals->count)
		propose_remove(proposals, proposals->count - 1);
	vec_release(proposals);
}
