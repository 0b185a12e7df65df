#include "cli/backups.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/vec.h"

#define BACKUPS_ENDING ".evs"

/* The form of the time in a name: 0 stands for any digit. */
static const char backups_time[] = "0000-00-00T00-00-00Z";

/* The most backups in one second; more are a fault. */
#define BACKUPS_IN_A_SECOND_MOST 99

/* A backup that was found. */
struct backups_entry {
	char *path;
	const char *time; /* in its path */
	long number;      /* among those of the same second, from 1 */
};

/* The file name of the board file BOARD, and its length without ".evs". */
static const char *backups_stem(const char *board, size_t *len)
{
	const char *slash = strrchr(board, '/'), *name = slash ? slash + 1 : board;
	size_t ending = strlen(BACKUPS_ENDING);

	*len = strlen(name);
	if (*len > ending && !strcmp(name + *len - ending, BACKUPS_ENDING))
		*len -= ending;
	return name;
}

/* Sets *PATH to the path of backup NUMBER of that second. */
static void backups_path(const char *board, const char *folder, const char *time, int number, struct strbuf *path)
{
	size_t len;
	const char *name = backups_stem(board, &len);

	strbuf_reset(path);
	strbuf_addf(path, "%s/%.*s.%s", folder, (int)len, name, time);
	if (number > 1)
		strbuf_addf(path, "-%d", number);
	strbuf_addstr(path, BACKUPS_ENDING);
}

int backups_make(struct store *store, const char *board, const char *folder, int64_t time_ms, struct strbuf *path,
	struct error *err)
{
	time_t seconds = (time_t)(time_ms / 1000);
	char time[sizeof(backups_time)];
	struct stat found;
	struct tm utc;
	int failed;

	gmtime_r(&seconds, &utc);
	if (!strftime(time, sizeof(time), "%Y-%m-%dT%H-%M-%SZ", &utc))
		return error_set(err, ERROR_SYSTEM, _("the clock of this machine is wrong"));
	for (int number = 1; number <= BACKUPS_IN_A_SECOND_MOST; number++) {
		backups_path(board, folder, time, number, path);
		if (!lstat(path->text, &found))
			continue;
		failed = store_backup(store, path->text, false, err);
		if (!failed || lstat(path->text, &found))
			return failed;
		/* somebody else has taken that name */
	}
	return error_set(err, ERROR_SYSTEM, _("%s: already exists; choose another name"), path->text);
}

/* Does NAME begin with a time in the form above? */
static bool backups_is_time(const char *name)
{
	for (size_t i = 0; backups_time[i]; i++) {
		bool digit = name[i] >= '0' && name[i] <= '9';

		if (backups_time[i] == '0' ? !digit : name[i] != backups_time[i])
			return false;
	}
	return true;
}

/* Is NAME that of a backup of a board file called BOARD? If so, *TIME is where its time begins and *NUMBER the number
 * after it. */
static bool backups_is_name(const char *name, const char *board, size_t *time, long *number)
{
	size_t len;
	const char *stem = backups_stem(board, &len);
	const char *rest;
	char *end;

	if (strncmp(name, stem, len) || name[len] != '.' || !backups_is_time(name + len + 1))
		return false;
	*time = len + 1;
	*number = 1;
	rest = name + len + 1 + strlen(backups_time);
	if (rest[0] == '-' && rest[1] >= '1' && rest[1] <= '9') {
		*number = strtol(rest + 1, &end, 10);
		rest = end;
	}
	return !strcmp(rest, BACKUPS_ENDING);
}

static int backups_compare(const void *a, const void *b)
{
	const struct backups_entry *x = a, *y = b;
	int order = strncmp(x->time, y->time, strlen(backups_time));

	return order ? order : (x->number > y->number) - (x->number < y->number);
}

/* Appends the backups of STORE in FOLDER to ENTRIES. */
static int backups_find(
	struct store *store, const char *board, const char *folder, struct vec *entries, struct error *err)
{
	DIR *dir = opendir(folder);
	struct dirent *found;

	if (!dir)
		return error_set(err, ERROR_SYSTEM, "%s: %s", folder, strerror(errno));
	while ((found = readdir(dir))) {
		struct strbuf path = STRBUF_INIT;
		struct stat stat;
		size_t time;
		long number;

		if (!backups_is_name(found->d_name, board, &time, &number))
			continue;
		strbuf_addf(&path, "%s/%s", folder, found->d_name);
		if (!lstat(path.text, &stat) && S_ISREG(stat.st_mode) && store_is_past(store, path.text, NULL) == 1) {
			struct backups_entry *entry = vec_push(entries);

			entry->number = number;
			entry->path = strbuf_detach(&path);
			entry->time = entry->path + strlen(folder) + 1 + time;
		}
		strbuf_release(&path);
	}
	closedir(dir);
	return 0;
}

int backups_prune(struct store *store, const char *board, const char *folder, int keep, struct error *err)
{
	struct vec entries = VEC_INIT(struct backups_entry);
	int failed = backups_find(store, board, folder, &entries, err);

	if (entries.count)
		qsort(entries.items, entries.count, entries.size, backups_compare);
	for (size_t i = 0; i < entries.count; i++) {
		struct backups_entry *entry = vec_at(&entries, i);

		if (!failed && i + (size_t)keep < entries.count && unlink(entry->path))
			failed = error_set(err, ERROR_SYSTEM, _("%s: cannot remove this old backup: %s"), entry->path,
				strerror(errno));
		free(entry->path);
	}
	vec_release(&entries);
	return failed;
}
