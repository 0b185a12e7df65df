/* sub_doctor: reports what this terminal, locale and machine can do, and what to fix. */
#include <errno.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "cli/boardpath.h"
#include "cli/language.h"
#include "cli/output.h"
#include "cli/subcommand.h"
#include "live/program.h"
#include "shell/config.h"
#include "store/store.h"
#include "terminal/terminal.h"

/* The smallest terminal with room for a board. */
#define SUB_DOCTOR_COLUMNS 60
#define SUB_DOCTOR_ROWS 16

/* One check. Appends what was found to FOUND and, if something is wrong, what to do to MEND. */
typedef void sub_doctor_look(struct strbuf *found, struct strbuf *mend);

/* Fills FACTS about the terminal; false, after saying so in FOUND, if there is none. */
static bool sub_doctor_facts(struct terminal_facts *facts, struct strbuf *found)
{
	if (terminal_look(facts))
		return true;
	strbuf_addstr(found, _("not checked: standard output is not a terminal"));
	return false;
}

static void sub_doctor_terminal(struct strbuf *found, struct strbuf *mend)
{
	struct terminal_facts facts;

	if (!sub_doctor_facts(&facts, found))
		return;
	strbuf_addstr(found, facts.name && facts.name[0] ? facts.name : _("TERM is not set"));
	if (!facts.known)
		strbuf_addstr(mend,
			_("unknown terminal; set TERM to xterm-256color, or install its description (ncurses-term)"));
}

static void sub_doctor_colours(struct strbuf *found, struct strbuf *mend)
{
	const char *no = getenv("NO_COLOR");
	struct terminal_facts facts;

	if (!sub_doctor_facts(&facts, found))
		return;
	strbuf_addf(found, "%d", facts.colours);
	if (no && no[0])
		strbuf_addstr(found, _(", not used because NO_COLOR is set"));
	else if (facts.known && facts.colours < 256)
		strbuf_addstr(
			mend, _("256 look best; set TERM to a name ending in -256color if the terminal has them"));
}

static void sub_doctor_borders(struct strbuf *found, struct strbuf *mend)
{
	struct terminal_facts facts;
	int cells;

	if (!sub_doctor_facts(&facts, found))
		return;
	fflush(stdout);
	cells = terminal_look_width();
	if (!cells)
		strbuf_addstr(found, _("not known; the terminal did not say how wide it draws lines"));
	else
		strbuf_addf(
			found, ngettext("a line takes %d cell", "a line takes %d cells", (unsigned long)cells), cells);
	if (cells > 1)
		strbuf_addstr(mend, _("plain characters are drawn instead; for lines have the terminal draw ambiguous "
				      "characters narrow"));
}

static void sub_doctor_size(struct strbuf *found, struct strbuf *mend)
{
	struct terminal_facts facts;

	if (!sub_doctor_facts(&facts, found))
		return;
	strbuf_addf(found, "%dx%d", facts.columns, facts.rows);
	if (facts.columns < SUB_DOCTOR_COLUMNS || facts.rows < SUB_DOCTOR_ROWS)
		strbuf_addf(mend, _("enlarge the window to at least %dx%d"), SUB_DOCTOR_COLUMNS, SUB_DOCTOR_ROWS);
}

static void sub_doctor_locale(struct strbuf *found, struct strbuf *mend)
{
	static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
	const char *value = NULL;

	for (size_t i = 0; i < ARRAY_SIZE(names) && !(value && value[0]); i++)
		value = getenv(names[i]);
	strbuf_addstr(found, value && value[0] ? value : "C");
	if (!language_is_utf8())
		strbuf_addstr(mend, _("not UTF-8, or not installed; set LANG=C.UTF-8"));
}

static void sub_doctor_messages(struct strbuf *found, struct strbuf *mend)
{
	static const char head[] = ""; /* the translation of "" is the catalogue's header */
	const char *wanted = getenv("LANGUAGE");

	if (!wanted || !wanted[0])
		wanted = setlocale(LC_MESSAGES, NULL);
	if (gettext(head)[0]) {
		strbuf_addf(found, "%s, %s", wanted, language_folder());
		return;
	}
	strbuf_addstr(found, "en");
	if (!strncmp(wanted, "ko", 2))
		strbuf_addf(
			mend, _("no catalogue for %s in %s; install it with make install"), wanted, language_folder());
}

static void sub_doctor_configuration(struct strbuf *found, struct strbuf *mend)
{
	struct error err = ERROR_INIT;
	struct config config;

	config_init(&config);
	if (config_load(&config, &err))
		strbuf_addstr(mend, err.text);
	else
		strbuf_addstr(found, _("understood"));
	config_release(&config);
}

