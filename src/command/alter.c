/* alter: changes the text, note, kind and marks of stickies. */
#include <stdio.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "command/command_rows.h"
#include "model/rekind.h"
#include "text/clean.h"

#define ALTER_ONE                                        \
	{                                                \
		"ID", ARGUMENT_STICKY, ARGUMENT_FOCUS, 0 \
	}
#define ALTER_MANY                                         \
	{                                                  \
		"ID", ARGUMENT_STICKIES, ARGUMENT_FOCUS, 0 \
	}

static int alter_edit_run(struct run *run, struct error *err)
{
	if (!run_value(run, 1)->text.len)
		return error_set(err, ERROR_REFUSED, _("a sticky needs text"));
	return edit_set(
		&run->edit, ENTITY_STICKY, run_value(run, 0)->number, "text", run_value(run, 1)->text.text, err);
}

static int alter_note_run(struct run *run, struct error *err)
{
	return edit_set(
		&run->edit, ENTITY_STICKY, run_value(run, 0)->number, "note", run_value(run, 1)->text.text, err);
}

/* Sets FIELD of all stickies of argument 0 to TEXT. */
static int alter_all(struct run *run, const char *field, const char *text, struct error *err)
{
	const struct vec *ids = &run_value(run, 0)->ids;
	int failed = 0;

	for (size_t i = 0; i < ids->count && !failed; i++)
		failed = edit_set(&run->edit, ENTITY_STICKY, vec_get(ids, int64_t, i), field, text, err);
	return failed;
}

static int alter_kind_run(struct run *run, struct error *err)
{
	const struct vec *ids = &run_value(run, 0)->ids;
	int failed = 0;

	for (size_t i = 0; i < ids->count && !failed; i++)
		failed = rekind_sticky(&run->edit, vec_get(ids, int64_t, i), (enum kind)run_value(run, 1)->number, err);
	return failed;
}

/* Appends TEXT to the note of sticky ID. */
static int alter_add_note(struct run *run, int64_t id, const char *text, struct error *err)
{
	const struct sticky *sticky = board_sticky(run->edit.board, id);
	struct strbuf joined = STRBUF_INIT, note = STRBUF_INIT;
	int failed;

	if (sticky->note && *sticky->note)
		strbuf_addf(&joined, "%s\n", sticky->note);
	strbuf_addstr(&joined, text);
	failed = clean_text(&note, joined.text, joined.len, CLEAN_MANY_LINES, err);
	if (!failed)
		failed = edit_set(&run->edit, ENTITY_STICKY, id, "note", note.text, err);
	strbuf_release(&joined);
	strbuf_release(&note);
	return failed;
}

static int alter_resolve_run(struct run *run, struct error *err)
{
	const struct argument_value *note = run_value(run, 1);
	const struct vec *ids = &run_value(run, 0)->ids;
	int failed = alter_all(run, "resolved", "1", err);

	for (size_t i = 0; note->text.len && i < ids->count && !failed; i++)
		failed = alter_add_note(run, vec_get(ids, int64_t, i), note->text.text, err);
	return failed;
}

static int alter_reopen_run(struct run *run, struct error *err)
{
	return alter_all(run, "resolved", "", err);
}

static int alter_pivotal_run(struct run *run, struct error *err)
{
	return alter_all(run, "pivotal", "1", err);
}

static int alter_unpivotal_run(struct run *run, struct error *err)
{
	return alter_all(run, "pivotal", "", err);
}

const struct command alter_edit = {
	.name = "edit",
	.sentence = N_("change the text of a sticky"),
	.role = ROLE_PARTICIPANT,
	.arguments = {ALTER_ONE, {"TEXT", ARGUMENT_TEXT, 0, 0}},
	.run = alter_edit_run,
};

const struct command alter_note = {
	.name = "note",
	.sentence = N_("set the longer note of a sticky; without text, remove it"),
	.role = ROLE_PARTICIPANT,
	.arguments = {ALTER_ONE, {"TEXT", ARGUMENT_TEXT, ARGUMENT_OPTIONAL, 0}},
	.run = alter_note_run,
};

const struct command alter_kind = {
	.name = "kind",
	.sentence = N_("change the kind of a sticky"),
	.role = ROLE_PARTICIPANT,
	.arguments = {ALTER_ONE, {"KIND", ARGUMENT_KIND, 0, 0}},
	.run = alter_kind_run,
};

const struct command alter_resolve = {
	.name = "resolve",
	.sentence = N_("resolve hotspots and opportunities; -n: note how"),
	.role = ROLE_PARTICIPANT,
	.kinds = KIND_RESOLVABLE,
	.why = N_("only hotspots and opportunities can be resolved"),
	.arguments = {ALTER_MANY, {"NOTE", ARGUMENT_WORD, 0, 'n'}},
	.run = alter_resolve_run,
};

const struct command alter_reopen = {
	.name = "reopen",
	.sentence = N_("reopen resolved ones"),
	.role = ROLE_PARTICIPANT,
	.kinds = KIND_RESOLVABLE,
	.why = N_("only hotspots and opportunities can be reopened"),
	.arguments = {ALTER_MANY},
	.run = alter_reopen_run,
};

const struct command alter_pivotal = {
	.name = "pivotal",
	.sentence = N_("mark an event as pivotal: a line down the board at its column"),
	.role = ROLE_PARTICIPANT,
	.kinds = KIND_BIT(KIND_EVENT),
	.why = N_("only an event can be pivotal"),
	.arguments = {ALTER_MANY},
	.run = alter_pivotal_run,
};

const struct command alter_unpivotal = {
	.name = "unpivotal",
	.sentence = N_("unmark a pivotal event"),
	.role = ROLE_PARTICIPANT,
	.kinds = KIND_BIT(KIND_EVENT),
	.why = N_("only an event can be pivotal"),
	.arguments = {ALTER_MANY},
	.run = alter_unpivotal_run,
};
