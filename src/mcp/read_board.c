/* read_board: the board as JSON, in the form of json/document.h: whole, or the stickies that are asked for. */
#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/map.h"
#include "base/mem.h"
#include "json/document.h"
#include "json/document_field.h"
#include "mcp/reading.h"
#include "mcp/rpc.h"
#include "text/needle.h"

/* How many stickies a call gives if it does not say, and at most. */
#define READ_BOARD_COUNT 200
#define READ_BOARD_COUNT_MOST 2000

enum {
	READ_BOARD_IDS,
	READ_BOARD_FROM,
	READ_BOARD_TO,
	READ_BOARD_KIND,
	READ_BOARD_CONTEXT,
	READ_BOARD_TEXT,
	READ_BOARD_MOST
};

/* Stickies being chosen. */
struct read_board {
	const struct board *board;
	const struct vec *in_time; /* its stickies */
	const struct argument_value *values;
	struct strbuf needle;
	struct map chosen; /* id -> the sticky */
	int64_t context;   /* -1: any */
	int64_t next;      /* the column to read on from; 0: none */
};

static void read_board_add(json_t *list, enum entity entity, const void *item)
{
	json_array_append_new(list, document_field_item(entity, item));
}

static bool read_board_fits(const struct read_board *read, const struct sticky *sticky)
{
	const struct argument_value *values = read->values;

	return sticky->place.column >= reading_number(values, READ_BOARD_FROM, 1) &&
	       sticky->place.column <= reading_number(values, READ_BOARD_TO, PLACE_MOST) &&
	       (!values[READ_BOARD_KIND].given || sticky->kind == values[READ_BOARD_KIND].number) &&
	       (read->context < 0 || sticky->context == read->context) &&
	       (!read->needle.len || (sticky->text && needle_occurs(read->needle.text, sticky->text)));
}

static void read_board_choose(struct read_board *read, const struct sticky *sticky, json_t *stickies)
{
	map_set(&read->chosen, (uint64_t)sticky->id, (void *)(uintptr_t)sticky);
	read_board_add(stickies, ENTITY_STICKY, sticky);
}

/* Chooses stickies in time, whole columns, until there are enough. */
static void read_board_walk(struct read_board *read, json_t *stickies)
{
	int64_t most = reading_number(read->values, READ_BOARD_MOST, READ_BOARD_COUNT);
	const struct sticky *last = NULL;
	size_t count = 0;

	most = most < READ_BOARD_COUNT_MOST ? most : READ_BOARD_COUNT_MOST;
	for (size_t i = 0; i < read->in_time->count && !read->next; i++) {
		const struct sticky *sticky = vec_get(read->in_time, const struct sticky *, i);

		if (!read_board_fits(read, sticky))
			continue;
		if (count >= (size_t)most && sticky->place.column != last->place.column) {
			read->next = sticky->place.column;
			break;
		}
		read_board_choose(read, sticky, stickies);
		last = sticky;
		count++;
	}
}

/* Adds the arrows that begin or end at a chosen sticky, and the votes and messages of these. */
static void read_board_add_around(const struct read_board *read, json_t *root)
{
	json_t *links = json_array(), *votes = json_array(), *messages = json_array();
	const struct message *message;
	const struct map_entry *entry;

	for (size_t at = 0; (entry = map_next(&read->chosen, &at));) {
		const struct sticky *sticky = entry->value;

		for (const struct link *link = sticky->first_out; link; link = link->next_out)
			read_board_add(links, ENTITY_LINK, link);
		for (const struct link *link = sticky->first_in; link; link = link->next_in)
			if (!map_get(&read->chosen, (uint64_t)link->source))
				read_board_add(links, ENTITY_LINK, link);
		for (const struct vote *vote = sticky->first_vote; vote; vote = vote->next)
			read_board_add(votes, ENTITY_VOTE, vote);
	}
	for (size_t at = 0; (message = board_next(read->board, ENTITY_MESSAGE, &at));)
		if (map_get(&read->chosen, (uint64_t)message->sticky))
			read_board_add(messages, ENTITY_MESSAGE, message);
	json_object_set_new(root, document_key(ENTITY_LINK), links);
	json_object_set_new(root, document_key(ENTITY_VOTE), votes);
	json_object_set_new(root, document_key(ENTITY_MESSAGE), messages);
}