/* Can boards be made in FOLDER, with everything they need? */
static void sub_doctor_try(const char *folder, struct strbuf *mend)
{
	struct strbuf path = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct store *store;

	strbuf_addf(&path, "%s/.doctor-%ld", folder, (long)getpid());
	if (store_open(path.text, STORE_NEW, &store, &err)) {
		strbuf_addstr(mend, err.text);
	} else {
		store_close(store);
		unlink(path.text);
	}
	strbuf_release(&path);
}

/* Can all boards in FOLDER be opened? Says how many there are, and what is wrong with the first bad one. */
static void sub_doctor_open_all(const char *folder, struct strbuf *found, struct strbuf *mend)
{
	struct vec names = VEC_INIT(char *);
	size_t bad = 0;

	boardpath_list(folder, &names);
	for (size_t i = 0; i < names.count; i++) {
		struct strbuf path = STRBUF_INIT;
		struct error err = ERROR_INIT;
		struct store *store = NULL;

		strbuf_addf(&path, "%s/%s.evs", folder, vec_get(&names, char *, i));
		if (store_open(path.text, STORE_READ, &store, &err) && !bad++)
			strbuf_addstr(mend, err.text);
		store_close(store);
		strbuf_release(&path);
	}
	if (names.count)
		strbuf_addf(found, ngettext(" (%zu board)", " (%zu boards)", names.count), names.count);
	if (bad > 1)
		strbuf_addf(mend,
			ngettext("; and %zu more cannot be opened", "; and %zu more cannot be opened", bad - 1),
			bad - 1);
	vec_release_strings(&names);
}

static void sub_doctor_boards(struct strbuf *found, struct strbuf *mend)
{
	struct error err = ERROR_INIT;
	struct stat there;

	if (boardpath_folder(found, &err)) {
		strbuf_addstr(mend, err.text);
		return;
	}
	if (stat(found->text, &there) && errno == ENOENT)
		strbuf_addstr(found, _(" (created with the first board)"));
	else
		sub_doctor_try(found->text, mend);
	if (!mend->len) {
		char *folder = mem_strdup(found->text);

		sub_doctor_open_all(folder, found, mend);
		free(folder);
	}
}

static void sub_doctor_engine(struct strbuf *found, struct strbuf *mend)
{
	(void)mend;
	strbuf_addf(found, _("SQLite %s, with a rollback journal"), store_sqlite());
}

static void sub_doctor_sshd(struct strbuf *found, struct strbuf *mend)
{
	(void)mend;
	if (program_find("sshd", "openssh-server", found, NULL))
		strbuf_addstr(found, _("none; only needed to let others in (openssh-server)"));
}

static const struct {
	const char *name;
	sub_doctor_look *look;
} sub_doctor_looks[] = {
	{N_("terminal"), sub_doctor_terminal},
	{N_("colours"), sub_doctor_colours},
	{N_("size"), sub_doctor_size},
	{N_("borders"), sub_doctor_borders},
	{N_("locale"), sub_doctor_locale},
	{N_("messages"), sub_doctor_messages},
	{N_("configuration"), sub_doctor_configuration},
	{N_("board folder"), sub_doctor_boards},
	{N_("database"), sub_doctor_engine},
	{N_("sshd"), sub_doctor_sshd},
};

/* Prints "mend  NAME: FOUND: what to do". */
static void sub_doctor_print(const char *name, const struct strbuf *found, const struct strbuf *mend)
{
	struct strbuf line = STRBUF_INIT;

	strbuf_addf(&line, "%-4s  %s", mend->len ? "mend" : "ok", name);
	if (found->len)
		strbuf_addf(&line, ": %s", found->text);
	if (mend->len)
		strbuf_addf(&line, ": %s", mend->text);
	output_text(stdout, line.text, line.len);
	putchar('\n');
	strbuf_release(&line);
}

static int sub_doctor_run(const struct request *request, struct error *err)
{
	struct strbuf found = STRBUF_INIT, mend = STRBUF_INIT;
	int status = 0;

	(void)request;
	(void)err;
	for (size_t i = 0; i < ARRAY_SIZE(sub_doctor_looks); i++) {
		strbuf_reset(&found);
		strbuf_reset(&mend);
		sub_doctor_looks[i].look(&found, &mend);
		sub_doctor_print(_(sub_doctor_looks[i].name), &found, &mend);
		if (mend.len)
			status = 1;
	}
	strbuf_release(&found);
	strbuf_release(&mend);
	return status;
}

const struct subcommand sub_doctor = {
	.name = "doctor",
	.sentence = N_("report terminal, locale and system problems and how to fix them"),
	.run = sub_doctor_run,
};
