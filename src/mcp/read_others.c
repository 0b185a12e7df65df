/* read_others: what the others have done and say, and who they are. */
#include "base/clock.h"
#include "base/i18n.h"
#include "mcp/reading.h"
#include "mcp/rpc.h"
#include "model/veil.h"
#include "session/action_text.h"

/* How many actions a call gives if it does not say, and at most. */
#define READ_OTHERS_ACTIONS 100
#define READ_OTHERS_ACTIONS_MOST 1000

/* Actions being read. */
struct read_others {
	const struct board *board; /* with nothing hidden in it */
	struct veil veil;          /* what is hidden from the reader */
	json_t *list;
	size_t most; /* how many are wanted still */
	int64_t last;
	bool more;
};

/* Does CHANGE tell something about what is hidden? The log has texts and votes of which the board no longer knows. */
static bool read_others_is_hidden(const struct read_others *read, const struct change *change)
{
	if (read->veil.hides_dots && change->entity == ENTITY_VOTE)
		return true;
	if (!read->veil.silent)
		return false;
	if (change->entity == ENTITY_STICKY)
		return change->item >= read->veil.silent;
	return change->entity == ENTITY_LINK || change->entity == ENTITY_VOTE || change->entity == ENTITY_MESSAGE;
}

/* Appends what ACTION did, or "…". */
static void read_others_deed(const struct read_others *read, const struct action *action, struct strbuf *did)
{
	bool own = action->person && action->person == read->veil.person;

	for (size_t i = 0; i < action->changes.count && !own && !did->len; i++)
		if (read_others_is_hidden(read, action_change(action, i)))
			strbuf_addstr(did, "…");
	if (!did->len)
		action_text_format(read->board, action, did);
}

static int read_others_visit(void *context, const struct action *action, struct error *err)
{
	struct read_others *read = context;
	const struct person *person = board_person(read->board, action->person);
	char time[CLOCK_TEXT_BYTES];
	struct strbuf did = STRBUF_INIT;
	json_t *object;

	(void)err;
	read->more = !read->most;
	if (read->more)
		return 1;
	read->most--;
	if (action->changes.count)
		read->last = action_change(action, action->changes.count - 1)->number;
	clock_format(action->time_ms, time);
	read_others_deed(read, action, &did);
	object = json_object();
	json_object_set_new(object, "change", json_integer(read->last));
	json_object_set_new(object, "time", json_string(time));
	json_object_set_new(object, "person", rpc_string(person ? person->name : NULL));
	json_object_set_new(object, "did", rpc_string(did.text));
	json_array_append_new(read->list, object);
	strbuf_release(&did);
	return 0;
}

/* Sets *FIRST to the first action to read: the one after change SINCE or, without it, so many before the end. */
static int read_others_first(
	struct store *store, const struct argument_value *values, int64_t most, int64_t *first, struct error *err)
{
	int64_t before = store_seen(store) - most;
	int failed = 0;

	if (values[0].given)
		failed = store_action_of(store, values[0].number, &before, err);
	*first = before > 0 ? before + 1 : 1;
	return failed;
}

static int read_others_changes_run(struct assistant *assistant, const struct argument_value *values, bool limited,
	struct strbuf *out, struct error *err)
{
	const struct board *board = assistant_board(assistant);
	struct store *store = session_store(assistant->session);
	int64_t most = reading_number(values, 1, READ_OTHERS_ACTIONS), first;
	struct read_others read = {board, veil_for(board, session_person(assistant->session)), NULL, 0, 0, false};
	json_t *root;
	int failed;

	(void)limited;
	most = most < READ_OTHERS_ACTIONS_MOST ? most : READ_OTHERS_ACTIONS_MOST;
	read.most = (size_t)most;
	read.last = reading_number(values, 0, 0);
	failed = read_others_first(store, values, most, &first, err);
	if (failed)
		return failed;
	read.list = json_array();
	failed = store_walk(store, first, read_others_visit, &read, err);
	root = json_object();
	json_object_set_new(root, "changes", read.list);
	json_object_set_new(root, "last", json_integer(read.last));
	json_object_set_new(root, "more", json_boolean(read.more));
	rpc_dump(root, out);
	return failed < 0 ? failed : 0;
}

const struct reading read_changes = {
	.name = "read-changes",
	.sentence = N_(
		"what was done, and by whom, as JSON: since a change, or lately; “last” is the change to go on from"),
	.mime = "application/json",
	.arguments = {{"SINCE", ARGUMENT_CHANGE, 0, 's'}, {"COUNT", ARGUMENT_COUNT, 0, 'n'}},
	.run = read_others_changes_run,
};

static json_t *read_others_person(const char *name, const struct presence_state *state)
{
	json_t *object = json_object();

	json_object_set_new(object, "name", rpc_string(name));
	json_object_set_new(object, "role", json_string(role_token(state->role)));
	json_object_set_new(object, "assistant", json_boolean(state->assistant));
	json_object_set_new(object, "column", json_integer(state->place.column));
	json_object_set_new(object, "row", json_integer(state->place.row));
	json_object_set_new(object, "quiet_s", json_integer(presence_idle_s(state, clock_span_ms())));
	if (state->doing == PRESENCE_EDITING)
		json_object_set_new(object, "edits", json_integer(state->sticky));
	return object;
}

static int read_others_people_run(struct assistant *assistant, const struct argument_value *values, bool limited,
	struct strbuf *out, struct error *err)
{
	const struct vec *people = &assistant->peers.presence.people;
	json_t *root = json_object(), *here = json_array(), *said = json_array(), *known = json_array();
	struct vec list = VEC_INIT(const void *);

	(void)values;
	(void)limited;
	(void)err;
	assistant_see(assistant);
	board_list(session_board(assistant->session), ENTITY_PERSON, &list);
	for (size_t i = 0; i < list.count; i++)
		json_array_append_new(known, rpc_string(vec_get(&list, const struct person *, i)->name));
	for (size_t i = 0; i < people->count; i++) {
		const struct presence_person *person = vec_at(people, i);

		json_array_append_new(here, read_others_person(person->name, &person->state));
	}
	for (size_t i = 0; i < assistant->said.count; i++)
		json_array_append_new(said, rpc_string(vec_get(&assistant->said, char *, i)));
	json_object_set_new(root, "you", rpc_string(session_name(assistant->session)));
	json_object_set_new(root, "here", here);
	json_object_set_new(root, "known", known);
	json_object_set_new(root, "said", said);
	vec_release(&list);
	rpc_dump(root, out);
	return 0;
}

const struct reading read_people = {
	.name = "read-people",
	.sentence = N_("who is here now and where, who has worked on the board, and what was said last, as JSON"),
	.mime = "application/json",
	.run = read_others_people_run,
};
