#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "unit/store/seat.h"

static int64_t tables_make(struct seat *seat, enum entity entity, const void *template)
{
	struct error err = ERROR_INIT;
	int64_t id = edit_create(&seat->edit, entity, template, &err);

	if (id < 0)
		fail_msg("no %s: %s", entity_type(entity)->name, err.text);
	return id;
}

static void tables_set(struct seat *seat, enum entity entity, int64_t id, const char *name, const char *text)
{
	struct error err = ERROR_INIT;

	if (edit_set(&seat->edit, entity, id, name, text, &err))
		fail_msg("%s %s: %s", entity_type(entity)->name, name, err.text);
}

/* A new board with one person. */
static void tables_start(struct seat *seat, const char *path)
{
	seat_open(seat, path, STORE_NEW);
	seat_begin(seat, 0);
	tables_make(seat, ENTITY_PERSON, &(struct person){.name = "Ana"});
	seat_end(seat);
}

/* One of each entity, with a value in every field. */
static void every_field_of_every_entity_comes_back(void **state)
{
	const char *path = seat_path(state, "b.evs");
	struct person person = {.name = "한글 Ana", .role = ROLE_FACILITATOR};
	struct context context = {.name = "Sales", .colour = 3}, other = {.name = "Stock"};
	struct sticky sticky = {.kind = KIND_HOTSPOT,
		.text = "two\nlines",
		.note = "“a” 'b' \"c\" \\",
		.place = {7, 3},
		.context = 1,
		.resolved = true,
		.pivotal = true,
		.author = 1,
		.step = 8,
		.created = INT64_C(1700000000123),
		.updated = INT64_C(1700000000456)};
	struct sticky second = {.kind = KIND_EVENT, .place = {PLACE_MOST, PLACE_MOST}};
	struct link link = {.source = 1, .target = 2};
	struct vote vote = {.sticky = 1, .person = 1, .dots = 3};
	struct phase phase = {.column = 7, .name = "Order"};
	struct lane lane = {.row = 3, .name = "Web"};
	struct relation relation = {.source = 1,
		.style = RELATION_ASYNC,
		.target = 2,
		.label = "tells",
		.source_pattern = "OHS",
		.target_pattern = "ACL"};
	struct seat seat;

	seat_open(&seat, path, STORE_NEW);
	seat_begin(&seat, 0);
	tables_make(&seat, ENTITY_PERSON, &person);
	tables_make(&seat, ENTITY_CONTEXT, &context);
	tables_make(&seat, ENTITY_CONTEXT, &other);
	tables_make(&seat, ENTITY_STICKY, &sticky);
	tables_make(&seat, ENTITY_STICKY, &second);
	tables_make(&seat, ENTITY_LINK, &link);
	tables_make(&seat, ENTITY_VOTE, &vote);
	tables_make(&seat, ENTITY_PHASE, &phase);
	tables_make(&seat, ENTITY_LANE, &lane);
	tables_make(&seat, ENTITY_RELATION, &relation);
	tables_make(&seat, ENTITY_MESSAGE, &(struct message){.relation = 1, .sticky = 2, .type = MESSAGE_DOMAIN_EVENT});
	tables_set(&seat, ENTITY_BOARD, BOARD_ITEM, "title", "A shop");
	tables_set(&seat, ENTITY_BOARD, BOARD_ITEM, "step", "4");
	seat_end(&seat);
	seat_check(&seat, path);
	seat_sql(path, "select 1 / (count(*) = 1) from sticky where kind = 'hotspot' and \"column\" = 7 "
		       "and \"row\" = 3 and text like 'two%' and resolved and created = 1700000000123");
	seat_close(&seat);
}

/* Moves within one action that meet in a slot on the way: swapping, and shifts there and back. */
static void one_action_may_move_things_through_each_other(void **state)
{
	const char *path = seat_path(state, "b.evs");
	struct phase phases[] = {{.column = 1, .name = "a"}, {.column = 2, .name = "b"}, {.column = 3, .name = "c"}};
	struct lane lane = {.row = 2, .name = "low"};
	struct sticky new = {.text = "new", .place = {3, 1}};
	struct error err = ERROR_INIT;
	struct seat seat;
	int64_t ids[6];

	tables_start(&seat, path);
	for (int i = 0; i < 6; i++) {
		char text[16];

		snprintf(text, sizeof(text), "%d", i);
		ids[i] = seat_put(&seat, 1, text, i / 2 + 1, i % 2 + 1);
	}
	seat_begin(&seat, 1);
	for (int i = 0; i < 3; i++)
		tables_make(&seat, ENTITY_PHASE, &phases[i]);
	tables_make(&seat, ENTITY_LANE, &lane);
	assert_int_equal(edit_move(&seat.edit, ids[0], (struct place){1, 2}, &err), 0);
	assert_int_equal(edit_move(&seat.edit, ids[1], (struct place){1, 1}, &err), 0);
	assert_int_equal(edit_shift(&seat.edit, (struct shift){AXIS_COLUMNS, 2, 1}, &err), 0);
	assert_int_equal(edit_delete(&seat.edit, ENTITY_STICKY, ids[2], &err), 0);
	assert_int_equal(edit_shift(&seat.edit, (struct shift){AXIS_ROWS, 2, 5}, &err), 0);
	assert_int_equal(edit_move(&seat.edit, ids[3], (struct place){2, 1}, &err), 0);
	tables_make(&seat, ENTITY_STICKY, &new);
	assert_int_equal(edit_shift(&seat.edit, (struct shift){AXIS_COLUMNS, 3, 4}, &err), 0);
	assert_int_equal(edit_shift(&seat.edit, (struct shift){AXIS_ROWS, 7, -3}, &err), 0);
	seat_end(&seat);
	seat_check(&seat, path);
	assert_true(seat_take_back(&seat, 1, ACTION_UNDO) > 0);
	seat_check(&seat, path);
	assert_true(seat_take_back(&seat, 1, ACTION_REDO) > 0);
	seat_check(&seat, path);
	seat_close(&seat);
}

