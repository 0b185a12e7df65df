#include "import/drawn_arrows.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/drawn_item.h"
#include "import/relations.h"

/* Sets the style and the label of RELATION from TEXT, its arrow's: "async: Order placed", and perhaps the patterns on
 * a second line. */
static int drawn_arrows_label(struct relation *relation, const char *text, struct error *err)
{
	struct strbuf label = STRBUF_INIT;
	size_t line = strcspn(text, "\n");
	int failed;

	for (int style = 0; style < RELATION_STYLE_COUNT; style++) {
		const char *token = relation_style_token((enum relation_style)style);
		size_t len = strlen(token);

		if (strncmp(text, token, len) != 0 || (len != line && text[len] != ':'))
			continue;
		relation->style = style;
		text += len + (len != line);
		line -= len + (len != line);
		break;
	}
	failed = clean_text(&label, text, line, CLEAN_ONE_LINE, err);
	free(relation->label);
	relation->label = label.len ? mem_strdup(label.text) : NULL;
	strbuf_release(&label);
	return failed;
}

static int drawn_arrows_relate(struct drawn_frames *frames, const struct sketch_arrow *arrow, int64_t source,
	int64_t target, struct error *err)
{
	bool own = drawn_item_is(&arrow->part, ENTITY_RELATION);
	struct relation relation = {.style = own ? RELATION_SYNC : RELATION_UNKNOWN};
	const char *text = arrow->part.text ? arrow->part.text : "";
	int64_t id = 0;
	int failed = 0;

	if (source == target && !own)
		return 0;
	if (own)
		drawn_item_fields(frames->sketch, &arrow->part, ENTITY_RELATION, &relation);
	if (!drawn_item_says(sketch_tagged(&arrow->part, "says"), text))
		failed = drawn_arrows_label(&relation, text, err);
	relation.source = source;
	relation.target = target;
	if (!failed)
		id = relations_create(frames->intake, &relation, err);
	item_clear(ENTITY_RELATION, &relation);
	return failed ? failed : id < 0 ? (int)id : 0;
}

static int drawn_arrows_link(struct drawn_frames *frames, const struct sketch_arrow *arrow, int64_t source,
	int64_t target, struct error *err)
{
	struct link link = {.source = source, .target = target};

	if (arrow->part.text)
		sketch_leave_out(frames->sketch, _("a text on an arrow"), arrow->part.text);
	if (source == target || board_link(frames->intake->edit->board, source, target))
		return 0;
	return edit_create(frames->intake->edit, ENTITY_LINK, &link, err) < 0 ? ERROR_REFUSED : 0;
}

/* The context that the end ID of an arrow is at, or 0; negative on failure. */
static int64_t drawn_arrows_context(struct drawn_frames *frames, const char *id, struct error *err)
{
	const struct sketch_shape *shape = drawn_frames_shape(frames, id);

	return shape && drawn_frames_is_context(shape) ? drawn_frames_context(frames, id, err) : 0;
}

int drawn_arrows(struct drawn_frames *frames, const struct names *stickies, struct error *err)
{
	int failed = 0;

	for (size_t i = 0; i < frames->sketch->arrows.count && !failed; i++) {
		const struct sketch_arrow *arrow = vec_at(&frames->sketch->arrows, i);
		int64_t source = arrow->source ? names_get(stickies, arrow->source) : 0;
		int64_t target = arrow->target ? names_get(stickies, arrow->target) : 0;

		if (source && target) {
			failed = drawn_arrows_link(frames, arrow, source, target, err);
			continue;
		}
		source = drawn_arrows_context(frames, arrow->source, err);
		target = source < 0 ? source : drawn_arrows_context(frames, arrow->target, err);
		if (source < 0 || target < 0)
			failed = ERROR_REFUSED;
		else if (source && target)
			failed = drawn_arrows_relate(frames, arrow, source, target, err);
		else
			sketch_leave_out(frames->sketch, _("an arrow"), arrow->part.text);
	}
	return failed;
}
