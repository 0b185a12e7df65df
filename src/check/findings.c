/* findings: the part of a checklist that is read (checklist.h). */
#include "base/mem.h"
#include "check/checklist_private.h"

/* Fills NEXT with the first finding of STEP in `items` from place AT on. */
static bool findings_item(const struct checklist *list, int step, size_t at, struct finding *next)
{
	for (; at < list->items.count; at++) {
		const struct finding *finding = vec_at(&list->items, at);

		if (finding->check->step != step)
			continue;
		*next = *finding;
		return true;
	}
	return false;
}

size_t checklist_count(const struct checklist *list, int step)
{
	size_t count = list->counts[step] +
		       (size_t)__builtin_popcountll(list->board & list->steps[step]);

	for (size_t i = 0; i < list->items.count; i++)
		count += ((const struct finding *)vec_at(&list->items, i))->check->step == step;
	return count;
}

/* The lowest place that is in SET and not below FROM; CHECKLIST_CHECKS_MOST when there is none. */
static size_t findings_lowest(uint64_t set, size_t from)
{
	if (from >= CHECKLIST_CHECKS_MOST || !(set >> from))
		return CHECKLIST_CHECKS_MOST;
	return from + (size_t)__builtin_ctzll(set >> from);
}

/* Fills NEXT with the first finding on ENTRY in SET from place FROM on. */
static bool findings_on(const struct checklist *list, const struct checklist_entry *entry,
	uint64_t set, size_t from, struct finding *next)
{
	size_t at = findings_lowest(entry->found & set, from);
	int64_t other = 0;

	if (at == CHECKLIST_CHECKS_MOST)
		return false;
	*next = (struct finding){.check = list->checks[at], .sticky = entry->member.id};
	/* Who the other is, is not kept, as that would have to be kept up to date. */
	if (next->check->scope == CHECK_NEAR)
		next->check->run(&list->survey, board_sticky(list->survey.board, next->sticky),
			&other);
	next->other = other;
	return true;
}

/* Fills NEXT with the first finding on the sticky at place AT of the ranking of STEP. */
static bool findings_at(const struct checklist *list, int step, size_t at, struct finding *next)
{
	const struct ranking *ranking = &list->rankings[step];

	return at < ranking_count(ranking) &&
	       findings_on(list, checklist_entry(list, ranking_at(ranking, at)->id),
		       list->steps[step], 0, next);
}

bool checklist_from(const struct checklist *list, int step, struct place place,
	struct finding *next)
{
	struct rank rank = {place, ITEM_ID_MOST + 1};

	return findings_at(list, step, ranking_after(&list->rankings[step], rank, false), next);
}

/* The place in `items` behind that of AFTER, whether it is there or not. */
static size_t findings_behind(const struct checklist *list, const struct finding *after)
{
	size_t at = 0, row = check_index(after->check);

	for (; at < list->items.count; at++) {
		const struct finding *finding = vec_at(&list->items, at);
		size_t here = check_index(finding->check);

		if (here > row || (here == row && finding->item > after->item))
			break;
	}
	return at;
}

bool checklist_next(const struct checklist *list, int step, const struct finding *after,
	struct finding *next)
{
	bool on_board = !after || after->check->scope == CHECK_BOARD;
	size_t from = after ? checklist_place(list, after->check) + 1 : 0;
	const struct checklist_entry *entry;

	if (on_board) {
		size_t at = findings_lowest(list->board & list->steps[step], from);

		if (at == CHECKLIST_CHECKS_MOST)
			return findings_item(list, step, 0, next) ||
			       findings_at(list, step, 0, next);
		*next = (struct finding){.check = list->checks[at], .sticky = list->stickies[at]};
		return true;
	}
	if (after->check->scope == CHECK_CONTEXT || after->check->scope == CHECK_RELATION)
		return findings_item(list, step, findings_behind(list, after), next) ||
		       findings_at(list, step, 0, next);
	entry = checklist_entry(list, after->sticky);
	if (!entry)
		BUG("a finding on a sticky that is gone");
	if (findings_on(list, entry, list->steps[step], from, next))
		return true;
	return findings_at(list, step,
		ranking_after(&list->rankings[step], checklist_rank(entry), false), next);
}

bool checklist_holds(const struct checklist *list, const struct finding *finding)
{
	size_t place = checklist_place(list, finding->check);
	uint64_t bit = place < list->check_count ? UINT64_C(1) << place : 0;
	const struct checklist_entry *entry = checklist_entry(list, finding->sticky);

	if (finding->check->scope == CHECK_BOARD)
		return list->board & bit;
	if (!finding->item)
		return entry && entry->found & bit;
	for (size_t i = 0; i < list->items.count; i++) {
		const struct finding *item = vec_at(&list->items, i);

		if (item->check == finding->check && item->item == finding->item)
			return true;
	}
	return false;
}

void checklist_about(const struct checklist *list, enum check_scope scope, int64_t item,
	struct vec *findings)
{
	for (size_t i = 0; i < list->items.count; i++) {
		const struct finding *finding = vec_at(&list->items, i);

		if (finding->check->scope == scope && finding->item == item)
			*(struct finding *)vec_push(findings) = *finding;
	}
}

void checklist_on(const struct checklist *list, int step, int64_t sticky, struct vec *findings)
{
	const struct checklist_entry *entry = checklist_entry(list, sticky);
	struct finding next;
	size_t from = 0;

	while (entry && findings_on(list, entry, list->steps[step], from, &next)) {
		*(struct finding *)vec_push(findings) = next;
		from = checklist_place(list, next.check) + 1;
	}
}

const struct cargo *checklist_cargo(const struct checklist *list)
{
	return &list->cargo;
}

void checklist_say_what(const struct checklist *list, const struct finding *finding,
	int64_t now_ms, struct strbuf *out)
{
	finding_say_what(&list->survey, finding, now_ms, out);
}

void checklist_say(const struct checklist *list, const struct finding *finding, int64_t now_ms,
	struct strbuf *out)
{
	finding_say(&list->survey, finding, now_ms, out);
}
