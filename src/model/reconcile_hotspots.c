#include "model/reconcile_private.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/width.h"

/* A longer value is cut in the text of the hotspot, and is in its note. */
#define RECONCILE_TEXT_CELLS 160

/* What people call the fields that two boards can have otherwise; the sentence goes on with "is". */
static const struct {
	const char *field, *word;
} reconcile_words[] = {
	{"text", N_("text")},
	{"note", N_("note")},
	{"kind", N_("kind")},
	{"context", N_("context")},
	{"name", N_("name")},
	{"title", N_("title")},
	{"label", N_("label")},
	{"payload", N_("payload")},
	{"metadata", N_("metadata")},
	{"rejection", N_("rejection")},
	{"definition", N_("definition")},
	{"invariants", N_("list of invariants")},
	{"purpose", N_("purpose")},
	{"subdomain", N_("subdomain")},
	{"roles", N_("list of roles")},
	{"assumptions", N_("list of assumptions")},
	{"style", N_("mode")},
	{"source_pattern", N_("pattern of the source")},
	{"target_pattern", N_("pattern of the target")},
	{"consistency", N_("answer about the latest state")},
	{"sensitive", N_("answer about sensitive data")},
	{"autonomous", N_("answer about going on alone")},
	{"compensated", N_("answer about undoing together")},
	{"when_slow", N_("answer about a slow network")},
	{"when_failed", N_("answer about failures")},
	{"when_disordered", N_("answer about messages out of order")},
	{"when_twice", N_("answer about messages that come twice")},
	{"type", N_("type of message")},
	{"uses", N_("list of fields used")},
};

static const char *reconcile_word(const struct field *field)
{
	for (size_t i = 0; i < ARRAY_SIZE(reconcile_words); i++)
		if (!strcmp(reconcile_words[i].field, field->name))
			return _(reconcile_words[i].word);
	return field->name;
}

/* The key of a hotspot in `said`: merges put it into the column of the sticky. */
static void reconcile_said(struct strbuf *key, int32_t column, const char *text)
{
	strbuf_reset(key);
	strbuf_addf(key, "%d %s", (int)column, text);
}

/* Lists all hotspots, so that a second merge does not say again what the first has said. */
static void reconcile_know_said(struct reconcile *reconcile)
{
	const struct sticky *sticky;
	struct strbuf key = STRBUF_INIT;

	for (size_t at = 0; (sticky = board_next(reconcile->edit->board, ENTITY_STICKY, &at));) {
		if (sticky->kind != KIND_HOTSPOT || !sticky->text)
			continue;
		reconcile_said(&key, sticky->place.column, sticky->text);
		names_set(&reconcile->said, key.text, sticky->id);
	}
	strbuf_release(&key);
}

static int reconcile_make_hotspot(
	struct reconcile *reconcile, struct place near, const char *text, const char *note, struct error *err)
{
	const struct edit *edit = reconcile->edit;
	struct sticky hotspot = {.kind = KIND_HOTSPOT,
		.text = (char *)text,
		.note = (char *)note,
		.place = board_free_place(edit->board, near.column ? near : (struct place){1, 1}),
		.author = edit->action->person,
		.step = board_step(edit->board),
		.created = edit->action->time_ms,
		.updated = edit->action->time_ms};
	struct strbuf key = STRBUF_INIT;
	int64_t id = 0;

	if (!reconcile->said.map.count)
		reconcile_know_said(reconcile);
	reconcile_said(&key, hotspot.place.column, text);
	if (!names_get(&reconcile->said, key.text)) {
		id = edit_create(reconcile->edit, ENTITY_STICKY, &hotspot, err);
		reconcile->report->conflicts++;
	}
	if (id > 0)
		names_set(&reconcile->said, key.text, id);
	strbuf_release(&key);
	return id < 0 ? (int)id : 0;
}

/* Appends the beginning of VALUE that fits into a text; false if that is not all. */
static bool reconcile_cut(struct strbuf *out, const char *value)
{
	size_t len = width_fit(value, strcspn(value, "\n"), RECONCILE_TEXT_CELLS, NULL);

	strbuf_add(out, value, len);
	if (value[len])
		strbuf_addstr(out, "…");
	return !value[len];
}

static void reconcile_say_text(const char *name, enum reconcile_saying saying, const char *text, struct strbuf *out)
{
	switch (saying) {
	case RECONCILE_CHANGED_HERE: strbuf_addf(out, _("Deleted on “%s”, but changed here: %s"), name, text); break;
	case RECONCILE_CHANGED_THERE: strbuf_addf(out, _("Deleted here, but changed on “%s”: %s"), name, text); break;
	case RECONCILE_LATER: strbuf_addf(out, _("Before “%s” was merged, the text was: %s"), name, text); break;
	}
}

