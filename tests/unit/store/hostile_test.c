/* What strangers may put into a board file: it is refused with one clear line, and nothing of
 * it runs. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "unit/store/seat.h"

/* Who must notice: the first of these that is asked. */
enum hostile_stage { AT_OPEN, AT_LOAD, AT_VERIFY };

static const struct hostile {
	const char *sql; /* what is done to a good board */
	enum hostile_stage stage;
	const char *says;
} hostile_rows[] = {
	/* no board, or more than a board */
	{"pragma application_id = 0", AT_OPEN, "dumped and read back"},
	{"pragma user_version = 4", AT_OPEN, "made by a newer evstorm (format 4"},
	{"pragma user_version = 0", AT_OPEN, "format"},
	{"pragma user_version = -1", AT_OPEN, "format"},
	{"create table extra (x)", AT_OPEN, "not evstorm's"},
	{"create view extra as select 1", AT_OPEN, "not evstorm's"},
	{"create index extra on sticky (text)", AT_OPEN, "not evstorm's"},
	{"create virtual table extra using fts5(x)", AT_OPEN, "not evstorm's"},
	{"create trigger extra after insert on action begin delete from sticky; end", AT_OPEN, "not evstorm's"},
	{"create trigger sticky_ after insert on action begin delete from sticky; end", AT_OPEN, "not evstorm's"},
	{"drop table vote", AT_OPEN, "vote"},
	{"drop index change_shift", AT_OPEN, "change_shift"},
	{"drop table lane; create view lane as select 1 as id, 1 as \"row\", 'x' as name", AT_OPEN, "lane"},
	{"alter table sticky add column more", AT_OPEN, "sticky"},
	{"alter table sticky drop column note", AT_OPEN, "sticky"},
	{"pragma writable_schema = on; update sqlite_schema set sql = "
	 "'CREATE TABLE vote (id INTEGER PRIMARY KEY, sticky AS (abs(-1)), person, dots)' "
	 "where name = 'vote'",
		AT_OPEN, "vote"},
	{"pragma writable_schema = on; update sqlite_schema set sql = 'CREATE TABLE vote' "
	 "where name = 'vote'",
		AT_OPEN, "damaged"},
	{"pragma writable_schema = on; update sqlite_schema set rootpage = 2 "
	 "where type = 'table'",
		AT_LOAD, ""},
	/* values of the wrong type, or out of range */
	{"update sticky set kind = 'dragon'", AT_LOAD, "kind"},
	{"update sticky set kind = 1", AT_LOAD, "kind"},
	{"update sticky set kind = NULL", AT_LOAD, "kind"},
	{"update sticky set text = x'616263'", AT_LOAD, "text"},
	{"update sticky set text = cast(x'ff61' as text)", AT_LOAD, "text"},
	{"update sticky set text = cast(x'610062' as text)", AT_LOAD, "text"},
	{"update sticky set text = 'a' || char(27) || '[2J'", AT_LOAD, "text"},
	{"update sticky set text = 'a' || char(0x202e)", AT_LOAD, "text"},
	{"update sticky set text = 'e' || char(0x301)", AT_LOAD, "text"},
	{"update sticky set note = printf('%.2001c', 'x')", AT_LOAD, "note"},
	{"update person set name = 'a' || char(10) || 'b' where id = 1", AT_LOAD, "name"},
	{"update sticky set \"column\" = 0", AT_LOAD, "column"},
	{"update sticky set \"column\" = 'x'", AT_LOAD, "column"},
	{"update sticky set \"row\" = 1000000000", AT_LOAD, "row"},
	{"update sticky set \"row\" = 1.5", AT_LOAD, "row"},
	{"update sticky set resolved = 2", AT_LOAD, "resolved"},
	{"update sticky set step = 9", AT_LOAD, "step"},
	{"update sticky set created = 'today'", AT_LOAD, "created"},
	{"update sticky set created = 9223372036854775807", AT_LOAD, "created"},
	{"update sticky set updated = -9223372036854775807 - 1", AT_LOAD, "updated"},
	{"update board set since = -62135596800001", AT_LOAD, "since"},
	{"update board set timer = 253402300800000", AT_LOAD, "timer"},
	{"update vote set dots = -1", AT_LOAD, "dots"},
	{"update vote set dots = 0", AT_LOAD, "vote"},
	{"update context set colour = 256", AT_LOAD, "colour"},
	{"update relation set style = 'loud'", AT_LOAD, "style"},
	{"update board set step = 9", AT_LOAD, "step"},
	{"update board set id = 2", AT_LOAD, "board"},
	/* ids, references, and two in one place */
	{"update link set id = -1", AT_LOAD, "link -1"},
	{"update vote set id = 0", AT_LOAD, "vote 0"},
	{"update link set id = 1000000000000", AT_LOAD, "out of range"},
	{"update link set id = 9223372036854775807", AT_LOAD, "out of range"},
	{"update link set source = 99", AT_LOAD, "link"},
	{"update link set source = -1", AT_LOAD, "source"},
	{"update link set source = NULL", AT_LOAD, "link"},
	{"update link set target = source", AT_LOAD, "link"},
	{"insert into link select 99, source, target from link", AT_LOAD, "link"},
	{"update sticky set context = 99", AT_LOAD, "sticky"},
	{"update sticky set \"column\" = 1, \"row\" = 1", AT_LOAD, "slot"},
	{"insert into vote select 99, sticky, person, dots from vote", AT_LOAD, "vote"},
	{"insert into phase select 99, \"column\", name from phase", AT_LOAD, "phase"},
	{"insert into lane select 99, \"row\", name from lane", AT_LOAD, "lane"},
	{"insert into person select 99, name, role from person", AT_LOAD, "person"},
	{"insert into context (id, name) select 99, name from context where id = 1", AT_LOAD, "context"},
	{"update relation set consistency = 'soon'", AT_LOAD, "consistency"},
	{"update message set type = 'rumour'", AT_LOAD, "type"},
	{"update message set sticky = 99", AT_LOAD, "message"},
	{"insert into message select 99, relation, sticky, type, uses from message", AT_LOAD, "message"},
	{"update board set votes = -1", AT_LOAD, "votes"},
	{"update relation set target = 0", AT_LOAD, "relation"},
	{"update sequence set next = 0", AT_LOAD, "ids"},
	{"update sequence set next = 'x'", AT_LOAD, "ids"},
	{"update sequence set next = 9223372036854775807", AT_LOAD, "ids"},
	{"insert into sequence values ('dragon', 1)", AT_LOAD, "ids"},
	{"insert into action (id, kind) values (9223372036854775807, 'do')", AT_LOAD, "log"},
	{"insert into change (id, action) values (9223372036854775807, 1)", AT_LOAD, "log"},
	/* tables and a log that do not belong together */
	{"update sticky set text = 'forged' where id = 1", AT_VERIFY, "sticky 1"},
	{"delete from vote", AT_VERIFY, "vote"},
	{"delete from board", AT_VERIFY, "board"},
	{"delete from change where id = 1", AT_VERIFY, ""},
	{"delete from action where id = 1", AT_VERIFY, "action 1 is missing"},
	{"update change set action = NULL where id = 1", AT_VERIFY, "belongs to no action"},
	{"update action set kind = 'dragon' where id = 1", AT_VERIFY, "action 1"},
	{"update action set id = -1 where id = 1", AT_VERIFY, ""},
	{"update action set time = 9223372036854775807 where id = 1", AT_VERIFY, "action 1"},
	{"update action set time = -62135596800001 where id = 1", AT_VERIFY, "action 1"},
	{"update action set step = 99", AT_VERIFY, "action 1"},
	{"update action set person = 'x'", AT_VERIFY, "action 1"},
	{"update change set entity = 'dragon' where id = 1", AT_VERIFY, "change 1"},
	{"update change set field = 'dragon' where id = 1", AT_VERIFY, "change 1"},
	{"update change set item = 0 where id = 1", AT_VERIFY, ""},
	{"update change set item = 'x' where id = 1", AT_VERIFY, "change 1"},
	{"update change set after = NULL where id = 1", AT_VERIFY, "change 1"},
	{"update change set after = x'00' where id = 1", AT_VERIFY, "change 1"},
	{"update change set after = 'dragon=1' where id = 1", AT_VERIFY, "change 1"},
	{"update change set after = 'name=' || char(27) where id = 1", AT_VERIFY, "change 1"},
	{"update change set before = char(27) where field = 'text'", AT_VERIFY, "change"},
	{"update change set after = '1+999999999' where field = 'columns'", AT_VERIFY, "change"},
	{"delete from sequence", AT_VERIFY, "would get the id 1"},
};

