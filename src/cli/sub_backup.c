/* sub_backup: a copy of a board while others work on it. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "cli/backups.h"
#include "cli/boardpath.h"
#include "cli/output.h"
#include "cli/subcommand.h"
#include "store/publish.h"
#include "store/store.h"

/* The folder for backups, beside the board. */
#define SUB_BACKUP_FOLDER "backups"

/* Appends FOLDER, or else the one beside the board file BOARD, without a trailing slash; creates it if needed. */
static int sub_backup_folder(const char *folder, const char *board, struct strbuf *path, struct error *err)
{
	const char *slash = strrchr(board, '/');

	if (folder)
		strbuf_addstr(path, folder);
	else
		strbuf_addf(path, "%.*s" SUB_BACKUP_FOLDER, slash ? (int)(slash + 1 - board) : 0, board);
	while (path->len > 1 && path->text[path->len - 1] == '/')
		strbuf_truncate(path, path->len - 1);
	if (!mkdir(path->text, 0777))
		return publish_sync_folder(path->text) ? publish_failed(path->text, errno, err) : 0;
	return errno == EEXIST ? 0
			       : error_set(err, ERROR_SYSTEM, _("%s: cannot create the folder: %s"), path->text,
					 strerror(errno));
}

static int sub_backup_into_folder(
	struct store *store, const char *board, const char *folder, int keep, struct error *err)
{
	struct strbuf path = STRBUF_INIT, file = STRBUF_INIT;
	int failed = sub_backup_folder(folder, board, &path, err);

	if (!failed)
		failed = backups_make(store, board, path.text, clock_now_ms(), &file, err);
	if (!failed) {
		output_text(stdout, file.text, file.len);
		fputc('\n', stdout);
		if (keep)
			failed = backups_prune(store, board, path.text, keep, err);
	}
	strbuf_release(&path);
	strbuf_release(&file);
	return failed;
}

static int sub_backup_into_file(struct store *store, const char *file, bool replace, struct error *err)
{
	struct stat found;
	int failed;

	if (!replace && !lstat(file, &found))
		return error_set(
			err, ERROR_SYSTEM, _("%s: already exists; choose another name, or replace it with -f"), file);
	failed = store_backup(store, file, replace, err);
	if (!failed) {
		output_text(stdout, file, strlen(file));
		fputc('\n', stdout);
	}
	return failed;
}

/* Fails if options do not go together. */
static int sub_backup_check(const struct request *request, const char *where, bool folder, int *keep, struct error *err)
{
	if (where && !*where)
		return error_set(err, ERROR_USAGE, _("the file name is empty"));
	if (request_number(request, "keep", 1, 99999, keep, err))
		return ERROR_USAGE;
	if (*keep && !folder)
		return error_set(err, ERROR_USAGE, _("--keep needs a folder, not a file"));
	return 0;
}

static int sub_backup_run(const struct request *request, struct error *err)
{
	const char *where = request_operand(request, 1);
	bool folder = !where || !*where || output_is_folder(where);
	struct strbuf path = STRBUF_INIT;
	struct store *store = NULL;
	int keep = 0;
	int failed = sub_backup_check(request, where, folder, &keep, err);

	if (!failed)
		failed = boardpath_existing(request_operand(request, 0), &path, err);
	if (!failed)
		failed = store_open(path.text, STORE_READ, &store, err);
	if (!failed)
		failed = folder ? sub_backup_into_folder(store, path.text, where, keep, err)
				: sub_backup_into_file(store, where, request_option(request, "force"), err);
	store_close(store);
	strbuf_release(&path);
	return failed;
}

const struct subcommand sub_backup = {
	.name = "backup",
	.operands = "BOARD [FILE|DIR]",
	.sentence = N_("copy the board while others keep working, and print the name of the copy"),
	.least = 1,
	.most = 2,
	.options =
		{
			{0, "keep", "N", N_("then remove the oldest backups of this board in the folder, keeping N")},
			{'f', "force", NULL, N_("replace FILE if it exists")},
		},
	.run = sub_backup_run,
};
