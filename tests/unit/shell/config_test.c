#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "shell/config.h"

static char folder[] = "/tmp/evstorm-config-XXXXXX";
static char path[80];

static int with_folder(void **state)
{
	char sub[64];

	(void)state;
	if (!mkdtemp(folder))
		return -1;
	snprintf(sub, sizeof(sub), "%s/evstorm", folder);
	snprintf(path, sizeof(path), "%s/config", sub);
	setenv("XDG_CONFIG_HOME", folder, 1);
	return mkdir(sub, 0700);
}

static int without_folder(void **state)
{
	char sub[64];

	(void)state;
	snprintf(sub, sizeof(sub), "%s/evstorm", folder);
	unlink(path);
	rmdir(sub);
	return rmdir(folder);
}

static int load(struct config *config, const char *text, struct error *err)
{
	FILE *file = fopen(path, "w");

	fputs(text, file);
	fclose(file);
	config_init(config);
	return config_load(config, err);
}

static const struct bound *bound_at(const struct config *config, size_t at)
{
	return vec_at(&config->keymap.bound, at);
}

static void options_and_keys_are_read(void **state)
{
	struct config config;

	(void)state;
	assert_int_equal(load(&config,
				 "# mine\n\nset language ko\nset name 미라 김\nset borders ascii\n"
				 "bind Z step next\nbind -m map F2 take-away\n",
				 NULL),
		0);
	assert_string_equal(config.language.text, "ko");
	assert_string_equal(config.name.text, "미라 김");
	assert_string_equal(config.borders.text, "ascii");
	assert_int_equal(config.keymap.bound.count, 2);
	assert_string_equal(bound_at(&config, 0)->mode, "canvas");
	assert_string_equal(bound_at(&config, 0)->command, "step next");
	assert_string_equal(bound_at(&config, 1)->mode, "map");
	assert_string_equal(bound_at(&config, 1)->command, "take-away");
	config_release(&config);
}

static void no_file_is_as_good_as_an_empty_one(void **state)
{
	struct config config;

	(void)state;
	unlink(path);
	config_init(&config);
	assert_int_equal(config_load(&config, NULL), 0);
	config_release(&config);
}

static void mistakes_are_named_with_their_line(void **state)
{
	static const char *const texts[] = {
		"\nset language fr\n",
		"\nset colour red\n",
		"\nbind x\n",
		"\nbind\n",
		"\nbind tomorrow undo\n",
		"\nbind -m nowhere x undo\n",
		"\nwrong\n",
		"\nset name \"open\n\xff\xfe\n",
		"\n\xff\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct config config;
		struct error err = ERROR_INIT;

		assert_int_equal(load(&config, texts[i], &err), ERROR_USAGE);
		if (!strstr(err.text, "config:2: ") && !strstr(err.text, "config:3: "))
			fail_msg("%s", err.text);
		config_release(&config);
	}
}

static void what_stands_above_a_mistake_counts(void **state)
{
	struct config config;

	(void)state;
	assert_int_equal(
		load(&config, "set name Ana\nbind x undo\nbind tomorrow undo\nset name Ben\n", NULL), ERROR_USAGE);
	assert_string_equal(config.name.text, "Ana");
	assert_int_equal(config.keymap.bound.count, 1);
	config_release(&config);
}

/* With an alarm, in case that it is read all the same. */
static void a_device_is_no_configuration(void **state)
{
	struct config config;
	struct error err = ERROR_INIT;

	(void)state;
	unlink(path);
	assert_int_equal(symlink("/dev/zero", path), 0);
	alarm(10);
	config_init(&config);
	assert_int_equal(config_load(&config, &err), ERROR_SYSTEM);
	assert_non_null(strstr(err.text, "evstorm/config: not a file"));
	unlink(path);
	assert_int_equal(mkfifo(path, 0600), 0);
	assert_int_equal(config_load(&config, &err), ERROR_SYSTEM);
	unlink(path);
	assert_int_equal(symlink(path, path), 0);
	assert_int_equal(config_load(&config, &err), ERROR_SYSTEM);
	alarm(0);
	unlink(path);
	config_release(&config);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(options_and_keys_are_read),
		cmocka_unit_test(no_file_is_as_good_as_an_empty_one),
		cmocka_unit_test(a_device_is_no_configuration),
		cmocka_unit_test(mistakes_are_named_with_their_line),
		cmocka_unit_test(what_stands_above_a_mistake_counts),
	};

	return cmocka_run_group_tests_name("canvas/config", tests, with_folder, without_folder);
}