/* A board with something of everything, and a removed sticky. */
static void hostile_board(const char *path)
{
	struct seat seat;
	struct error err = ERROR_INIT;
	const struct {
		enum entity entity;
		const void *item;
	} items[] = {
		{ENTITY_PERSON, &(struct person){.name = "Ana"}},
		{ENTITY_CONTEXT, &(struct context){.name = "Sales"}},
		{ENTITY_CONTEXT, &(struct context){.name = "Stock"}},
		{ENTITY_STICKY, &(struct sticky){.text = "one", .place = {1, 1}}},
		{ENTITY_STICKY, &(struct sticky){.text = "two", .place = {2, 1}}},
		{ENTITY_STICKY, &(struct sticky){.text = "three", .place = {2, 2}}},
		{ENTITY_LINK, &(struct link){.source = 1, .target = 2}},
		{ENTITY_VOTE, &(struct vote){.sticky = 1, .person = 1, .dots = 2}},
		{ENTITY_PHASE, &(struct phase){.column = 1, .name = "first"}},
		{ENTITY_LANE, &(struct lane){.row = 1, .name = "top"}},
		{ENTITY_RELATION, &(struct relation){.source = 1, .target = 2}},
		{ENTITY_MESSAGE, &(struct message){.relation = 1, .sticky = 2}},
	};

	seat_open(&seat, path, STORE_NEW);
	seat_begin(&seat, 0);
	for (size_t i = 0; i < sizeof(items) / sizeof(items[0]); i++)
		assert_true(edit_create(&seat.edit, items[i].entity, items[i].item, &err) > 0);
	seat_end(&seat);
	seat_begin(&seat, 1);
	assert_int_equal(edit_set(&seat.edit, ENTITY_STICKY, 1, "text", "uno", &err), 0);
	assert_int_equal(edit_set(&seat.edit, ENTITY_BOARD, BOARD_ITEM, "title", "A board", &err), 0);
	assert_int_equal(edit_delete(&seat.edit, ENTITY_STICKY, 3, &err), 0);
	assert_int_equal(edit_shift(&seat.edit, (struct shift){AXIS_COLUMNS, 2, 1}, &err), 0);
	seat_end(&seat);
	seat_check(&seat, path);
	seat_close(&seat);
}

