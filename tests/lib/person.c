#include "lib/person.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

int person_box(struct sandbox *box, const char *line)
{
	char *argv[] = {(char *)"sh", (char *)"-c", (char *)line, NULL};

	return sandbox_init(box) && sandbox_run(box, argv, NULL, PERSON_LIMIT_MS) == 0 ? 0 : -1;
}

struct screen *person_comes(
	const struct sandbox *box, int rows, int columns, const char *name, const char *option, const char *sees)
{
	char *argv[] = {(char *)"evstorm", (char *)"b", (char *)"--as", (char *)name, (char *)option, NULL};
	struct screen *screen = screen_start(rows, columns, argv, box->env.items);

	assert_non_null(screen);
	person_sees(screen, sees);
	return screen;
}

void person_keys(struct screen *screen, const char *notation)
{
	assert_true(screen_keys(screen, notation));
}

void person_sees(struct screen *screen, const char *text)
{
	if (screen_wait_text(screen, text, PERSON_LIMIT_MS))
		return;
	for (int row = 0; row < screen_rows(screen); row++) {
		char *line = screen_row_text(screen, row);

		fprintf(stderr, "# %s\n", line);
		free(line);
	}
	fail_msg("“%s” must be seen", text);
}

void person_leaves(struct screen *screen, const char *keys)
{
	int status;

	person_keys(screen, keys);
	assert_true(screen_wait_exit(screen, &status, PERSON_LIMIT_MS));
	assert_int_equal(status, 0);
	screen_close(screen);
}
