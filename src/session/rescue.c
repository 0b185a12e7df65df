#include "session/rescue.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/statefolder.h"
#include "model/board_action.h"
#include "model/board_apply.h"
#include "model/edit.h"

#define RESCUE_ENDING ".evs"
#define RESCUE_MARK "-rescued-"

/* How many names to try in a folder. */
#define RESCUE_NAMES 100

/* ---- from a file ---- */

/* Is FILE the board, with nothing missing? Then leaves it open in *STORE, unless STORE is NULL. */
static bool rescue_finds(const struct rescue *rescue, const char *file, struct store **store)
{
	struct store *found;
	bool same;

	if (store_open(file, STORE_READ, &found, NULL))
		return false;
	same = store_resume(found, rescue->store, NULL) > 0;
	if (same && store)
		*store = found;
	else
		store_close(found);
	return same;
}

static int rescue_copy_moved(const struct rescue *rescue, const char *file, struct error *err)
{
	struct store *moved;
	int failed;

	if (!rescue->where->now.len || !rescue_finds(rescue, rescue->where->now.text, &moved))
		return ERROR_SYSTEM;
	failed = store_backup(moved, file, false, err);
	store_close(moved);
	return failed;
}

/* ---- from memory ---- */

/* Sets the fields of the board item to those of FROM. */
static int rescue_facts(struct edit *edit, const struct board *from, struct error *err)
{
	const struct entity_type *type = entity_type(ENTITY_BOARD);
	const void *item = board_facts(from);
	int failed = 0;

	for (size_t i = 0; i < type->count && !failed; i++) {
		const struct field *field = &type->fields[i];
		struct strbuf value = STRBUF_INIT;

		if (field_is_shift(field))
			continue;
		field_format(field, item, &value);
		failed = edit_set_raw(edit, ENTITY_BOARD, BOARD_ITEM, field, value.text, err);
		strbuf_release(&value);
	}
	return failed;
}

static int rescue_items(struct edit *edit, const struct board *from, struct error *err)
{
	int failed = 0;

	for (int entity = ENTITY_BOARD + 1; entity < ENTITY_COUNT && !failed; entity++) {
		struct vec items = VEC_INIT(const void *);

		board_reserve_ids(edit->board, (enum entity)entity, board_next_id(from, (enum entity)entity));
		board_list(from, (enum entity)entity, &items);
		for (size_t i = 0; i < items.count && !failed; i++)
			failed = edit_restore(edit, (enum entity)entity, vec_get(&items, const void *, i), err);
		vec_release(&items);
	}
	return failed;
}

/* Appends one action that turns the empty BOARD into the board before the actions in memory. */
static int rescue_begin(const struct rescue *rescue, struct store *store, struct board *board, struct error *err)
{
	struct action action;
	struct edit edit = {board, &action};
	struct board *start;
	int failed = recent_start(rescue->recent, rescue->board, &start, err);

	if (failed)
		return failed;
	action_init(&action);
	action.time_ms = rescue->recent->since_ms;
	action.step = board_step(start);
	failed = rescue_items(&edit, start, err);
	if (!failed) /* last, because a silent round would refuse items of others */
		failed = rescue_facts(&edit, start, err);
	if (!failed && action.changes.count)
		failed = store_append(store, &action, board, err);
	action_release(&action);
	board_free(start);
	return failed;
}

/* Appends the actions in memory. They get new numbers, as the new log begins with 1, and so do the actions that they
 * undo; an undo of an action that is missing becomes an ordinary action. */
static int rescue_again(const struct rescue *rescue, struct store *store, struct board *board, struct error *err)
{
	const struct recent *recent = rescue->recent;
	int64_t more = store_seen(store) - recent->before;
	int failed = 0;

	for (size_t i = 0; i < recent->actions.count && !failed; i++) {
		struct action action = vec_get(&recent->actions, struct action, i);

		if (action.target <= recent->before)
			action.kind = ACTION_DO;
		action.target = action.kind == ACTION_DO ? 0 : action.target + more;
		failed = board_apply_action(board, &action, err);
		if (!failed)
			failed = store_append(store, &action, board, err);
	}
	return failed;
}

static int rescue_remember(const struct rescue *rescue, const char *file, int64_t *end, struct error *err)
{
	struct board *board = board_new();
	struct store *store;
	int failed = store_open(file, STORE_NEW, &store, err);

	if (failed) {
		board_free(board);
		return failed;
	}
	failed = store_load(store, board, err);
	if (!failed)
		failed = store_begin(store, err);
	if (!failed)
		failed = rescue_begin(rescue, store, board, err);
	if (!failed)
		failed = rescue_again(rescue, store, board, err);
	if (!failed)
		failed = store_commit(store, err);
	if (!failed && rescue->recent->before)
		*end = store_seen(store);
	store_close(store);
	if (failed)
		unlink(file);
	board_free(board);
	return failed;
}

static void rescue_note(const struct rescue *rescue, struct strbuf *note)
{
	time_t since = (time_t)(rescue->recent->since_ms / 1000);
	struct tm *local = localtime(&since);
	char text[40] = "?";

	if (local)
		strftime(text, sizeof(text), "%Y-%m-%d %H:%M", local);
	strbuf_addf(note, _("its history begins at %s: what came before was only in the file"), text);
}