/* Opens, loads and verifies; returns the stage that refuses, or AT_VERIFY + 1. */
static int hostile_read(const char *path, enum store_mode mode, struct error *err)
{
	struct store *store = NULL;
	struct board *board = board_new();
	int stage = AT_OPEN;

	if (!store_open(path, mode, &store, err)) {
		stage = AT_LOAD;
		if (!store_load(store, board, err))
			stage = store_verify(store, err) ? AT_VERIFY : AT_VERIFY + 1;
		store_close(store);
	}
	board_free(board);
	return stage;
}

static void what_no_board_holds_is_refused_in_one_line(void **state)
{
	const char *good = seat_path(state, "good.evs"), *bad = seat_path(state, "bad.evs");

	hostile_board(good);
	for (size_t i = 0; i < sizeof(hostile_rows) / sizeof(hostile_rows[0]); i++) {
		for (int mode = STORE_READ; mode <= STORE_WRITE; mode++) {
			struct error err = ERROR_INIT;
			int stage;

			seat_copy(good, bad);
			seat_sql(bad, hostile_rows[i].sql);
			stage = hostile_read(bad, (enum store_mode)mode, &err);
			if (stage != (int)hostile_rows[i].stage)
				fail_msg("“%s” must be noticed at stage %d, not %d: %s", hostile_rows[i].sql,
					hostile_rows[i].stage, stage, err.text);
			seat_check_error(&err, hostile_rows[i].says);
			if (stage <= AT_LOAD)
				seat_check_error(&err, "bad.evs");
			remove(bad);
			assert_int_equal(seat_files(state), 1); /* nothing stays beside a refused file */
		}
	}
}

