/* Whatever happened to a file, what can be read of it becomes a whole board. */
#include <fcntl.h>
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "model/board_apply.h"
#include "model/edit.h"
#include "store/recovery.h"
#include "unit/store/seat.h"

#define RECOVERY_PAGE 4096
#define RECOVERY_STICKIES 150
#define RECOVERY_ROUNDS 50

/* A board whose log and tables fill several leaves each: texts, moves, links, people, removals, undo. */
static const char *recovery_board(void **state, struct seat *seat)
{
	const char *path = seat_path(state, "b.evs");
	struct error err = ERROR_INIT;
	char text[300];

	seat_open(seat, path, STORE_NEW);
	seat_begin(seat, 0);
	edit_create(&seat->edit, ENTITY_PERSON, &(struct person){.name = "Ana"}, &err);
	edit_create(&seat->edit, ENTITY_PERSON, &(struct person){.name = "Bo"}, &err);
	edit_create(&seat->edit, ENTITY_CONTEXT, &(struct context){.name = "Sales"}, &err);
	edit_create(&seat->edit, ENTITY_LANE, &(struct lane){.row = 1, .name = "top"}, &err);
	edit_create(&seat->edit, ENTITY_PHASE, &(struct phase){.column = 3, .name = "first"}, &err);
	edit_set(&seat->edit, ENTITY_BOARD, BOARD_ITEM, "title", "A board", &err);
	seat_end(seat);
	for (int i = 1; i <= RECOVERY_STICKIES; i++) {
		snprintf(text, sizeof(text), "sticky %d %.*s.", i, i % 200,
			"something rather long was written here, to fill the pages of the file with it, "
			"again and again, until there are enough of them for inner pages as well");
		seat_put(seat, 1 + i % 2, text, i, 1 + i % 3);
		if (i % 5 == 0 && board_sticky(seat->board, i - 1))
			seat_write(seat, 1, i - 1, "rewritten");
		if (i % 7 == 0)
			seat_take_back(seat, 1, ACTION_UNDO);
	}
	seat_begin(seat, 2);
	for (int i = 2; i <= RECOVERY_STICKIES; i += 3)
		if (board_sticky(seat->board, i - 1) && board_sticky(seat->board, i))
			edit_create(&seat->edit, ENTITY_LINK, &(struct link){.source = i - 1, .target = i}, &err);
	edit_delete(&seat->edit, ENTITY_STICKY, 10, &err);
	edit_shift(&seat->edit, (struct shift){AXIS_COLUMNS, 20, 2}, &err);
	seat_end(seat);
	seat_close(seat);
	seat_open(seat, path, STORE_READ);
	return path;
}

/* A new board that takes the actions. */
struct recovery_sink {
	struct seat *seat;
	const char *damage;
};

static int recovery_take(void *context, const struct action *action, struct error *err)
{
	struct recovery_sink *sink = context;
	struct action *own = &sink->seat->action;

	action_release(own);
	action_init(own);
	own->time_ms = action->time_ms;
	own->person = action->person;
	own->step = action->step;
	own->kind = action->kind;
	own->target = action->target;
	for (size_t i = 0; i < action->changes.count; i++) {
		const struct change *change = action_change(action, i);

		if (board_apply(sink->seat->board, change, err))
			fail_msg("%s: a change does not fit: %s", sink->damage, err->text);
		action_add(own, change->entity, change->item, change->field, change->before, change->after);
	}
	return store_append(sink->seat->store, own, sink->seat->board, err);
}

/* Recovers the file FROM as TO and looks that over; the board is in *SEAT. False when nothing was found. */
static bool recover(
	const char *from, const char *to, const char *damage, struct seat *seat, struct recovery_tally *tally)
{
	struct recovery_sink sink = {seat, damage};
	struct error err = ERROR_INIT;
	struct recovery *recovery;

	if (recovery_open(from, &recovery, &err)) {
		seat_check_error(&err, from);
		return false;
	}
	seat_open(seat, to, STORE_NEW);
	if (store_begin(seat->store, &err) || recovery_read(recovery, recovery_take, &sink, &err) ||
		store_commit(seat->store, &err) || store_verify(seat->store, &err))
		fail_msg("%s: %s", damage, err.text);
	*tally = *recovery_tally(recovery);
	recovery_free(recovery);
	return true;
}

