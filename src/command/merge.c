/*
 * merge: merges two stickies with the same meaning. Nothing of the removed one is lost: its text and note are added to
 * the note of the other, which also gets its dots, arrows and messages.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "command/command_rows.h"
#include "model/payload.h"
#include "model/veil.h"
#include "text/clean.h"

struct merge {
	struct edit *edit;
	int64_t from; /* the sticky that is removed */
	int64_t into; /* the sticky that stays */
};

static const struct sticky *merge_from(const struct merge *merge)
{
	return board_sticky(merge->edit->board, merge->from);
}

static const struct sticky *merge_into(const struct merge *merge)
{
	return board_sticky(merge->edit->board, merge->into);
}

static int merge_set(const struct merge *merge, const char *field, const char *text, struct error *err)
{
	return edit_set(merge->edit, ENTITY_STICKY, merge->into, field, text, err);
}

/* Marks the action as a merge: no other action begins by clearing the time of the last change. It is set again later.
 */
static int merge_touch(const struct merge *merge, struct error *err)
{
	return merge_set(merge, "updated", "", err);
}

static void merge_add_line(struct strbuf *out, const char *text)
{
	if (text && *text)
		strbuf_addf(out, "%s%s", out->len ? "\n" : "", text);
}

static bool merge_same(const char *a, const char *b)
{
	return !strcmp(a ? a : "", b ? b : "");
}

static int merge_note(const struct merge *merge, struct error *err)
{
	const struct sticky *from = merge_from(merge), *into = merge_into(merge);
	struct strbuf joined = STRBUF_INIT, note = STRBUF_INIT;
	int failed;

	merge_add_line(&joined, into->note);
	if (!merge_same(from->text, into->text))
		merge_add_line(&joined, from->text);
	if (!merge_same(from->note, into->note))
		merge_add_line(&joined, from->note);
	failed = clean_text(&note, joined.text, joined.len, CLEAN_MANY_LINES, err);
	if (!failed)
		failed = merge_set(merge, "note", note.text, err);
	strbuf_release(&joined);
	strbuf_release(&note);
	return failed;
}

/* Appends the fields of both. If both have a field, takes that of INTO, sensitive if either is. */
static void merge_fields(const struct payload *into, const struct payload *from, struct strbuf *out)
{
	struct payload both = {.fields = VEC_INIT(struct payload_field)}; /* does not own the names */

	for (size_t i = 0; i < into->fields.count; i++) {
		struct payload_field field = *payload_at(into, i);
		const struct payload_field *other = payload_find(from, field.name);

		field.sensitive |= other && other->sensitive;
		vec_add(&both.fields, struct payload_field) = field;
	}
	for (size_t i = 0; i < from->fields.count; i++)
		if (!payload_find(into, payload_at(from, i)->name))
			vec_add(&both.fields, struct payload_field) = *payload_at(from, i);
	payload_format(&both, "\n", out);
	vec_release(&both.fields);
}

/* Sets FIELD of the sticky that stays to the fields of both, read by READ; to "" if these are the usual fields, for
 * which an empty text stands. */
static int merge_payload(const struct merge *merge, const char *field, const char *from, const char *into,
	void (*read)(struct payload *payload, const char *text), struct error *err)
{
	struct strbuf joined = STRBUF_INIT, usual_text = STRBUF_INIT, text = STRBUF_INIT;
	struct payload old, gone, usual;
	int failed = 0;

	if (merge_same(from, into))
		return 0;
	payload_init(&old);
	payload_init(&gone);
	payload_init(&usual);
	read(&old, into);
	read(&gone, from);
	read(&usual, NULL);
	merge_fields(&old, &gone, &joined);
	payload_format(&usual, "\n", &usual_text);
	failed = clean_text(&text, joined.text, joined.len, CLEAN_MANY_LINES, err);
	if (!failed)
		failed = merge_set(merge, field, strcmp(text.text, usual_text.text) ? text.text : "", err);
	payload_release(&old);
	payload_release(&gone);
	payload_release(&usual);
	strbuf_release(&joined);
	strbuf_release(&usual_text);
	strbuf_release(&text);
	return failed;
}

/* Sets FIELD to the text of the sticky that stays, then that of the other one, which may be NULL. */
static int merge_joined(
	const struct merge *merge, const char *field, const char *into, const char *from, struct error *err)
{
	struct strbuf text = STRBUF_INIT, joined = STRBUF_INIT;
	int failed;

	if (!from || merge_same(from, into))
		return 0;
	strbuf_addf(&joined, "%s%s%s", into ? into : "", into ? "; " : "", from);
	failed = clean_text(&text, joined.text, joined.len, CLEAN_ONE_LINE, err);
	if (!failed)
		failed = merge_set(merge, field, text.text, err);
	strbuf_release(&text);
	strbuf_release(&joined);
	return failed;
}

/* The merged sticky is resolved only if both are. */
static int merge_marks(const struct merge *merge, struct error *err)
{
	const struct sticky *from = merge_from(merge), *into = merge_into(merge);
	bool pivotal = from->pivotal || into->pivotal, public = from->public || into->public;
	bool resolved = from->resolved && into->resolved;
	int64_t context = into->context ? into->context : from->context;
	char text[24] = "";
	int failed = merge_set(merge, "pivotal", pivotal ? "1" : "", err);

	if (!failed)
		failed = merge_set(merge, "public", public ? "1" : "", err);
	if (!failed)
		failed = merge_set(merge, "resolved", resolved ? "1" : "", err);
	if (context)
		snprintf(text, sizeof(text), "%" PRId64, context);
	return failed ? failed : merge_set(merge, "context", text, err);
}

