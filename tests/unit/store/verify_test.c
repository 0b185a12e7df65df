/* What is wrong with a file is told, each thing in a sentence, and one does not hide another. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "unit/store/seat.h"

/* What was told, a line each: "about: sentence". */
static char told[65536];

static void verify_note(void *context, const char *about, const char *said)
{
	size_t len = strlen(told);

	(void)context;
	assert_null(strchr(said, '\n'));
	snprintf(told + len, sizeof(told) - len, "%s: %s\n", about, said);
}

static int inspect(const char *path, struct error *err)
{
	told[0] = '\0';
	return store_inspect(path, verify_note, NULL, err);
}

static const char *verify_board(void **state)
{
	const char *path = seat_path(state, "b.evs");
	struct error err = ERROR_INIT;
	struct seat seat;

	seat_open(&seat, path, STORE_NEW);
	seat_begin(&seat, 0);
	assert_int_equal(edit_create(&seat.edit, ENTITY_PERSON, &(struct person){.name = "Ana"}, &err), 1);
	seat_end(&seat);
	for (int i = 1; i <= 40; i++)
		seat_put(&seat, 1, "something", i, 1);
	seat_begin(&seat, 1);
	assert_int_equal(edit_create(&seat.edit, ENTITY_LINK, &(struct link){.source = 1, .target = 2}, &err), 1);
	seat_end(&seat);
	seat_write(&seat, 1, 1, "else");
	seat_take_back(&seat, 1, ACTION_UNDO);
	seat_take_back(&seat, 1, ACTION_REDO);
	seat_write(&seat, 1, 2, "two");
	seat_take_back(&seat, 1, ACTION_UNDO);
	seat_close(&seat);
	return path;
}

static void a_sound_board_is_found_sound(void **state)
{
	const char *path = verify_board(state);
	struct error err = ERROR_INIT;

	assert_int_equal(inspect(path, &err), 0);
	assert_string_equal(told, "");
	seat_sql(path, "analyze");
	assert_int_equal(inspect(path, &err), 0);
	assert_int_equal(seat_files(state), 1);
}

static void each_thing_is_told_where_it_belongs(void **state)
{
	static const struct {
		const char *sql, *told;
	} rows[] = {
		{"create table extra (x)", "schema: "},
		{"pragma writable_schema = on; delete from sqlite_schema where name = 'change_shift'", "database: "},
		{"drop table vote", "tables: no such table: vote\n"},
		{"update change set id = id + 3 where id > 44", "log: changes 45 to 47 are missing\n"},
		{"delete from action where id = 5", "log: action 5 is missing\n"},
		{"delete from action where id = 5", "log: change 5 belongs to no action\n"},
		{"update change set after = x'00' where id = 5", "log: change 5 "},
		{"update change set after = x'00' where id = 2",
			"log: change 42 cannot be applied: link 1: it refers to something that does not exist\n"},
		{"update change set before = 'other' where field = 'text' and item = 1",
			"sticky 1 was not what the change says it was before\n"},
		{"update change set after = replace(after, '7,1', '8,1') where item = 7 and field is null",
			"cannot be applied: sticky 8: its slot is taken\n"},
		{"update sticky set text = 'forged' where id = 7", "tables: sticky 7: its text differs from the log\n"},
		{"update sticky set text = x'00', kind = 'dragon' where id = 7", "tables: sticky 7: its kind"},
		{"delete from sticky where id = 40", "tables: sticky 40 is in the log, but not in its table\n"},
		{"insert into link values (9, 3, 4)", "tables: link 9 is not in the log\n"},
		{"delete from sticky where id = 2", "references: link 1: its target, sticky 2, does not exist\n"},
		{"update action set person = 9 where id = 3",
			"references: action 3: its person, person 9, does not exist\n"},
		{"update sticky set \"column\" = 1 where id = 5", "references: column 1, row 1 holds 2 stickies\n"},
		{"update sequence set next = 3 where entity = 'sticky'", "ids: the next sticky would get "},
		{"update sequence set next = 'x' where entity = 'sticky'", "ids: "},
		{"update action set stands = 1 where id = 4", "undo: action 4: "},
		{"update action set undone = null", "undo: action 46: "},
	};
	const char *path = verify_board(state), *bad = seat_path(state, "bad.evs");

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct error err = ERROR_INIT;

		seat_copy(path, bad);
		seat_sql(bad, rows[i].sql);
		if (inspect(bad, &err) != 1 || !strstr(told, rows[i].told))
			fail_msg("“%s” must be told as “%s”, not\n%s%s", rows[i].sql, rows[i].told, told, err.text);
		remove(bad);
	}
}

static void one_thing_does_not_hide_another(void **state)
{
	const char *path = verify_board(state);
	struct error err = ERROR_INIT;

	seat_sql(path, "create table extra (x); update sticky set text = 'forged' where id = 7; "
		       "update sequence set next = 3 where entity = 'sticky'; "
		       "delete from change where id = 6");
	assert_int_equal(inspect(path, &err), 1);
	assert_non_null(strstr(told, "schema: "));
	assert_non_null(strstr(told, "log: change 6 is missing\n"));
	assert_non_null(strstr(told, "tables: sticky 7: "));
	assert_non_null(strstr(told, "ids: "));
}

static void what_is_found_over_and_over_is_counted(void **state)
{
	const char *path = verify_board(state);
	struct error err = ERROR_INIT;

	seat_sql(path, "update sticky set text = 'forged'");
	assert_int_equal(inspect(path, &err), 1);
	assert_non_null(strstr(told, "tables: sticky 20: "));
	assert_null(strstr(told, "tables: sticky 21: "));
	assert_non_null(strstr(told, "tables: and 20 more of this kind\n"));
}

static void what_cannot_be_read_is_no_finding(void **state)
{
	const char *path = verify_board(state);
	struct error err = ERROR_INIT;

	assert_int_equal(inspect(seat_path(state, "none.evs"), &err), ERROR_SYSTEM);
	seat_check_error(&err, "none.evs");
	seat_sql(path, "pragma user_version = 99");
	err = (struct error)ERROR_INIT;
	assert_int_equal(inspect(path, &err), ERROR_SYSTEM);
	seat_check_error(&err, "newer evstorm");
	seat_sql(path, "pragma application_id = 0");
	err = (struct error)ERROR_INIT;
	assert_int_equal(inspect(path, &err), ERROR_SYSTEM);
	seat_check_error(&err, "dumped and read back");
	assert_string_equal(told, "");
}

int main(void)
{
#define VERIFY_TEST(name) cmocka_unit_test_setup_teardown(name, seat_folder_make, seat_folder_remove)
	const struct CMUnitTest tests[] = {
		VERIFY_TEST(a_sound_board_is_found_sound),
		VERIFY_TEST(each_thing_is_told_where_it_belongs),
		VERIFY_TEST(one_thing_does_not_hide_another),
		VERIFY_TEST(what_is_found_over_and_over_is_counted),
		VERIFY_TEST(what_cannot_be_read_is_no_finding),
	};

	return cmocka_run_group_tests_name("store/verify", tests, NULL, NULL);
}