int reconcile_say(struct reconcile *reconcile, struct place near, enum reconcile_saying saying, const char *text,
	struct error *err)
{
	struct strbuf said = STRBUF_INIT, shown = STRBUF_INIT;
	bool whole = reconcile_cut(&shown, text ? text : "");
	int failed;

	reconcile_say_text(reconcile->sides->name, saying, shown.text, &said);
	failed = reconcile_make_hotspot(reconcile, near, said.text, whole ? NULL : text, err);
	strbuf_release(&said);
	strbuf_release(&shown);
	return failed;
}

/* Where a hotspot about item ID of ours goes: beside the sticky, one of the context, or the message; to the
 * phase or lane. */
static struct place reconcile_near(const struct reconcile *reconcile, enum entity entity, int64_t id)
{
	const void *item = board_item(reconcile->edit->board, entity, id);
	struct vec list = VEC_INIT(const void *);
	struct place place = {1, 1};
	int64_t context = 0;

	switch (entity) {
	case ENTITY_BOARD: return place;
	case ENTITY_STICKY: return ((const struct sticky *)item)->place;
	case ENTITY_PHASE: return (struct place){(int32_t)((const struct phase *)item)->column, 1};
	case ENTITY_LANE: return (struct place){1, (int32_t)((const struct lane *)item)->row};
	case ENTITY_MESSAGE: return board_sticky(reconcile->edit->board, ((const struct message *)item)->sticky)->place;
	case ENTITY_CONTEXT: context = id; break;
	case ENTITY_RELATION: context = ((const struct relation *)item)->source; break;
	default: break;
	}
	board_list(reconcile->edit->board, ENTITY_STICKY, &list);
	for (size_t i = list.count; i-- > 0;) {
		const struct sticky *sticky = vec_get(&list, const struct sticky *, i);

		if (!context || sticky->context == context)
			place = sticky->place;
	}
	vec_release(&list);
	return place;
}

/* Appends what item ID of ours is called, or both ends of its relation, "Sales → Billing"; nothing if the place of the
 * hotspot shows it. */
static void reconcile_about(const struct reconcile *reconcile, enum entity entity, int64_t id, struct strbuf *out)
{
	const struct board *board = reconcile->edit->board;
	const struct relation *relation = NULL;

	if (entity == ENTITY_CONTEXT)
		strbuf_addstr(out, board_context(board, id)->name);
	else if (entity == ENTITY_RELATION)
		relation = board_item(board, entity, id);
	else if (entity == ENTITY_MESSAGE)
		relation = board_item(
			board, ENTITY_RELATION, ((const struct message *)board_item(board, entity, id))->relation);
	if (relation)
		strbuf_addf(out, "%s → %s", board_context(board, relation->source)->name,
			board_context(board, relation->target)->name);
}

/* Appends what a hotspot says of FIELD on their board: VALUE, which may be empty. ABOUT may be, too. */
static void reconcile_value_text(
	const char *name, const char *about, const struct field *field, const char *value, struct strbuf *out)
{
	const char *word = reconcile_word(field);

	if (*about && *value)
		strbuf_addf(out, _("On “%s” the %s of “%s” is: %s"), name, word, about, value);
	else if (*about)
		strbuf_addf(out, _("On “%s” the %s of “%s” is empty"), name, word, about);
	else if (*value)
		strbuf_addf(out, _("On “%s” the %s is: %s"), name, word, value);
	else
		strbuf_addf(out, _("On “%s” the %s is empty"), name, word);
}

int reconcile_say_value(struct reconcile *reconcile, enum entity entity, int64_t id, const struct field *field,
	const char *value, struct error *err)
{
	struct strbuf about = STRBUF_INIT, shown = STRBUF_INIT, text = STRBUF_INIT;
	bool whole = reconcile_cut(&shown, value);
	int failed;

	reconcile_about(reconcile, entity, id, &about);
	reconcile_value_text(reconcile->sides->name, about.text, field, shown.text, &text);
	failed = reconcile_make_hotspot(
		reconcile, reconcile_near(reconcile, entity, id), text.text, whole ? NULL : value, err);
	strbuf_release(&about);
	strbuf_release(&shown);
	strbuf_release(&text);
	return failed;
}