static void recovery_remove(const char *to)
{
	static const char *const rests[] = {"", "-wal", "-shm", "-journal"};
	char name[1100];

	for (size_t i = 0; i < sizeof(rests) / sizeof(rests[0]); i++) {
		snprintf(name, sizeof(name), "%s%s", to, rests[i]);
		unlink(name);
	}
}

/* Fails unless RECOVERED has all that BOARD has, as it is there. */
static void recovery_check_all(const struct board *board, const struct board *recovered, const char *damage)
{
	struct strbuf a = STRBUF_INIT, b = STRBUF_INIT;

	for (int i = 0; i < ENTITY_COUNT; i++) {
		const int64_t *item;
		size_t at = 0;

		while ((item = board_next(board, (enum entity)i, &at))) {
			const void *other = board_item(recovered, (enum entity)i, *item);

			strbuf_reset(&a);
			strbuf_reset(&b);
			record_format((enum entity)i, item, &a);
			if (other)
				record_format((enum entity)i, other, &b);
			if (!other || strcmp(a.text, b.text))
				fail_msg("%s: %s %d was “%s” and is “%s”", damage, entity_type((enum entity)i)->name,
					(int)*item, a.text, other ? b.text : "nowhere");
		}
	}
	strbuf_release(&a);
	strbuf_release(&b);
}

static void a_log_that_is_whole_comes_out_as_it_was(void **state)
{
	const char *bad = seat_path(state, "bad.evs"), *new = seat_path(state, "new.evs");
	struct recovery_tally tally;
	struct seat seat, recovered;
	const char *path = recovery_board(state, &seat);
	int64_t changes;
	struct error err = ERROR_INIT;

	seat_copy(path, bad);
	seat_sql(bad, "pragma application_id = 0; pragma user_version = 0");
	assert_true(recover(bad, new, "marks", &recovered, &tally));
	recovery_check_all(seat.board, recovered.board, "marks");
	assert_int_equal(store_log_length(seat.store, &changes, &err), 0);
	assert_int_equal(tally.changes, changes);
	assert_int_equal(tally.faults + tally.from_tables, 0);
	assert_int_equal(tally.actions_lost + tally.changes_lost, 0);
	assert_int_equal(store_is_past(seat.store, new, &err), 1);
	assert_int_equal(store_is_past(recovered.store, path, &err), 1);
	seat_close(&seat);
	seat_close(&recovered);
}

/* What a page of the log held is in the tables, and what a page of the tables held is in the log. */
static void a_lost_page_loses_nothing_that_is_on_the_board(void **state)
{
	static const char zeros[RECOVERY_PAGE];
	const char *bad = seat_path(state, "bad.evs"), *new = seat_path(state, "new.evs");
	struct seat seat, recovered;
	const char *path = recovery_board(state, &seat);
	struct recovery_tally tally;
	off_t size;
	int fd;

	seat_copy(path, bad);
	fd = open(bad, O_RDWR);
	size = lseek(fd, 0, SEEK_END);
	assert_true(size > 20 * RECOVERY_PAGE);
	for (off_t at = 0; at < size; at += RECOVERY_PAGE) {
		char page[RECOVERY_PAGE], damage[64];

		snprintf(damage, sizeof(damage), "page %d", (int)(at / RECOVERY_PAGE) + 1);
		assert_int_equal(pread(fd, page, sizeof(page), at), sizeof(page));
		assert_int_equal(pwrite(fd, zeros, sizeof(zeros), at), sizeof(zeros));
		assert_true(recover(bad, new, damage, &recovered, &tally));
		recovery_check_all(seat.board, recovered.board, damage);
		seat_close(&recovered);
		recovery_remove(new);
		assert_int_equal(pwrite(fd, page, sizeof(page), at), sizeof(page));
	}
	close(fd);
	seat_close(&seat);
}

