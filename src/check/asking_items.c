/* asking_items: the part of a checklist that runs the checks of contexts and relations
 * (checklist_private.h). */
#include "base/mem.h"
#include "check/checklist_private.h"
#include "check/dismissal.h"

static const char *asking_items_dismissed(const struct check *check, const void *item)
{
	return check->scope == CHECK_CONTEXT ? ((const struct context *)item)->dismissed
					     : ((const struct relation *)item)->dismissed;
}

static bool asking_items_run(const struct checklist *list, const struct check *check,
	const void *item)
{
	return check->scope == CHECK_CONTEXT ? check->run_context(&list->survey, item)
					     : check->run_relation(&list->survey, item);
}

/* Asks CHECK about each of ITEMS (of const void *, by id). */
static void asking_items_of(struct checklist *list, const struct check *check,
	const struct vec *items)
{
	for (size_t i = 0; i < items->count; i++) {
		/* Every item begins with its id. */
		const int64_t *item = *(const int64_t *const *)vec_at(items, i);

		if (asking_items_run(list, check, item) &&
			!dismissal_has(asking_items_dismissed(check, item), check))
			*(struct finding *)vec_push(&list->items) =
				(struct finding){.check = check, .item = *item};
	}
}

void checklist_ask_items(struct checklist *list)
{
	struct vec contexts = VEC_INIT(const void *), relations = VEC_INIT(const void *);
	size_t count;
	const struct check *const *rows = check_list(&count);

	board_list(list->survey.board, ENTITY_CONTEXT, &contexts);
	board_list(list->survey.board, ENTITY_RELATION, &relations);
	vec_reset(&list->items);
	for (size_t i = 0; i < count; i++) {
		if (rows[i]->role > list->role)
			continue;
		if (rows[i]->scope == CHECK_CONTEXT)
			asking_items_of(list, rows[i], &contexts);
		else if (rows[i]->scope == CHECK_RELATION)
			asking_items_of(list, rows[i], &relations);
	}
	vec_release(&contexts);
	vec_release(&relations);
}