int rescue_write(const struct rescue *rescue, const char *file, struct strbuf *note, int64_t *end, struct error *err)
{
	struct stat found;
	int failed;

	*end = 0;
	if (rescue->where->fate == WHEREABOUTS_HERE)
		return store_backup(rescue->store, file, false, err);
	failed = rescue_copy_moved(rescue, file, err);
	if (failed)
		failed = store_salvage(rescue->store, file, err);
	if (!failed || !lstat(file, &found)) /* if the name is taken, memory would not help either */
		return failed;
	failed = rescue_remember(rescue, file, end, err);
	if (*end)
		rescue_note(rescue, note);
	return failed;
}

/* ---- its name ---- */

/* Appends the beginning of the names of files rescued from the board PATH. */
static void rescue_stem(const char *path, struct strbuf *out)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	size_t len = strlen(name), ending = strlen(RESCUE_ENDING);

	if (len > ending && !strcmp(name + len - ending, RESCUE_ENDING))
		len -= ending;
	strbuf_add(out, name, len);
	strbuf_addstr(out, RESCUE_MARK);
}

/* Is NAME that of a rescued file, which begins with STEM? Files still being written have another ending. */
static bool rescue_is_named(const char *name, const char *stem)
{
	const char *ending = strrchr(name, '.');

	return !strncmp(name, stem, strlen(stem)) && ending && !strcmp(ending, RESCUE_ENDING);
}

/* Finds a file that somebody else who had the board open has rescued already. */
static bool rescue_search(const struct rescue *rescue, const char *folder, const char *stem, struct strbuf *file)
{
	DIR *dir = opendir(folder);
	const struct dirent *entry;
	bool found = false;

	while (dir && !found && (entry = readdir(dir))) {
		if (!rescue_is_named(entry->d_name, stem))
			continue;
		strbuf_reset(file);
		strbuf_addf(file, "%s/%s", folder, entry->d_name);
		found = rescue_finds(rescue, file->text, NULL);
	}
	if (dir)
		closedir(dir);
	return found;
}

static int rescue_keep_in(const struct rescue *rescue, const char *folder, struct strbuf *file, struct error *err)
{
	struct strbuf stem = STRBUF_INIT, note = STRBUF_INIT;
	time_t now = time(NULL);
	struct tm *local = localtime(&now);
	char text[40] = "";
	int64_t end;
	int failed = ERROR_SYSTEM;

	rescue_stem(rescue->path, &stem);
	if (local)
		strftime(text, sizeof(text), "%Y%m%d-%H%M%S", local);
	if (rescue_search(rescue, folder, stem.text, file))
		failed = 0;
	for (int i = 1; failed && i <= RESCUE_NAMES; i++) {
		struct stat found;

		strbuf_reset(file);
		strbuf_addf(file, "%s/%s%s", folder, stem.text, text);
		if (i > 1)
			strbuf_addf(file, "-%d", i);
		strbuf_addstr(file, RESCUE_ENDING);
		if (!lstat(file->text, &found))
			continue;
		failed = rescue_write(rescue, file->text, &note, &end, err);
		if (failed && lstat(file->text, &found)) /* the name is not the problem */
			break;
	}
	strbuf_release(&stem);
	strbuf_release(&note);
	return failed;
}

/* Appends the folder of the board PATH. */
static void rescue_home(const char *path, struct strbuf *folder)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		strbuf_addstr(folder, ".");
	else if (slash == path)
		strbuf_addstr(folder, "/");
	else
		strbuf_add(folder, path, (size_t)(slash - path));
}

int rescue_keep(const struct rescue *rescue, struct strbuf *file, struct error *err)
{
	struct strbuf folder = STRBUF_INIT;
	int failed;

	rescue_home(rescue->path, &folder);
	failed = rescue_keep_in(rescue, folder.text, file, err);
	strbuf_reset(&folder);
	if (failed && statefolder_path(true, &folder))
		failed = rescue_keep_in(rescue, folder.text, file, err);
	strbuf_release(&folder);
	return failed;
}

/* Finds the latest rescued file in FOLDER, by the time in its name. */
static void rescue_latest_in(const char *folder, const char *stem, struct strbuf *file)
{
	DIR *dir = opendir(folder);
	const struct dirent *entry;
	struct strbuf latest = STRBUF_INIT;

	while (dir && (entry = readdir(dir)))
		if (rescue_is_named(entry->d_name, stem) && strcmp(entry->d_name, latest.text) > 0) {
			strbuf_reset(&latest);
			strbuf_addstr(&latest, entry->d_name);
		}
	if (latest.len)
		strbuf_addf(file, "%s/%s", folder, latest.text);
	strbuf_release(&latest);
	if (dir)
		closedir(dir);
}

bool rescue_latest(const char *path, struct strbuf *file)
{
	struct strbuf folder = STRBUF_INIT, stem = STRBUF_INIT;

	rescue_stem(path, &stem);
	rescue_home(path, &folder);
	rescue_latest_in(folder.text, stem.text, file);
	strbuf_reset(&folder);
	if (!file->len && statefolder_path(false, &folder))
		rescue_latest_in(folder.text, stem.text, file);
	strbuf_release(&folder);
	strbuf_release(&stem);
	return file->len;
}
