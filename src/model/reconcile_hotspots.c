#include "model/reconcile_private.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/width.h"

/* A longer value is cut in the text of the hotspot, and is in its note. */
#define RECONCILE_TEXT_CELLS 160

/* What people call the fields. */
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

int reconcile_say_value(
	struct reconcile *reconcile, struct place near, const struct field *field, const char *value, struct error *err)
{
	struct strbuf text = STRBUF_INIT, shown = STRBUF_INIT;
	bool whole = reconcile_cut(&shown, value);
	int failed;

	if (*value)
		strbuf_addf(
			&text, _("On “%s” the %s is: %s"), reconcile->sides->name, reconcile_word(field), shown.text);
	else
		strbuf_addf(&text, _("On “%s” the %s is empty"), reconcile->sides->name, reconcile_word(field));
	failed = reconcile_make_hotspot(reconcile, near, text.text, whole ? NULL : value, err);
	strbuf_release(&text);
	strbuf_release(&shown);
	return failed;
}
