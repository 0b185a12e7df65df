#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/smallfile.h"
#include "lib/folder.h"

static void write_file(const char *bytes, size_t len)
{
	FILE *file = fopen(folder_file(), "w");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, len, file), len);
	assert_int_equal(fclose(file), 0);
}

static void a_file_is_read_whole_or_not_at_all(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct error err = ERROR_INIT;

	(void)state;
	write_file("12345", 5);
	strbuf_addstr(&text, "before ");
	assert_int_equal(smallfile_read(folder_file(), 4, &text, &err), ERROR_SYSTEM);
	assert_non_null(strstr(err.text, "larger than 4 bytes"));
	assert_string_equal(text.text, "before ");
	assert_int_equal(smallfile_read(folder_file(), 5, &text, &err), 1);
	assert_string_equal(text.text, "before 12345");
	assert_int_equal(unlink(folder_file()), 0);
	assert_int_equal(smallfile_read(folder_file(), 5, &text, &err), 0);
	strbuf_release(&text);
}

static void what_is_no_file_is_not_read(void **state)
{
	struct strbuf text = STRBUF_INIT, name = STRBUF_INIT;
	const char *paths[] = {"/dev/zero", "/dev/null", folder_path(), folder_file()};
	struct error err = ERROR_INIT;

	(void)state;
	assert_int_equal(mkfifo(folder_file(), 0600), 0);
	for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++) {
		err.text[0] = '\0';
		assert_int_equal(smallfile_read(paths[i], 100, &text, &err), ERROR_SYSTEM);
		assert_string_equal(err.text, "not a file");
	}
	strbuf_addf(&name, "%s/x", folder_file()); /* below something that is no folder */
	assert_int_equal(unlink(folder_file()), 0);
	write_file("", 0);
	assert_int_equal(smallfile_read(name.text, 100, &text, &err), 0);
	assert_int_equal(text.len, 0);
	unlink(folder_file());
	strbuf_release(&name);
	strbuf_release(&text);
}

static void lines_are_cut_off_one_by_one(void **state)
{
	static const char bytes[] = "one\n\nth\0ree\nlast";
	static const size_t lens[] = {3, 0, 6, 4};
	struct strbuf text = STRBUF_INIT;
	size_t at = 0, len;
	char *line;

	(void)state;
	strbuf_add(&text, bytes, sizeof(bytes) - 1);
	for (size_t i = 0; i < sizeof(lens) / sizeof(*lens); i++) {
		assert_true(smallfile_line(&text, &at, &line, &len));
		assert_int_equal(len, lens[i]);
		assert_int_equal(line[len], '\0');
	}
	assert_string_equal(line, "last");
	assert_false(smallfile_line(&text, &at, &line, &len));
	strbuf_reset(&text);
	strbuf_addstr(&text, "a\n");
	at = 0;
	assert_true(smallfile_line(&text, &at, &line, &len));
	assert_false(smallfile_line(&text, &at, &line, &len));
	strbuf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_is_read_whole_or_not_at_all),
		cmocka_unit_test(what_is_no_file_is_not_read),
		cmocka_unit_test(lines_are_cut_off_one_by_one),
	};

	return cmocka_run_group_tests_name("base/smallfile", tests, folder_make, folder_remove);
}
