/*
 * runner: runs the scenarios whose names are its arguments, or all that there are
 * beside it ($SRCDIR/tests/screens/NAME/script), one test point each.
 */
#include "lib/arglist.h"
#include "lib/must.h"
#include "screens/scenario.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* The folder with the scenarios; to be freed. NULL when $SRCDIR leads to none. Scenarios name it too, from folders of
 * their own, so it becomes an absolute path. */
static char *runner_folder(void)
{
	const char *given = getenv("SRCDIR"), *source = given ? given : ".";
	char *real = realpath(source, NULL), *path;

	if (!real) {
		perror(source);
		return NULL;
	}
	setenv("SRCDIR", real, 1);
	if (asprintf(&path, "%s/tests/screens", real) < 0)
		must(NULL);
	free(real);
	return path;
}

/* The folder of one scenario, to be freed. */
static char *runner_path(const char *folder, const char *name)
{
	char *path;

	if (asprintf(&path, "%s/%s", folder, name) < 0)
		must(NULL);
	return path;
}

/* Appends the names of all scenarios, sorted. */
static bool runner_list(struct arglist *names, const char *folder)
{
	struct dirent **entries;
	int count = scandir(folder, &entries, NULL, alphasort);

	if (count < 0) {
		perror(folder);
		return false;
	}
	for (int i = 0; i < count; i++) {
		char *dir = runner_path(folder, entries[i]->d_name);
		char *script = runner_path(dir, "script");

		if (entries[i]->d_name[0] != '.' && access(script, F_OK) == 0)
			arglist_add(names, entries[i]->d_name);
		free(script);
		free(dir);
		free(entries[i]);
	}
	free(entries);
	return true;
}

/* Runs them all; true when none failed. */
static bool runner_run(const struct arglist *names, const char *folder)
{
	bool all = true;

	printf("1..%zu\n", names->count);
	for (size_t i = 0; i < names->count; i++) {
		char *dir = runner_path(folder, names->items[i]);
		bool ok = scenario_run(dir);

		printf("%sok %zu - %s\n", ok ? "" : "not ", i + 1, names->items[i]);
		all = all && ok;
		free(dir);
	}
	return all;
}

int main(int argc, char **argv)
{
	struct arglist names = ARGLIST_INIT;
	char *folder = runner_folder();
	bool ok = folder != NULL;

	/* So that what the harness says on stderr stands where it belongs. */
	setvbuf(stdout, NULL, _IOLBF, 0);
	for (int i = 1; i < argc; i++)
		arglist_add(&names, argv[i]);
	if (ok && argc < 2)
		ok = runner_list(&names, folder);
	if (ok)
		ok = runner_run(&names, folder);
	else
		printf("Bail out! the scenarios cannot be found\n");
	arglist_release(&names);
	free(folder);
	return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