static void a_header_of_zeros_loses_nothing(void **state)
{
	static const char zeros[100];
	const char *bad = seat_path(state, "bad.evs"), *new = seat_path(state, "new.evs");
	struct seat seat, recovered;
	const char *path = recovery_board(state, &seat);
	struct recovery_tally tally;
	int fd;

	seat_copy(path, bad);
	fd = open(bad, O_RDWR);
	assert_int_equal(pwrite(fd, zeros, sizeof(zeros), 0), sizeof(zeros));
	close(fd);
	assert_true(recover(bad, new, "header", &recovered, &tally));
	recovery_check_all(seat.board, recovered.board, "header");
	assert_int_equal(tally.actions_lost + tally.changes_lost, 0);
	assert_int_equal(tally.faults, 0);
	seat_close(&recovered);
	seat_close(&seat);
}

/* Bytes at the end of each page may belong to somebody else; without a header nothing says how many. */
static void bytes_that_are_kept_free_do_not_matter(void **state)
{
	static const char zeros[100];
	const char *bad = seat_path(state, "bad.evs"), *new = seat_path(state, "new.evs");
	int reserve = 40, fd;
	struct seat seat, recovered;
	const char *path = recovery_board(state, &seat);
	struct recovery_tally tally;
	sqlite3 *db;

	seat_copy(path, bad);
	assert_int_equal(sqlite3_open(bad, &db), SQLITE_OK);
	sqlite3_file_control(db, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserve);
	assert_int_equal(sqlite3_exec(db,
				 "PRAGMA journal_mode = DELETE; UPDATE change SET before = "
				 "replace(hex(zeroblob(1900)), '00', '가') WHERE field = 'text'; VACUUM",
				 NULL, NULL, NULL),
		SQLITE_OK);
	sqlite3_close(db);
	fd = open(bad, O_RDWR);
	assert_int_equal(pwrite(fd, zeros, sizeof(zeros), 0), sizeof(zeros));
	close(fd);
	assert_true(recover(bad, new, "reserve", &recovered, &tally));
	recovery_check_all(seat.board, recovered.board, "reserve");
	assert_int_equal(tally.faults + tally.actions_lost + tally.changes_lost, 0);
	seat_close(&recovered);
	seat_close(&seat);
}

static void what_is_missing_is_counted(void **state)
{
	const char *bad = seat_path(state, "bad.evs"), *new = seat_path(state, "new.evs");
	struct seat seat, recovered;
	const char *path = recovery_board(state, &seat);
	struct recovery_tally tally;

	seat_copy(path, bad);
	seat_sql(bad, "delete from action where id in (5, 6, 7); delete from change where action in (5, 6)");
	assert_true(recover(bad, new, "rows", &recovered, &tally));
	recovery_check_all(seat.board, recovered.board, "rows");
	assert_int_equal(tally.actions_lost, 2); /* of 7 there are changes */
	assert_true(tally.changes_lost >= 2);
	assert_true(tally.from_tables > 0);
	seat_close(&recovered);
	recovery_remove(new);
	seat_sql(bad, "delete from sticky where id = 4; delete from change where item = 4 and field is null");
	assert_true(recover(bad, new, "a sticky", &recovered, &tally));
	assert_null(board_sticky(recovered.board, 4));
	assert_int_equal(tally.items_lost[ENTITY_STICKY], 1);
	seat_close(&recovered);
	recovery_remove(new);
	seat_sql(bad, "delete from change; delete from action");
	assert_true(recover(bad, new, "no log", &recovered, &tally));
	assert_int_equal(tally.actions, 1);
	assert_int_equal(board_count(recovered.board, ENTITY_STICKY), board_count(seat.board, ENTITY_STICKY) - 1);
	seat_close(&recovered);
	seat_close(&seat);
}

static void a_file_cut_anywhere_gives_a_whole_board(void **state)
{
	const char *bad = seat_path(state, "bad.evs"), *new = seat_path(state, "new.evs");
	struct seat seat, recovered;
	const char *path = recovery_board(state, &seat);
	struct recovery_tally tally;
	off_t size;
	int fd = open(path, O_RDONLY);

	size = lseek(fd, 0, SEEK_END);
	close(fd);
	for (off_t at = 0; at < size; at += 7000) {
		char damage[64];

		snprintf(damage, sizeof(damage), "cut at %d", (int)at);
		seat_copy(path, bad);
		assert_int_equal(truncate(bad, at), 0);
		if (!recover(bad, new, damage, &recovered, &tally))
			continue;
		seat_close(&recovered);
		recovery_remove(new);
	}
	seat_close(&seat);
}

