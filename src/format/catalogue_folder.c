#include "format/catalogue_folder.h"

#include <errno.h>
#include <fts.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/smallfile.h"
#include "text/clean.h"

/* Larger files are not ours. */
#define CATALOGUE_FOLDER_MOST_BYTES (16 << 20)

/* Folders that are not looked at. */
static const char *const catalogue_folder_skipped[] = {"node_modules", "dist", "versioned"};

static bool catalogue_folder_is_skipped(const FTSENT *entry)
{
	if (entry->fts_level > 0 && entry->fts_name[0] == '.')
		return true;
	for (size_t i = 0; i < ARRAY_SIZE(catalogue_folder_skipped); i++)
		if (entry->fts_level > 0 && !strcmp(entry->fts_name, catalogue_folder_skipped[i]))
			return true;
	return false;
}

static bool catalogue_folder_is_page(const char *name)
{
	const char *ending = strrchr(name, '.');

	return ending && (!strcmp(ending, ".mdx") || !strcmp(ending, ".md"));
}

static void catalogue_folder_take(struct catalogue_folder *folder, const char *collection, const char *name)
{
	vec_add(&folder->taken, struct catalogue_name) =
		(struct catalogue_name){mem_strdup(collection), mem_strdup(name)};
}

/* Takes the names of the thing with ID, or NULL, in the file PATH: "events/order-placed/index.mdx" takes that folder.
 */
static void catalogue_folder_take_path(struct catalogue_folder *folder, const char *path, const char *id)
{
	char *copy = mem_strdup(path), *rest = copy, *word;
	const char *words[3] = {"", "", ""}; /* the last words of the path */

	while ((word = strsep(&rest, "/"))) {
		words[0] = words[1];
		words[1] = words[2];
		words[2] = word;
	}
	catalogue_folder_take(folder, words[0], words[1]);
	if (id)
		catalogue_folder_take(folder, words[0], id);
	free(copy);
}

/* Keeps the file PATH with TEXT if it is one of this board, and the first about its subject. */
static void catalogue_folder_add(struct catalogue_folder *folder, const char *path, char *text)
{
	struct catalogue_file *file = mem_zalloc(sizeof(*file));
	size_t board = strlen(folder->board);
	struct strbuf id = STRBUF_INIT;
	bool ours;

	page_init(&file->page);
	ours = page_read(&file->page, text) && file->page.subject &&
	       !strncmp(file->page.subject, folder->board, board) && file->page.subject[board] == '/' &&
	       !names_get(&folder->known, file->page.subject);
	file->path = mem_strdup(path);
	file->text = text;
	file->id = page_value(&file->page, "id", &id) && id.len ? strbuf_detach(&id) : NULL;
	catalogue_folder_take_path(folder, path, file->id);
	vec_add(&folder->files, struct catalogue_file *) = file;
	if (ours)
		names_set(&folder->known, file->page.subject, (int64_t)folder->files.count);
	strbuf_release(&id);
}

/* Reads the file of ENTRY; what cannot be read as a page is left alone. */
static int catalogue_folder_read_file(struct catalogue_folder *folder, const FTSENT *entry, struct error *err)
{
	const char *path = entry->fts_path + strlen(folder->root);
	struct strbuf text = STRBUF_INIT, shown = STRBUF_INIT;
	struct error why;
	int failed = 0;

	path += strspn(path, "/");
	names_set(&folder->paths, path, 1);
	if (entry->fts_info != FTS_F || entry->fts_statp->st_size > CATALOGUE_FOLDER_MOST_BYTES) {
		catalogue_folder_take_path(folder, path, NULL);
	} else if (smallfile_read(entry->fts_accpath, CATALOGUE_FOLDER_MOST_BYTES, &text, &why) < 0) {
		clean_for_display(&shown, entry->fts_path, strlen(entry->fts_path));
		failed = error_set(err, ERROR_SYSTEM, "%s: %s", shown.text, why.text);
	} else if (strlen(text.text) < text.len) {
		catalogue_folder_take_path(folder, path, NULL); /* no text at all */
	} else {
		catalogue_folder_add(folder, path, strbuf_detach(&text));
	}
	strbuf_release(&text);
	strbuf_release(&shown);
	return failed;
}

static int catalogue_folder_compare(const FTSENT **a, const FTSENT **b)
{
	return strcmp((*a)->fts_name, (*b)->fts_name);
}

static int catalogue_folder_visit(struct catalogue_folder *folder, FTS *walk, FTSENT *entry, struct error *err)
{
	if (entry->fts_info == FTS_D && catalogue_folder_is_skipped(entry))
		fts_set(walk, entry, FTS_SKIP);
	if (entry->fts_info == FTS_D || entry->fts_info == FTS_DP || !catalogue_folder_is_page(entry->fts_name))
		return 0;
	return catalogue_folder_read_file(folder, entry, err);
}

int catalogue_folder_read(struct catalogue_folder *folder, const char *root, const char *board, struct error *err)
{
	char *const roots[] = {(char *)root, NULL};
	struct stat there;
	FTSENT *entry;
	int failed = 0;
	FTS *walk;

	*folder = (struct catalogue_folder){root, board, VEC_INIT(struct catalogue_file *), NAMES_INIT, NAMES_INIT,
		VEC_INIT(struct catalogue_name)};
	if (stat(root, &there) || !S_ISDIR(there.st_mode))
		return 0;
	walk = fts_open(roots, FTS_PHYSICAL | FTS_COMFOLLOW | FTS_NOCHDIR, catalogue_folder_compare);
	while (walk && !failed && (entry = fts_read(walk)))
		failed = catalogue_folder_visit(folder, walk, entry, err);
	if (walk)
		fts_close(walk);
	else
		failed = error_set(err, ERROR_SYSTEM, "%s: %s", root, strerror(errno));
	return failed;
}

void catalogue_folder_release(struct catalogue_folder *folder)
{
	for (size_t i = 0; i < folder->files.count; i++) {
		struct catalogue_file *file = vec_get(&folder->files, struct catalogue_file *, i);

		page_release(&file->page);
		free(file->path);
		free(file->text);
		free(file->id);
		free(file);
	}
	for (size_t i = 0; i < folder->taken.count; i++) {
		struct catalogue_name *taken = vec_at(&folder->taken, i);

		free(taken->collection);
		free(taken->name);
	}
	vec_release(&folder->files);
	vec_release(&folder->taken);
	names_release(&folder->known);
	names_release(&folder->paths);
}

struct catalogue_file *catalogue_folder_find(const struct catalogue_folder *folder, const char *subject)
{
	int64_t place = names_get(&folder->known, subject);

	return place ? vec_get(&folder->files, struct catalogue_file *, (size_t)place - 1) : NULL;
}

bool catalogue_folder_has(const struct catalogue_folder *folder, const char *path)
{
	return names_get(&folder->paths, path) != 0;
}

void catalogue_folder_reserve(const struct catalogue_folder *folder, const char *collection, struct identifiers *names)
{
	for (size_t i = 0; i < folder->taken.count; i++) {
		const struct catalogue_name *taken = vec_at(&folder->taken, i);

		if (!strcmp(taken->collection, collection))
			identifiers_reserve(names, taken->name);
	}
}
