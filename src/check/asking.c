/* asking: the part of a checklist that runs the checks (checklist_private.h). */
#include "base/mem.h"
#include "check/checklist_private.h"
#include "check/dismissal.h"
#include "check/sameness.h"
#include "check/trigger.h"
#include "check/wording.h"

#define ASKING_TOLD \
	(TRIGGER_KIND(KIND_EVENT) | TRIGGER_KIND(KIND_COMMAND) | TRIGGER_KIND(KIND_POLICY))
#define ASKING_NAMED (TRIGGER_KIND(KIND_ACTOR) | TRIGGER_KIND(KIND_EXTERNAL_SYSTEM))
/* Their names matter where contexts are told apart. */
#define ASKING_NAMED_INSIDE TRIGGER_KIND(KIND_AGGREGATE)

/* The checks of SCOPE that find something about STICKY. */
static uint64_t asking_run(const struct checklist *list, const struct sticky *sticky,
	enum check_scope scope)
{
	uint64_t found = 0;

	for (size_t i = 0; i < list->check_count; i++) {
		const struct check *check = list->checks[i];
		int64_t other = 0;

		if (check->scope == scope && check->kinds & TRIGGER_KIND(sticky->kind) &&
			check->run(&list->survey, sticky, &other))
			found |= UINT64_C(1) << i;
	}
	return found;
}

static uint64_t asking_dismissed(const struct checklist *list, const struct sticky *sticky)
{
	struct dismissal dismissal;
	struct words words;
	uint64_t dismissed = 0;

	if (!sticky->dismissed)
		return 0;
	dismissal_init(&dismissal);
	words_from_line(&words, sticky->dismissed);
	while (dismissal_next(&words, &dismissal))
		if (dismissal.check && dismissal_fits(dismissal.check, ENTITY_STICKY))
			dismissed |= UINT64_C(1) << checklist_place(list, dismissal.check);
	dismissal_release(&dismissal);
	return dismissed;
}

/* Puts the sticky into the group of those that say the same. Empty ones say nothing. */
static void asking_compare(struct checklist *list, struct checklist_entry *entry,
	const struct sticky *sticky)
{
	unsigned kind = TRIGGER_KIND(sticky->kind);
	bool told = kind & ASKING_TOLD;
	bool named = kind & ASKING_NAMED || (kind & ASKING_NAMED_INSIDE && sticky->context);
	uint64_t key = told ? sameness_text(&list->speech) : sameness_name(&list->speech);

	key ^= (uint64_t)(sticky->kind + 1) << 56; /* different kinds are different things */
	vec_reset(&list->ids);
	if (entry->member.like) {
		likeness_leave(entry->in_names ? &list->names : &list->texts, &entry->member,
			&list->ids);
		entry->in_names = false;
	}
	entry->member.spelling = sameness_spelling(sticky->text);
	if (list->speech.count && (told || named)) {
		entry->in_names = named;
		likeness_join(named ? &list->names : &list->texts, &entry->member, key, &list->ids);
	}
	for (size_t i = 0; i < list->ids.count; i++)
		checklist_mark(list, *(int64_t *)vec_at(&list->ids, i), CHECKLIST_MARK_NEAR);
}

static void asking_own(struct checklist *list, struct checklist_entry *entry,
	const struct sticky *sticky)
{
	struct tally_share *share = &entry->share;
	bool event = sticky->kind == KIND_EVENT;

	speech_read(&list->speech, sticky->text);
	entry->own = asking_run(list, sticky, CHECK_OWN);
	tally_take(&list->tally, share);
	share->failure = event && wording_is_failure(&list->speech);
	share->noted = sticky->kind == KIND_AGGREGATE && sticky->note;
	share->voice = event ? sticky->author : 0;
	list->remapped |= share->context != sticky->context;
	share->context = sticky->context;
	tally_put(&list->tally, share);
	asking_compare(list, entry, sticky);
}

/* Does the event behind COMMAND repeat it? */
static bool asking_is_mirrored(struct checklist *list, const struct sticky *command)
{
	const struct sticky *event = trigger_find(list->survey.board, command,
		TRIGGER_KIND(KIND_EVENT), TRIGGER_AFTER);
	uint64_t deed;

	if (!event)
		return false;
	speech_read(&list->speech, command->text);
	deed = sameness_deed(&list->speech);
	speech_read(&list->speech, event->text);
	return deed && deed == sameness_deed(&list->speech);
}

