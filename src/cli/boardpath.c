#include "cli/boardpath.h"

#include <dirent.h>
#include <errno.h>
#include <pwd.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "session/rescue.h"
#include "text/clean.h"
#include "text/shellword.h"

#define BOARDPATH_ENDING ".evs"

static bool boardpath_has_ending(const char *word)
{
	size_t len = strlen(word), ending = strlen(BOARDPATH_ENDING);

	return len > ending && !strcmp(word + len - ending, BOARDPATH_ENDING);
}

static const char *boardpath_home(void)
{
	const char *home = getenv("HOME");
	const struct passwd *user;

	if (home && home[0])
		return home;
	user = getpwuid(getuid());
	return user ? user->pw_dir : NULL;
}

int boardpath_folder(struct strbuf *folder, struct error *err)
{
	const char *boards = getenv("EVSTORM_BOARDS"), *data = getenv("XDG_DATA_HOME"), *home;

	if (boards && boards[0]) {
		strbuf_addstr(folder, boards);
		return 0;
	}
	if (data && data[0] == '/') {
		strbuf_addf(folder, "%s/evstorm", data);
		return 0;
	}
	home = boardpath_home();
	if (!home)
		return error_set(err, ERROR_SYSTEM, _("no board folder: set EVSTORM_BOARDS or HOME"));
	strbuf_addf(folder, "%s/.local/share/evstorm", home);
	return 0;
}

int boardpath_find(const char *word, struct strbuf *path, struct error *err)
{
	int failed;

	if (!word[0])
		return error_set(err, ERROR_USAGE, _("the board name is empty"));
	if (strchr(word, '/') || boardpath_has_ending(word)) {
		strbuf_addstr(path, word);
		return 0;
	}
	failed = boardpath_folder(path, err);
	if (!failed)
		strbuf_addf(path, "/%s%s", word, BOARDPATH_ENDING);
	return failed;
}

/* Says that there is no board at PATH, which WORD names, and what to do. */
static int boardpath_missing(const char *path, const char *word, struct error *err)
{
	struct strbuf typed = STRBUF_INIT, rescued = STRBUF_INIT;
	bool is_rescued = rescue_latest(path, &rescued);

	shellword_add_operand(&typed, is_rescued ? rescued.text : word);
	error_set(err, ERROR_SYSTEM,
		is_rescued ? _("%s: no such board; what was kept when its file was lost: evstorm %s")
			   : _("%s: no such board; to create it: evstorm new %s"),
		path, typed.text);
	strbuf_release(&typed);
	strbuf_release(&rescued);
	return ERROR_SYSTEM;
}

int boardpath_existing(const char *word, struct strbuf *path, struct error *err)
{
	int failed = boardpath_find(word, path, err);

	return !failed && access(path->text, F_OK) && errno == ENOENT ? boardpath_missing(path->text, word, err)
								      : failed;
}

/* Makes the folder PATH and its parents. */
static int boardpath_make(char *path, struct error *err)
{
	for (char *at = strchr(path + 1, '/'); at; at = strchr(at + 1, '/')) {
		*at = '\0';
		mkdir(path, 0700); /* if this fails, so does the last mkdir */
		*at = '/';
	}
	if (mkdir(path, 0700) && errno != EEXIST)
		return error_set(err, ERROR_SYSTEM, _("%s: cannot create the folder: %s"), path, strerror(errno));
	return 0;
}

int boardpath_make_folder(const char *path, struct error *err)
{
	struct strbuf folder = STRBUF_INIT;
	const char *slash = strrchr(path, '/');
	int failed = 0;

	if (slash && !boardpath_folder(&folder, NULL) && folder.len == (size_t)(slash - path) &&
		!memcmp(folder.text, path, folder.len))
		failed = boardpath_make(folder.text, err);
	strbuf_release(&folder);
	return failed;
}

void boardpath_type(const char *path, struct strbuf *out)
{
	struct strbuf name = STRBUF_INIT, found = STRBUF_INIT;

	boardpath_name(path, &name);
	if (boardpath_find(name.text, &found, NULL) || strcmp(found.text, path)) {
		strbuf_reset(&name);
		strbuf_addstr(&name, path);
	}
	shellword_add_operand(out, name.text);
	strbuf_release(&name);
	strbuf_release(&found);
}

void boardpath_name(const char *path, struct strbuf *name)
{
	const char *slash = strrchr(path, '/');
	const char *file = slash ? slash + 1 : path;
	size_t len = strlen(file);
	struct strbuf shown = STRBUF_INIT;

	if (boardpath_has_ending(file))
		len -= strlen(BOARDPATH_ENDING);
	clean_for_display(&shown, file, len);
	clean_text(name, shown.text, shown.len, CLEAN_ONE_LINE, NULL);
	strbuf_release(&shown);
}

static int boardpath_is_board(const struct dirent *entry)
{
	return boardpath_has_ending(entry->d_name);
}

static int boardpath_compare(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

void boardpath_list(const char *folder, struct vec *names)
{
	struct dirent **entries;
	int count = scandir(folder, &entries, boardpath_is_board, boardpath_compare);

	if (count < 0)
		return; /* no folder, no boards */
	for (int i = 0; i < count; i++) {
		const char *name = entries[i]->d_name;

		vec_add(names, char *) = mem_strndup(name, strlen(name) - strlen(BOARDPATH_ENDING));
		free(entries[i]);
	}
	free(entries);
}