static int merge_texts(const struct merge *merge, struct error *err)
{
	const struct sticky *from = merge_from(merge), *into = merge_into(merge);
	int failed = merge_note(merge, err);

	if (!failed)
		failed = merge_payload(merge, "payload", from->payload, into->payload, payload_read, err);
	if (!failed)
		failed = merge_payload(merge, "metadata", from->metadata, into->metadata, payload_read_metadata, err);
	if (!failed)
		failed = merge_joined(merge, "rejection", into->rejection, from->rejection, err);
	if (!failed)
		failed = merge_joined(merge, "definition", into->definition, from->definition, err);
	if (!failed)
		failed = merge_joined(merge, "invariants", into->invariants, from->invariants, err);
	return failed ? failed : merge_marks(merge, err);
}

/* Makes an arrow from SOURCE to TARGET, unless there is one. */
static int merge_link(const struct merge *merge, int64_t source, int64_t target, struct error *err)
{
	struct link link = {.source = source, .target = target};
	int64_t id;

	if (source == target || board_link(merge->edit->board, source, target))
		return 0;
	id = edit_create(merge->edit, ENTITY_LINK, &link, err);
	return id < 0 ? (int)id : 0;
}

static int merge_links(const struct merge *merge, struct error *err)
{
	int failed = 0;

	for (const struct link *out = merge_from(merge)->first_out; out && !failed; out = out->next_out)
		failed = merge_link(merge, merge->into, out->target, err);
	for (const struct link *in = merge_from(merge)->first_in; in && !failed; in = in->next_in)
		failed = merge_link(merge, in->source, merge->into, err);
	return failed;
}

/* Adds up each person's dots on both; as a vote cannot be changed, it is replaced. */
static int merge_votes(const struct merge *merge, struct error *err)
{
	const struct vote *vote = merge_from(merge)->first_vote;
	int64_t id = 0;

	for (; vote && id >= 0; vote = vote->next) {
		const struct vote *there = board_vote(merge_into(merge), vote->person);
		struct vote moved = {.sticky = merge->into, .person = vote->person, .dots = vote->dots};

		moved.dots += there ? there->dots : 0;
		if (there)
			id = edit_delete(merge->edit, ENTITY_VOTE, there->id, err);
		if (id >= 0)
			id = edit_create(merge->edit, ENTITY_VOTE, &moved, err);
	}
	return id < 0 ? (int)id : 0;
}

/* Appends the words of both, without duplicates. */
static void merge_words(const char *one, const char *other, struct strbuf *out)
{
	strbuf_addstr(out, one ? one : "");
	for (const char *word = other ? other : ""; *word;) {
		size_t len = strcspn(word, " ");
		bool there = false;

		for (const char *at = out->text; *at && !there; at += strcspn(at, " "), at += *at == ' ')
			there = strcspn(at, " ") == len && !memcmp(at, word, len);
		if (!there && len) {
			strbuf_addstr(out, out->len ? " " : "");
			strbuf_add(out, word, len);
		}
		word += len + (word[len] == ' ');
	}
}

/* Makes the relation of the message GONE carry the sticky that stays; if it does already, merges both messages. */
static int merge_message(const struct merge *merge, const struct message *gone, struct error *err)
{
	const struct message *there = board_message(merge->edit->board, gone->relation, merge->into);
	struct message moved = *gone;
	struct strbuf uses = STRBUF_INIT;
	int64_t id = 0;

	moved.sticky = merge->into;
	if (!there) {
		id = edit_create(merge->edit, ENTITY_MESSAGE, &moved, err);
		return id < 0 ? (int)id : 0;
	}
	merge_words(there->uses, gone->uses, &uses);
	if (there->type == MESSAGE_UNDECIDED && gone->type != MESSAGE_UNDECIDED)
		id = edit_set(merge->edit, ENTITY_MESSAGE, there->id, "type",
			message_type_token((enum message_type)gone->type), err);
	if (!id)
		id = edit_set(merge->edit, ENTITY_MESSAGE, there->id, "uses", uses.text, err);
	strbuf_release(&uses);
	return (int)id;
}

static int merge_messages(const struct merge *merge, struct error *err)
{
	struct vec list = VEC_INIT(const void *);
	int failed = 0;

	board_list(merge->edit->board, ENTITY_MESSAGE, &list);
	for (size_t i = 0; i < list.count && !failed; i++) {
		const struct message *message = vec_get(&list, const struct message *, i);

		if (message->sticky == merge->from)
			failed = merge_message(merge, message, err);
	}
	vec_release(&list);
	return failed;
}

static int merge_run(struct run *run, struct error *err)
{
	struct merge merge = {&run->edit, run_value(run, 0)->number, run_value(run, 1)->number};
	struct veil veil = veil_for(run->edit.board, run->person);
	int failed = veil_guard(&veil, merge_from(&merge), err);

	if (failed)
		return failed;
	if (merge.from == merge.into)
		return error_set(err, ERROR_REFUSED, _("a sticky cannot be merged with itself"));
	if (merge_from(&merge)->kind != merge_into(&merge)->kind)
		return error_set(err, ERROR_REFUSED, _("only stickies of one kind can be merged"));
	run->made = merge.into;
	failed = merge_touch(&merge, err);
	if (!failed)
		failed = merge_texts(&merge, err);
	if (!failed)
		failed = merge_links(&merge, err);
	if (!failed)
		failed = merge_votes(&merge, err);
	if (!failed)
		failed = merge_messages(&merge, err);
	return failed ? failed : edit_delete(&run->edit, ENTITY_STICKY, merge.from, err);
}

const struct command merge_command = {
	.name = "merge",
	.sentence = N_("merge the first sticky into the second, with its note, votes, arrows and messages"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"ID", ARGUMENT_STICKY, ARGUMENT_FOCUS, 0}, {"INTO", ARGUMENT_STICKY, 0, 0}},
	.run = merge_run,
};