/* Counts the flows that the sticky accounts for. */
static void asking_flows(struct checklist *list, struct checklist_entry *entry,
	const struct sticky *sticky)
{
	list->remapped |= entry->flows.count > 0;
	checklist_forget_flows(list, entry);
	flow_find(list->survey.board, sticky, &entry->flows);
	list->remapped |= entry->flows.count > 0;
	for (size_t i = 0; i < entry->flows.count; i++)
		traffic_put(&list->traffic, vec_at(&entry->flows, i));
}

static void asking_near(struct checklist *list, struct checklist_entry *entry,
	const struct sticky *sticky)
{
	struct tally_share *share = &entry->share;
	const struct sticky *actor = NULL;
	const struct like_member *member;

	if (sticky->kind == KIND_COMMAND)
		actor = trigger_find(list->survey.board, sticky, TRIGGER_KIND(KIND_ACTOR),
			TRIGGER_BEFORE);
	member = actor ? survey_member(&list->survey, actor) : NULL;
	tally_take(&list->tally, share);
	share->mirrored = sticky->kind == KIND_COMMAND && asking_is_mirrored(list, sticky);
	share->issued = member && member->like;
	share->issuer = share->issued ? member->like->key : 0;
	tally_put(&list->tally, share);
	asking_flows(list, entry, sticky);
	list->remapped |= cargo_carries(&list->cargo, sticky->id);
}

/* Takes FOUND for the sticky's findings. */
static void asking_settle(struct checklist *list, struct checklist_entry *entry, uint64_t found)
{
	for (int step = STEP_FIRST; step <= STEP_LAST; step++) {
		uint64_t before = entry->found & list->steps[step], now = found & list->steps[step];
		unsigned bit = 1u << step;

		list->counts[step] += (size_t)__builtin_popcountll(now);
		list->counts[step] -= (size_t)__builtin_popcountll(before);
		if (now && !(entry->ranked & bit))
			ranking_add(&list->rankings[step], checklist_rank(entry));
		if (!now && entry->ranked & bit)
			ranking_remove(&list->rankings[step], checklist_rank(entry));
		entry->ranked = now ? entry->ranked | bit : entry->ranked & ~bit;
	}
	entry->found = found;
	entry->marks = 0;
}

static void asking_board(struct checklist *list)
{
	list->board = 0;
	for (size_t i = 0; i < list->check_count; i++) {
		const struct check *check = list->checks[i];
		const struct sticky *sticky;

		list->stickies[i] = 0;
		if (check->scope != CHECK_BOARD ||
			!check->run_board(&list->survey, &list->stickies[i]))
			continue;
		sticky = board_sticky(list->survey.board, list->stickies[i]);
		if (!sticky || !dismissal_has(sticky->dismissed, check))
			list->board |= UINT64_C(1) << i;
	}
	list->board &= list->allowed;
}

void checklist_ask(struct checklist *list)
{
	list->remapped |= list->rerouted || list->reloaded;
	if (list->rerouted)
		atlas_read(&list->atlas, list->survey.board);
	if (list->rerouted || list->reloaded)
		cargo_read(&list->cargo, list->survey.board);
	list->rerouted = list->reloaded = false;
	/* The queue grows on the way: a text makes others of the same text be asked. */
	for (size_t i = 0; i < list->queue.count; i++) {
		struct checklist_entry *entry = *(struct checklist_entry **)vec_at(&list->queue, i);
		const struct sticky *sticky = board_sticky(list->survey.board, entry->member.id);

		if (!sticky)
			BUG("sticky %lld went without a word", (long long)entry->member.id);
		if (entry->marks & CHECKLIST_MARK_OWN)
			asking_own(list, entry, sticky);
	}
	for (size_t i = 0; i < list->queue.count; i++) {
		struct checklist_entry *entry = *(struct checklist_entry **)vec_at(&list->queue, i);
		const struct sticky *sticky = board_sticky(list->survey.board, entry->member.id);
		uint64_t found = entry->own | asking_run(list, sticky, CHECK_NEAR);

		asking_near(list, entry, sticky);
		asking_settle(list, entry, found & list->allowed & ~asking_dismissed(list, sticky));
	}
	vec_reset(&list->queue);
	asking_board(list);
	if (list->remapped)
		checklist_ask_items(list);
	list->remapped = false;
	for (int step = STEP_FIRST; step <= STEP_LAST; step++)
		ranking_settle(&list->rankings[step]);
}