static void an_id_is_never_given_again(void **state)
{
	const char *path = seat_path(state, "b.evs");
	struct error err = ERROR_INIT;
	struct seat seat;
	int64_t last;

	seat_open(&seat, path, STORE_NEW);
	seat_put(&seat, 0, "one", 1, 1);
	last = seat_put(&seat, 0, "two", 2, 1);
	seat_begin(&seat, 0);
	assert_int_equal(edit_delete(&seat.edit, ENTITY_STICKY, last, &err), 0);
	seat_end(&seat);
	seat_close(&seat);
	seat_open(&seat, path, STORE_WRITE);
	assert_int_equal(seat_put(&seat, 0, "three", 2, 1), last + 1);
	seat_begin(&seat, 0); /* also when an item came and went within one action */
	assert_int_equal(
		edit_delete(&seat.edit, ENTITY_STICKY,
			tables_make(&seat, ENTITY_STICKY, &(struct sticky){.text = "x", .place = {9, 9}}), &err),
		0);
	seat_end(&seat);
	seat_close(&seat);
	seat_open(&seat, path, STORE_WRITE);
	assert_int_equal(seat_put(&seat, 0, "four", 3, 1), last + 3);
	seat_check(&seat, path);
	seat_close(&seat);
}

static uint32_t tables_random(uint32_t *seed, uint32_t below)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) % below;
}

/* One edit at random; what does not fit the board is refused, which is as good. */
static void tables_edit(struct seat *seat, uint32_t *seed)
{
	struct sticky sticky = {.kind = (int)tables_random(seed, KIND_COUNT),
		.text = "x",
		.place = {1 + (int)tables_random(seed, 6), 1 + (int)tables_random(seed, 6)}};
	struct phase phase = {.column = sticky.place.column, .name = "p"};
	struct link link = {.source = 1 + tables_random(seed, 20), .target = 1 + tables_random(seed, 20)};
	int64_t id = 1 + tables_random(seed, 20);
	struct shift shift = {
		(enum axis)tables_random(seed, 2), 1 + (int)tables_random(seed, 6), tables_random(seed, 2) ? 1 : -1};

	switch (tables_random(seed, 7)) {
	case 0: edit_create(&seat->edit, ENTITY_STICKY, &sticky, NULL); break;
	case 1: edit_create(&seat->edit, ENTITY_PHASE, &phase, NULL); break;
	case 2: edit_create(&seat->edit, ENTITY_LINK, &link, NULL); break;
	case 3:
		if (board_sticky(seat->board, id))
			edit_delete(&seat->edit, ENTITY_STICKY, id, NULL);
		break;
	case 4:
		if (shift.at + shift.by >= 1)
			edit_shift(&seat->edit, shift, NULL);
		break;
	case 5:
		if (board_sticky(seat->board, id) && !board_at(seat->board, sticky.place))
			edit_move(&seat->edit, id, sticky.place, NULL);
		break;
	default:
		if (board_sticky(seat->board, id))
			edit_set(&seat->edit, ENTITY_STICKY, id, "text", "y", NULL);
		break;
	}
}

static void tables_follow_the_log_whatever_happens(void **state)
{
	const char *path = seat_path(state, "b.evs");
	struct seat seat;
	uint32_t seed = 20261121;

	tables_start(&seat, path);
	for (int i = 0; i < 150; i++) {
		uint32_t what = tables_random(&seed, 10);

		if (what < 2) {
			seat_take_back(&seat, 1, what ? ACTION_REDO : ACTION_UNDO);
		} else {
			seat_begin(&seat, 1);
			for (uint32_t edits = tables_random(&seed, 5); edits > 0; edits--)
				tables_edit(&seat, &seed);
			seat_end(&seat);
		}
		if (i % 10 == 9)
			seat_check(&seat, path);
	}
	seat_close(&seat);
}

int main(void)
{
#define TABLES_TEST(name) cmocka_unit_test_setup_teardown(name, seat_folder_make, seat_folder_remove)
	const struct CMUnitTest tests[] = {
		TABLES_TEST(every_field_of_every_entity_comes_back),
		TABLES_TEST(one_action_may_move_things_through_each_other),
		TABLES_TEST(an_id_is_never_given_again),
		TABLES_TEST(tables_follow_the_log_whatever_happens),
	};

	return cmocka_run_group_tests_name("store/tables", tests, NULL, NULL);
}
