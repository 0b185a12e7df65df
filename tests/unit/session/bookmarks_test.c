#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "session/bookmarks.h"

static char bookmarks_folder[] = "/tmp/evstorm-marks-XXXXXX";
static char bookmarks_board[64], bookmarks_file[64];

static int bookmarks_with_folder(void **state)
{
	(void)state;
	if (!mkdtemp(bookmarks_folder))
		return -1;
	snprintf(bookmarks_board, sizeof(bookmarks_board), "%s/b.evs", bookmarks_folder);
	snprintf(bookmarks_file, sizeof(bookmarks_file), "%s/b.marks", bookmarks_folder);
	return 0;
}

static int bookmarks_without_folder(void **state)
{
	(void)state;
	return rmdir(bookmarks_folder);
}

static int bookmarks_without_file(void **state)
{
	(void)state;
	unlink(bookmarks_file);
	return 0;
}

static void bookmarks_write(const char *text)
{
	FILE *file = fopen(bookmarks_file, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static void bookmarks_must_hold(const char *wanted)
{
	char text[4096] = "";
	FILE *file = fopen(bookmarks_file, "r");

	assert_non_null(file);
	text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
	fclose(file);
	assert_string_equal(text, wanted);
}

static void no_file_is_as_good_as_an_empty_one(void **state)
{
	struct bookmarks bookmarks;

	(void)state;
	bookmarks_init(&bookmarks);
	assert_int_equal(bookmarks_load(&bookmarks, bookmarks_board, NULL), 0);
	assert_int_equal(bookmarks.list.count, 0);
	assert_string_equal(bookmarks.path.text, bookmarks_file);
	bookmarks_write("");
	assert_int_equal(bookmarks_load(&bookmarks, bookmarks_board, NULL), 0);
	assert_int_equal(bookmarks.list.count, 0);
	bookmarks_release(&bookmarks);
}

static void they_are_kept_in_the_order_of_time(void **state)
{
	struct bookmarks bookmarks;

	(void)state;
	bookmarks_init(&bookmarks);
	assert_int_equal(bookmarks_load(&bookmarks, bookmarks_board, NULL), 0);
	assert_int_equal(bookmarks_add(&bookmarks, 120, "여기서 갈라진다", NULL), 0);
	assert_int_equal(bookmarks_add(&bookmarks, 7, "", NULL), 0);
	assert_int_equal(bookmarks_add(&bookmarks, 120, "again\tand\nagain", NULL), 0);
	bookmarks_must_hold("#7\n#120 여기서 갈라진다\n#120 again and again\n");
	bookmarks_release(&bookmarks);
	bookmarks_init(&bookmarks);
	assert_int_equal(bookmarks_load(&bookmarks, bookmarks_board, NULL), 0);
	assert_int_equal(bookmarks.list.count, 3);
	assert_int_equal(bookmarks_get(&bookmarks, 2)->change, 120);
	assert_string_equal(bookmarks_get(&bookmarks, 2)->note, "again and again");
	assert_int_equal(bookmarks_remove(&bookmarks, 1, NULL), 0);
	bookmarks_must_hold("#7\n#120 again and again\n");
	bookmarks_release(&bookmarks);
}

static void what_is_no_bookmark_is_refused_with_its_line(void **state)
{
	static const struct {
		const char *text, *line;
	} cases[] = {
		{"120 x\n", ":1: "},
		{"#1 ok\n#\n", ":2: "},
		{"#1 ok\n\n#x\n", ":3: "},
		{"#1000000000000000 x\n", ":1: "},
		{"#1x\n", ":1: "},
		{"#1 \xff\n", ":1: "},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct error err = ERROR_INIT;
		struct bookmarks bookmarks;
		char found[96];

		bookmarks_write(cases[i].text);
		bookmarks_init(&bookmarks);
		assert_int_equal(bookmarks_load(&bookmarks, bookmarks_board, &err) < 0, 1);
		snprintf(found, sizeof(found), "%s%s", bookmarks_file, cases[i].line);
		if (strncmp(err.text, found, strlen(found)))
			fail_msg("“%s” must begin with “%s”", err.text, found);
		bookmarks_must_hold(cases[i].text);
		bookmarks_release(&bookmarks);
	}
}

static void what_cannot_be_written_leaves_all_as_it_was(void **state)
{
	struct bookmarks bookmarks;
	struct error err = ERROR_INIT;

	(void)state;
	bookmarks_init(&bookmarks);
	assert_int_equal(bookmarks_load(&bookmarks, "/nowhere/at/all/b.evs", NULL), 0);
	assert_int_equal(bookmarks_add(&bookmarks, 1, "x", &err), ERROR_SYSTEM);
	assert_non_null(strstr(err.text, "/nowhere/at/all/b.marks"));
	assert_int_equal(bookmarks.list.count, 0);
	assert_int_equal(bookmarks_load(&bookmarks, bookmarks_board, NULL), 0);
	assert_int_equal(bookmarks_add(&bookmarks, 1, "x", NULL), 0);
	strbuf_reset(&bookmarks.path);
	strbuf_addstr(&bookmarks.path, "/nowhere/at/all/b.marks");
	assert_int_equal(bookmarks_remove(&bookmarks, 0, NULL), ERROR_SYSTEM);
	assert_int_equal(bookmarks.list.count, 1);
	assert_int_equal(bookmarks_add(&bookmarks, 2, "\xff", &err), ERROR_REFUSED);
	assert_int_equal(bookmarks.list.count, 1);
	bookmarks_release(&bookmarks);
}

/* With an alarm, in case that it is waited for. */
static void what_is_no_file_holds_no_bookmarks(void **state)
{
	struct bookmarks bookmarks;
	struct error err = ERROR_INIT;

	(void)state;
	bookmarks_init(&bookmarks);
	assert_int_equal(mkfifo(bookmarks_file, 0600), 0);
	alarm(10);
	assert_int_equal(bookmarks_load(&bookmarks, bookmarks_board, &err), ERROR_SYSTEM);
	alarm(0);
	assert_non_null(strstr(err.text, "b.marks: not a file"));
	bookmarks_release(&bookmarks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(no_file_is_as_good_as_an_empty_one, bookmarks_without_file),
		cmocka_unit_test_teardown(what_is_no_file_holds_no_bookmarks, bookmarks_without_file),
		cmocka_unit_test_teardown(they_are_kept_in_the_order_of_time, bookmarks_without_file),
		cmocka_unit_test_teardown(what_is_no_bookmark_is_refused_with_its_line, bookmarks_without_file),
		cmocka_unit_test_teardown(what_cannot_be_written_leaves_all_as_it_was, bookmarks_without_file),
	};

	return cmocka_run_group_tests_name("session/bookmarks", tests, bookmarks_with_folder, bookmarks_without_folder);
}