/* Bytes, runs of bytes and whole pages in the wrong place. */
static void recovery_damage(int fd, off_t size, uint32_t *seed)
{
	unsigned char bytes[RECOVERY_PAGE];

	for (int i = 0; i < 6; i++) {
		off_t from, to;
		size_t len;

		*seed = *seed * 1664525u + 1013904223u;
		len = *seed & 0x10000 ? 1 + (*seed >> 20) % 64 : *seed & 0x20000 ? RECOVERY_PAGE / 2 : 2;
		to = (off_t)((*seed >> 5) % (uint32_t)(size - RECOVERY_PAGE));
		*seed = *seed * 1664525u + 1013904223u;
		from = (off_t)((*seed >> 5) % (uint32_t)(size - RECOVERY_PAGE));
		if (*seed & 0x10000000) {
			to -= to % 512;
			from -= from % 512;
		}
		assert_int_equal(pread(fd, bytes, len, from), len);
		bytes[0] ^= (unsigned char)(*seed >> 24);
		assert_int_equal(pwrite(fd, bytes, len, to), len);
	}
}

static void whatever_is_in_the_file_a_whole_board_comes_out(void **state)
{
	const char *bad = seat_path(state, "bad.evs"), *new = seat_path(state, "new.evs");
	struct seat seat, recovered;
	const char *path = recovery_board(state, &seat);
	struct recovery_tally tally;
	uint32_t seed = 1;

	for (int i = 0; i < RECOVERY_ROUNDS; i++) {
		char damage[64];
		off_t size;
		int fd;

		snprintf(damage, sizeof(damage), "seed %u", seed);
		seat_copy(path, bad);
		fd = open(bad, O_RDWR);
		size = lseek(fd, 0, SEEK_END);
		recovery_damage(fd, size, &seed);
		close(fd);
		if (!recover(bad, new, damage, &recovered, &tally))
			continue;
		if (board_count(recovered.board, ENTITY_STICKY) < RECOVERY_STICKIES / 2)
			fail_msg("%s: only %zu stickies are left", damage, board_count(recovered.board, ENTITY_STICKY));
		seat_close(&recovered);
		recovery_remove(new);
	}
	seat_close(&seat);
}

static void what_is_no_board_gives_none(void **state)
{
	static const char *const texts[] = {"", "x", "SQLite format 3", "Dear diary, today nothing happened\n"};
	const char *bad = seat_path(state, "bad.evs");
	struct recovery *recovery;

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct error err = ERROR_INIT;
		FILE *out = fopen(bad, "w");

		fputs(texts[i], out);
		fclose(out);
		assert_true(recovery_open(bad, &recovery, &err) < 0);
		seat_check_error(&err, "no part of a board");
	}
	remove(bad);
	seat_sql(bad, "create table person (a, b, c); create table mine (id integer primary key, b text, c text); "
		      "drop table person; insert into mine values (1, 'x', 'y')");
	{
		struct error err = ERROR_INIT;

		assert_true(recovery_open(bad, &recovery, &err) < 0);
		seat_check_error(&err, "another program's");
	}
}

int main(void)
{
#define RECOVERY_TEST(name) cmocka_unit_test_setup_teardown(name, seat_folder_make, seat_folder_remove)
	const struct CMUnitTest tests[] = {
		RECOVERY_TEST(a_log_that_is_whole_comes_out_as_it_was),
		RECOVERY_TEST(a_lost_page_loses_nothing_that_is_on_the_board),
		RECOVERY_TEST(a_header_of_zeros_loses_nothing),
		RECOVERY_TEST(bytes_that_are_kept_free_do_not_matter),
		RECOVERY_TEST(what_is_missing_is_counted),
		RECOVERY_TEST(a_file_cut_anywhere_gives_a_whole_board),
		RECOVERY_TEST(whatever_is_in_the_file_a_whole_board_comes_out),
		RECOVERY_TEST(what_is_no_board_gives_none),
	};

	return cmocka_run_group_tests_name("store/recovery", tests, NULL, NULL);
}
