#include "crash/faults.h"

#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "import/import.h"
#include "lib/oldboard.h"
#include "lib/picture.h"
#include "session/session.h"

const struct faults_script faults_scripts[FAULTS_SCRIPTS] = {
	{"new", NULL,
		{{ACT_OPEN, NULL}, {ACT_RUN, "title Corner shop"}, {ACT_RUN, "add event -c 1 -r 1 Order placed"},
			{ACT_RUN, "undo"}, {ACT_CLOSE, NULL}}},
	{"edits", ".format-2",
		{{ACT_OPEN, NULL}, {ACT_RUN, "add command -c 9 -r 1 Pay"}, {ACT_RUN, "link 1 2"},
			{ACT_RUN, "edit 1 Order taken"}, {ACT_CLOSE, NULL}}},
	{"undo", ".format-2", {{ACT_RUN, "delete 2"}, {ACT_RUN, "undo"}, {ACT_RUN, "redo"}, {ACT_CLOSE, NULL}}},
	{"groups", ".format-2",
		{{ACT_RUN, "insert-column 2 3"}, {ACT_RUN, "context Sales 1 2"}, {ACT_RUN, "vote 1"},
			{ACT_CLOSE, NULL}}},
	{"import", ".format-2", {{ACT_OPEN, NULL}, {ACT_IMPORT, ".import.csv"}, {ACT_RUN, "undo"}, {ACT_CLOSE, NULL}}},
	{"backup", ".format-2",
		{{ACT_BACKUP, "c.evs"}, {ACT_RUN, "edit 1 Order taken"}, {ACT_REPLACE, "c.evs"}, {ACT_CLOSE, NULL}}},
	{"migration", ".format-1",
		{{ACT_OPEN, NULL}, {ACT_RUN, "add event It goes on"}, {ACT_RUN, "undo"}, {ACT_CLOSE, NULL}}},
};

/* In memory where that goes: there are very many files. */
static char faults_folder[64] = "/dev/shm/evstorm-faults-XXXXXX";
uint64_t faults_start;

const char *faults_path(const char *name)
{
	static char paths[8][sizeof(faults_folder) + 256];
	static unsigned next;
	char *path = paths[next++ % 8];

	snprintf(path, sizeof(paths[0]), "%s/%s", faults_folder, name);
	return path;
}

uint64_t faults_add(uint64_t hash, const void *bytes, size_t len)
{
	const unsigned char *at = bytes;

	while (len--)
		hash = (hash ^ *at++) * UINT64_C(1099511628211);
	return hash;
}

uint64_t faults_hash(const struct board *board)
{
	struct strbuf text = STRBUF_INIT;
	uint64_t hash;

	picture_whole(board, &text);
	hash = faults_add(FAULTS_HASH, text.text, text.len);
	strbuf_release(&text);
	return hash;
}

static int faults_import(void *context, struct edit *edit, struct error *err)
{
	const struct import_options options = {0};
	struct import_report report;
	int failed = import_read(edit, context, &options, &report, err);

	if (!failed)
		import_report_release(&report);
	return failed;
}

/* Does STEP on *SESSION, which is opened when it is not yet. */
static int faults_do(const struct faults_step *step, struct session **session, struct error *err)
{
	struct session_report report = SESSION_REPORT_INIT;
	const char *board = faults_path("b.evs");
	struct words words;
	int failed = 0;

	if (!*session && step->act != ACT_CLOSE)
		failed = session_open(board, access(board, F_OK) ? STORE_NEW : STORE_WRITE, "Ana", session, err);
	if (failed)
		return failed;
	switch (step->act) {
	case ACT_CLOSE:
		session_close(*session);
		*session = NULL;
		break;
	case ACT_RUN:
		words_from_line(&words, step->text);
		failed = session_run(*session, &words, 1, NULL, &report, err);
		session_report_release(&report);
		break;
	case ACT_IMPORT:
		failed = session_edit(*session, faults_import, (char *)(uintptr_t)faults_path(step->text), err);
		break;
	case ACT_BACKUP:
	case ACT_REPLACE:
		failed = store_backup(session_store(*session), faults_path(step->text), step->act == ACT_REPLACE, err);
		break;
	case ACT_OPEN:
	case ACT_NONE: break;
	}
	return failed;
}

static uint64_t faults_hash_session(const struct session *session)
{
	return session ? faults_hash(session_board(session)) : 0;
}

/* Does STEP and says how it went. */
static void faults_report(const struct faults_step *step, struct session **session, struct faults_report *report)
{
	struct error err = ERROR_INIT;

	memset(report, 0, sizeof(*report));
	report->before = faults_hash_session(*session);
	report->failed = faults_do(step, session, &err);
	if (report->failed && *session)
		session_catch_up(*session, NULL, NULL); /* has it happened all the same? */
	report->happened = faultvfs_has_happened();
	report->loaded = *session;
	report->after = faults_hash_session(*session);
	snprintf(report->text, sizeof(report->text), "%s", err.text);
}

static void faults_clear(void)
{
	DIR *dir = opendir(faults_folder);
	struct dirent *entry;

	while (dir && (entry = readdir(dir)))
		if (entry->d_name[0] != '.')
			unlink(faults_path(entry->d_name));
	if (dir)
		closedir(dir);
}

