/* findings: the part of a checklist that is read (checklist.h). */
#include "base/mem.h"
#include "check/checklist_private.h"

size_t checklist_count(const struct checklist *list, int step)
{
	return list->counts[step] + (size_t)__builtin_popcountll(list->board & list->steps[step]);
}

/* The lowest place in the table that is in SET and not below FROM; the end of the table when there
 * is none. */
static size_t findings_lowest(uint64_t set, size_t from)
{
	if (from >= CHECKLIST_CHECKS_MOST || !(set >> from))
		return CHECKLIST_CHECKS_MOST;
	return from + (size_t)__builtin_ctzll(set >> from);
}

static const struct check *findings_check(size_t at)
{
	size_t count;

	return check_list(&count)[at];
}

/* Fills NEXT with the first finding on ENTRY in SET from place FROM of the table on. */
static bool findings_on(const struct checklist *list, const struct checklist_entry *entry,
	uint64_t set, size_t from, struct finding *next)
{
	size_t at = findings_lowest(entry->found & set, from);
	int64_t other = 0;

	if (at == CHECKLIST_CHECKS_MOST)
		return false;
	*next = (struct finding){findings_check(at), entry->member.id, 0};
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

bool checklist_next(const struct checklist *list, int step, const struct finding *after,
	struct finding *next)
{
	bool on_board = !after || after->check->scope == CHECK_BOARD;
	size_t from = after ? check_index(after->check) + 1 : 0;
	const struct checklist_entry *entry;

	if (on_board) {
		size_t at = findings_lowest(list->board & list->steps[step], from);

		if (at == CHECKLIST_CHECKS_MOST)
			return findings_at(list, step, 0, next);
		*next = (struct finding){findings_check(at), list->stickies[at], 0};
		return true;
	}
	entry = checklist_entry(list, after->sticky);
	if (!entry)
		BUG("a finding on a sticky that is gone");
	if (findings_on(list, entry, list->steps[step], from, next))
		return true;
	return findings_at(list, step,
		ranking_after(&list->rankings[step], checklist_rank(entry), false), next);
}

void checklist_say(const struct checklist *list, const struct finding *finding, int64_t now_ms,
	struct strbuf *out)
{
	finding_say(&list->survey, finding, now_ms, out);
}