/* Adds what is not about single stickies. */
static void read_board_add_rest(const struct board *board, json_t *root)
{
	static const enum entity entities[] = {
		ENTITY_PERSON, ENTITY_CONTEXT, ENTITY_PHASE, ENTITY_LANE, ENTITY_RELATION};

	json_object_set_new(root, document_key(ENTITY_BOARD), document_field_item(ENTITY_BOARD, board_facts(board)));
	for (size_t i = 0; i < ARRAY_SIZE(entities); i++) {
		struct vec items = VEC_INIT(const void *);
		json_t *list = json_array();

		board_list(board, entities[i], &items);
		for (size_t k = 0; k < items.count; k++)
			read_board_add(list, entities[i], vec_get(&items, const void *, k));
		json_object_set_new(root, document_key(entities[i]), list);
		vec_release(&items);
	}
}

/* Sets what to choose by; fails if there is no such context. */
static int read_board_begin(struct read_board *read, struct error *err)
{
	const struct argument_value *context = &read->values[READ_BOARD_CONTEXT];
	const struct context *found;

	if (read->values[READ_BOARD_TEXT].given)
		needle_make(&read->needle, read->values[READ_BOARD_TEXT].text.text);
	read->context = -1;
	if (!context->given)
		return 0;
	found = board_context_named(read->board, context->text.text);
	if (!found)
		return error_set(err, ERROR_REFUSED, _("no context “%.60s”"), context->text.text);
	read->context = found->id;
	return 0;
}

static void read_board_part(struct read_board *read, struct strbuf *out)
{
	const struct vec *ids = &read->values[READ_BOARD_IDS].ids;
	json_t *root = json_pack("{s:i}", "evstorm", DOCUMENT_VERSION), *stickies = json_array();

	if (!ids->count) {
		read_board_add_rest(read->board, root);
		read_board_walk(read, stickies);
	}
	for (size_t i = 0; i < ids->count; i++)
		read_board_choose(read, board_sticky(read->board, vec_get(ids, int64_t, i)), stickies);
	json_object_set_new(root, document_key(ENTITY_STICKY), stickies);
	read_board_add_around(read, root);
	if (read->next)
		json_object_set_new(root, "more_from", json_integer(read->next));
	rpc_dump(root, out);
}

static int read_board_run(struct assistant *assistant, const struct argument_value *values, bool limited,
	struct strbuf *out, struct error *err)
{
	struct read_board read = {.board = assistant_board(assistant),
		.in_time = assistant_in_time(assistant),
		.values = values,
		.needle = STRBUF_INIT,
		.chosen = MAP_INIT};
	char *text = NULL;
	size_t len;
	FILE *file;
	int failed = 0;

	if (limited) {
		failed = read_board_begin(&read, err);
		if (!failed)
			read_board_part(&read, out);
	} else if ((file = open_memstream(&text, &len))) {
		document_write(read.board, file);
		fclose(file);
		strbuf_add(out, text, len);
		free(text);
	}
	map_release(&read.chosen);
	strbuf_release(&read.needle);
	return failed;
}

const struct reading read_board = {
	.name = "read-board",
	.sentence =
		N_("the board as JSON, in reading order: all stickies or some, with what belongs to them; “more_from” "
		   "is the column to read on from"),
	.mime = "application/json",
	.arguments = {{"ID", ARGUMENT_STICKIES, ARGUMENT_OPTIONAL, 0}, {"FROM", ARGUMENT_COLUMN, 0, 'f'},
		{"TO", ARGUMENT_COLUMN, 0, 't'}, {"KIND", ARGUMENT_KIND, 0, 'k'}, {"CONTEXT", ARGUMENT_CONTEXT, 0, 'c'},
		{"TEXT", ARGUMENT_WORD, 0, 'x'}, {"COUNT", ARGUMENT_COUNT, 0, 'n'}},
	.run = read_board_run,
};
