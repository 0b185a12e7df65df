/*
 * look: what a terminal of ROWS and COLUMNS shows after the bytes that script(1) has written to FILE, as text.
 *
 *	look FILE ROWS COLUMNS
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/screen.h"

#define LOOK_LIMIT_MS 20000

extern char **environ;

int main(int argc, char **argv)
{
	char *shell[] = {"sh", "-c", "stty raw -echo; tail -n +2 \"$1\"", "look", argc > 1 ? argv[1] : NULL, NULL};
	struct screen *screen;
	int status;

	if (argc != 4)
		return 2;
	screen = screen_start(atoi(argv[2]), atoi(argv[3]), shell, environ);
	if (!screen || !screen_wait_exit(screen, &status, LOOK_LIMIT_MS))
		return 2;
	for (int row = 0; row < screen_rows(screen); row++) {
		char *text = screen_row_text(screen, row);

		puts(text);
		free(text);
	}
	screen_close(screen);
	return 0;
}