static void statistics_do_no_harm(void **state)
{
	const char *good = seat_path(state, "good.evs");
	struct error err = ERROR_INIT;

	hostile_board(good);
	seat_sql(good, "analyze");
	assert_int_equal(hostile_read(good, STORE_WRITE, &err), AT_VERIFY + 1);
}

/* Of the last page some bytes may be missing that hold nothing. */
static void a_file_cut_anywhere_is_refused(void **state)
{
	const char *good = seat_path(state, "good.evs"), *bad = seat_path(state, "bad.evs");
	long size;
	int fd;

	hostile_board(good);
	fd = open(good, O_RDONLY);
	size = (long)lseek(fd, 0, SEEK_END);
	close(fd);
	for (long at = 0; at < size - 4096; at += at < 4200 ? 100 : 2048) {
		struct error err = ERROR_INIT;

		seat_copy(good, bad);
		assert_int_equal(truncate(bad, at), 0);
		if (hostile_read(bad, STORE_READ, &err) > AT_VERIFY)
			fail_msg("a board cut to %ld bytes is taken for a whole one", at);
		seat_check_error(&err, "bad.evs");
	}
}

/* Some bytes matter to nobody; the others must not harm. */
static void a_file_with_wrong_bytes_is_refused_or_reads_well(void **state)
{
	const char *good = seat_path(state, "good.evs"), *bad = seat_path(state, "bad.evs");
	uint32_t seed = 7;
	off_t size;
	int fd;

	hostile_board(good);
	seat_copy(good, bad);
	fd = open(bad, O_RDWR);
	size = lseek(fd, 0, SEEK_END);
	for (int i = 0; i < 1500; i++) {
		struct error err = ERROR_INIT;
		unsigned char was, is;
		off_t at;

		seed = seed * 1664525u + 1013904223u;
		at = (off_t)(i < 100 ? (uint32_t)i : (seed >> 4) % (uint32_t)size);
		assert_int_equal(pread(fd, &was, 1, at), 1);
		is = (unsigned char)(was ^ (seed >> 24 ? seed >> 24 : 1));
		assert_int_equal(pwrite(fd, &is, 1, at), 1);
		if (hostile_read(bad, STORE_READ, &err) <= AT_VERIFY)
			seat_check_error(&err, "");
		assert_int_equal(pwrite(fd, &was, 1, at), 1);
	}
	close(fd);
}

int main(void)
{
#define HOSTILE_TEST(name) cmocka_unit_test_setup_teardown(name, seat_folder_make, seat_folder_remove)
	const struct CMUnitTest tests[] = {
		HOSTILE_TEST(what_no_board_holds_is_refused_in_one_line),
		HOSTILE_TEST(statistics_do_no_harm),
		HOSTILE_TEST(a_file_cut_anywhere_is_refused),
		HOSTILE_TEST(a_file_with_wrong_bytes_is_refused_or_reads_well),
	};

	return cmocka_run_group_tests_name("store/hostile", tests, NULL, NULL);
}
