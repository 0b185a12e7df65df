#include "store/migrate.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "unit/store/seat.h"

static const struct migration migrate_good[] = {
	{2, "ALTER TABLE sticky ADD COLUMN size INTEGER"},
	{3, "UPDATE sticky SET size = id * 10"},
};

static const struct migration migrate_bad[] = {
	{2, "ALTER TABLE sticky ADD COLUMN size INTEGER"},
	{3, "UPDATE dragon SET size = 1"},
};

static const char *migrate_board(void **state, struct seat *seat)
{
	const char *path = seat_path(state, "b.evs");

	seat_open(seat, path, STORE_NEW);
	seat_put(seat, 0, "one", 1, 1);
	return path;
}

static void a_migration_runs_each_step_after_a_copy(void **state)
{
	struct error err = ERROR_INIT;
	struct seat seat, copy;
	const char *path = migrate_board(state, &seat);

	assert_int_equal(migrate_run(seat.store, 1, migrate_good, 2, &err), 0);
	seat_close(&seat);
	seat_sql(path, "select 1 / (size = 10) from sticky");
	seat_sql(path, "select 1 / (user_version = 3) from pragma_user_version");
	seat_open(&copy, seat_path(state, "b.evs.format-1"), STORE_READ);
	assert_int_equal(board_count(copy.board, ENTITY_STICKY), 1);
	seat_close(&copy);
}

static void steps_that_were_made_are_not_made_again(void **state)
{
	struct error err = ERROR_INIT;
	struct seat seat;
	const char *path = migrate_board(state, &seat);

	assert_int_equal(migrate_run(seat.store, 1, migrate_good, 1, &err), 0);
	assert_int_equal(migrate_run(seat.store, 2, migrate_good, 2, &err), 0);
	assert_int_equal(access(seat_path(state, "b.evs.format-2"), F_OK), 0);
	seat_close(&seat);
	seat_sql(path, "select 1 / (size = 10) from sticky");
}

static void a_migration_that_fails_changes_nothing_and_may_be_tried_again(void **state)
{
	struct error err = ERROR_INIT;
	struct seat seat;
	const char *path = migrate_board(state, &seat);

	assert_true(migrate_run(seat.store, 1, migrate_bad, 2, &err) < 0);
	seat_check_error(&err, "b.evs");
	seat_check(&seat, path);
	assert_int_equal(migrate_run(seat.store, 1, migrate_good, 2, &err), 0);
	seat_close(&seat);
}

static void who_may_not_read_the_board_may_not_read_the_copy(void **state)
{
	struct error err = ERROR_INIT;
	struct seat seat;
	const char *path = migrate_board(state, &seat);
	struct stat copy;

	umask(022);
	assert_int_equal(chmod(path, 0600), 0);
	assert_int_equal(migrate_run(seat.store, 1, migrate_good, 2, &err), 0);
	assert_int_equal(stat(seat_path(state, "b.evs.format-1"), &copy), 0);
	assert_int_equal(copy.st_mode & 0777, 0600);
	seat_close(&seat);
}

static void no_copy_is_overwritten(void **state)
{
	struct error err = ERROR_INIT;
	struct seat seat;
	const char *path = migrate_board(state, &seat);

	seat_copy(path, seat_path(state, "b.evs.format-1"));
	seat_put(&seat, 0, "two", 2, 1);
	assert_true(migrate_run(seat.store, 1, migrate_good, 2, &err) < 0);
	seat_check_error(&err, "copy");
	assert_int_equal(access(seat_path(state, "b.evs.format-1"), F_OK), 0);
	seat_check(&seat, path);
	seat_close(&seat);
}

int main(void)
{
#define MIGRATE_TEST(name) cmocka_unit_test_setup_teardown(name, seat_folder_make, seat_folder_remove)
	const struct CMUnitTest tests[] = {
		MIGRATE_TEST(a_migration_runs_each_step_after_a_copy),
		MIGRATE_TEST(steps_that_were_made_are_not_made_again),
		MIGRATE_TEST(a_migration_that_fails_changes_nothing_and_may_be_tried_again),
		MIGRATE_TEST(who_may_not_read_the_board_may_not_read_the_copy),
		MIGRATE_TEST(no_copy_is_overwritten),
	};

	return cmocka_run_group_tests_name("store/migrate", tests, NULL, NULL);
}
