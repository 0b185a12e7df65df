#include "unit/check/easel.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/step.h"

void easel_init(struct easel *easel)
{
	easel->board = board_new();
	action_init(&easel->action);
	easel->action.time_ms = INT64_C(1795000000000);
	easel->edit = (struct edit){easel->board, &easel->action};
}

void easel_release(struct easel *easel)
{
	action_release(&easel->action);
	board_free(easel->board);
}

int64_t easel_put(struct easel *easel, enum kind kind, const char *text, struct place place)
{
	struct sticky sticky = {.kind = kind, .text = (char *)text, .place = place};
	struct error err = ERROR_INIT;
	int64_t id = edit_create(&easel->edit, ENTITY_STICKY, &sticky, &err);

	if (id < 0)
		BUG("%s", err.text);
	return id;
}

void easel_link(struct easel *easel, int64_t source, int64_t target)
{
	struct link link = {.source = source, .target = target};
	struct error err = ERROR_INIT;

	if (edit_create(&easel->edit, ENTITY_LINK, &link, &err) < 0)
		BUG("%s", err.text);
}

void easel_set(struct easel *easel, int64_t sticky, const char *field, const char *text)
{
	struct error err = ERROR_INIT;

	if (edit_set(&easel->edit, ENTITY_STICKY, sticky, field, text, &err))
		BUG("%s", err.text);
}

/* One slot: "E:Order_placed". */
static void easel_draw_slot(struct easel *easel, char *slot, struct place place)
{
	enum kind kind;

	if (!strcmp(slot, "."))
		return;
	if (!kind_of_letter(slot[0], &kind) || slot[1] != ':')
		BUG("“%s” is no sticky", slot);
	for (char *at = slot; *at; at++)
		if (*at == '_')
			*at = ' ';
	easel_put(easel, kind, slot + 2, place);
}

void easel_draw(struct easel *easel, const char *drawing, const char *links)
{
	char *copy = mem_strdup(drawing), *rest = copy, *slot;
	struct place place = {1, 1};

	while ((slot = strsep(&rest, " "))) {
		if (!strcmp(slot, "/")) {
			place = (struct place){1, place.row + 1};
		} else if (*slot) {
			easel_draw_slot(easel, slot, place);
			place.column++;
		}
	}
	free(copy);
	while (links && *links) {
		char *end;
		int64_t source = strtoll(links, &end, 10);

		easel_link(easel, source, strtoll(end + 1, &end, 10));
		links = end + strspn(end, " ");
	}
}

void easel_write(const struct checklist *list, struct strbuf *out)
{
	for (int step = STEP_FIRST; step <= STEP_LAST; step++) {
		struct finding finding;
		size_t count = 0;

		for (bool more = checklist_next(list, step, NULL, &finding); more;
			more = checklist_next(list, step, &finding, &finding), count++) {
			strbuf_addf(out, "%d %s", step, finding.check->id);
			if (finding.sticky)
				strbuf_addf(out, " #%" PRId64, finding.sticky);
			if (finding.other)
				strbuf_addf(out, " #%" PRId64, finding.other);
			strbuf_addch(out, '\n');
		}
		if (count != checklist_count(list, step))
			strbuf_addf(out, "%d counts %zu, has %zu\n", step,
				checklist_count(list, step), count);
	}
}