static void faults_copy(const char *from, const char *to)
{
	char bytes[4096];
	ssize_t len;
	int in = open(from, O_RDONLY | O_CLOEXEC), out = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	assert_true(in >= 0 && out >= 0);
	while ((len = read(in, bytes, sizeof(bytes))) > 0)
		assert_int_equal(write(out, bytes, (size_t)len), len);
	close(in);
	close(out);
}

static void faults_name(const struct fault *fault, struct faults_outcome *outcome)
{
	const char *then = fault->then == FAULT_FAIL       ? sqlite3_errstr(fault->code)
			   : fault->then == FAULT_KILL     ? "killed"
			   : fault->then == FAULT_LOSE_ALL ? "power lost"
							   : "some lost";

	snprintf(outcome->name, sizeof(outcome->name), "%s: %s %d, %s%s", outcome->script->name,
		faultvfs_name(fault->call), fault->nth, then, fault->lasting ? ", lasting" : "");
}

/* The whole script. */
static void faults_run(const struct fault *fault, struct faults_outcome *outcome)
{
	static const struct fault none;
	struct session *session = NULL;

	sqlite3_randomness(0, NULL); /* begins anew */
	faultvfs_arm(fault);
	for (const struct faults_step *step = outcome->script->steps; step->act; step++)
		faults_report(step, &session, &outcome->reports[outcome->count++]);
	faultvfs_arm(&none);
}

/* The same in a process of its own, which tells after each step how it went. */
static void faults_run_apart(const struct fault *fault, struct faults_outcome *outcome)
{
	struct faults_report *report = outcome->reports;
	struct session *session = NULL;
	int ends[2], status;
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (!child) {
		sqlite3_randomness(0, NULL);
		faultvfs_arm(fault);
		for (const struct faults_step *step = outcome->script->steps; step->act; step++) {
			faults_report(step, &session, report);
			if (write(ends[1], report, sizeof(*report)) != sizeof(*report))
				_exit(1);
		}
		_exit(0);
	}
	close(ends[1]);
	while (outcome->count < FAULTS_STEPS_MOST &&
		read(ends[0], &report[outcome->count], sizeof(*report)) == sizeof(*report))
		outcome->count++;
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	outcome->killed = WIFEXITED(status) && WEXITSTATUS(status) == FAULT_EXIT;
	if (!outcome->killed && (!WIFEXITED(status) || WEXITSTATUS(status)))
		fail_msg("%s: step %zu ends the process with %d", outcome->name, outcome->count, status);
}

void faults_try(const struct faults_script *script, const struct fault *fault, struct faults_outcome *outcome)
{
	faults_clear();
	if (script->start)
		faults_copy(faults_path(script->start), faults_path("b.evs"));
	memset(outcome, 0, sizeof(*outcome));
	outcome->script = script;
	faults_name(fault, outcome);
	if (fault->then == FAULT_FAIL)
		faults_run(fault, outcome);
	else
		faults_run_apart(fault, outcome);
}

/* The board that scripts begin with. */
static int faults_make(void)
{
	static const char *const lines[] = {"title Shop", "add event -c 1 -r 1 Order placed",
		"add command -c 2 -r 1 Go on", "add hotspot -c 3 -r 1 Why?", "undo"};
	struct error err = ERROR_INIT;
	struct session *session;

	if (session_open(faults_path(".format-2"), STORE_NEW, "Ana", &session, &err))
		return -1;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		struct session_report report = SESSION_REPORT_INIT;
		struct words words;

		words_from_line(&words, lines[i]);
		if (session_run(session, &words, 1, NULL, &report, &err))
			return -1;
		session_report_release(&report);
	}
	faults_start = faults_hash(session_board(session));
	session_close(session);
	return 0;
}

/* The same as it was made in format 1: its log beside it, and nothing at the end of pages. */
static int faults_make_old(void)
{
	int reserve = 0, failed;
	sqlite3 *db = NULL;

	faults_copy(faults_path(".format-2"), faults_path(".format-1"));
	failed = sqlite3_open(faults_path(".format-1"), &db);
	sqlite3_file_control(db, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserve);
	failed = failed || sqlite3_exec(db, OLDBOARD_SQL "PRAGMA user_version = 1; VACUUM; PRAGMA journal_mode = WAL",
				   NULL, NULL, NULL);
	sqlite3_close(db);
	return failed ? -1 : 0;
}

int faults_begin(void **state)
{
	FILE *out;

	(void)state;
	setenv("SOURCE_DATE_EPOCH", "1795183500", 1);
	if (!mkdtemp(faults_folder)) {
		strcpy(faults_folder, "/tmp/evstorm-faults-XXXXXX");
		if (!mkdtemp(faults_folder))
			return -1;
	}
	faultvfs_register(faults_folder);
	out = fopen(faults_path(".import.csv"), "w");
	if (!out)
		return -1;
	fputs("kind,text,column,row\n", out);
	for (int i = 1; i <= 20; i++)
		fprintf(out, "event,Imported %d,%d,5\n", i, i);
	return fclose(out) || faults_make() || faults_make_old() ? -1 : 0;
}

int faults_end(void **state)
{
	(void)state;
	faults_clear();
	unlink(faults_path(".import.csv"));
	unlink(faults_path(".format-1"));
	unlink(faults_path(".format-2"));
	rmdir(faults_folder);
	return 0;
}
