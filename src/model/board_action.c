#include "model/board_action.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/board_apply.h"

int board_apply_action(struct board *board, const struct action *action, struct error *err)
{
	int failed = 0;

	for (size_t i = 0; i < action->changes.count && !failed; i++)
		failed = board_apply(board, action_change(action, i), err);
	return failed;
}

int board_revert_action(struct board *board, const struct action *action, struct error *err)
{
	int failed = 0;

	for (size_t i = action->changes.count; i-- > 0 && !failed;)
		failed = board_revert(board, action_change(action, i), err);
	return failed;
}

/* Is TEXT the value of FIELD (NULL: the record) of ITEM? The same value may be written in another way. */
static bool board_is_value(enum entity entity, const struct field *field, const void *item, const char *text)
{
	void *read = mem_zalloc(entity_type(entity)->size);
	struct strbuf now = STRBUF_INIT, was = STRBUF_INIT;
	bool same;

	if (field) {
		field_format(field, item, &now);
		same = !strcmp(now.text, text);
		if (!same && !field_parse(field, read, text, NULL))
			field_format(field, read, &was);
	} else {
		record_format(entity, item, &now);
		same = !strcmp(now.text, text);
		if (!same && !record_parse(entity, read, text, NULL))
			record_format(entity, read, &was);
	}
	same = same || !strcmp(now.text, was.text);
	item_clear(entity, read);
	strbuf_release(&now);
	strbuf_release(&was);
	free(read);
	return same;
}

bool board_was_before(const struct board *board, const struct change *change)
{
	const void *item = board_item(board, change->entity, change->item);

	return !item || !change->before || change_shifts(change) ||
	       board_is_value(change->entity, change->field, item, change->before);
}
