/*
 * Faults in turn: each call of the file system fails once, and at each the process is killed, or the power goes.
 * After that nothing that was answered for is missing, nothing half done is there, and one line said what
 * happened.
 *
 * EVSTORM_FAULTS=N tries only each Nth call; `make faults` tries all.
 */
#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "crash/faults.h"
#include "model/board_apply.h"
#include "session/session.h"

/* Without a word from EVSTORM_FAULTS. */
#ifdef __SANITIZE_ADDRESS__
#define FAULTS_EVERY 20
#else
#define FAULTS_EVERY 3
#endif

/* The states that a log goes through: the board after each action. */
struct faults_states {
	struct board *board;
	uint64_t last, before_last;
};

static int faults_state(void *context, const struct action *action, struct error *err)
{
	struct faults_states *states = context;

	for (size_t i = 0; i < action->changes.count; i++)
		if (board_apply(states->board, action_change(action, i), err))
			return ERROR_SYSTEM;
	states->before_last = states->last;
	states->last = faults_hash(states->board);
	return 0;
}

/* Most runs end with files that another left as well; these are looked over once. */
struct faults_known {
	uint64_t content;
	struct faults_states states;
};

static struct vec faults_known = VEC_INIT(struct faults_known);

/* A number for what is in the file at PATH and beside it. */
static uint64_t faults_content(const char *path)
{
	static const char *const besides[] = {"", "-journal", "-wal"};
	uint64_t hash = FAULTS_HASH;

	for (size_t i = 0; i < sizeof(besides) / sizeof(besides[0]); i++) {
		unsigned char bytes[65536];
		char name[160];
		ssize_t len;
		int fd;

		snprintf(name, sizeof(name), "%s%s", path, besides[i]);
		fd = open(name, O_RDONLY | O_CLOEXEC);
		hash = faults_add(hash, "", 1);
		while (fd >= 0 && (len = read(fd, bytes, sizeof(bytes))) > 0)
			hash = faults_add(hash, bytes, (size_t)len);
		if (fd >= 0)
			close(fd);
	}
	return hash;
}

/* Opens the board NAME, looks it over, and reads its last two states; fails when it is not whole. */
static void faults_look(
	const char *name, enum store_mode mode, const struct faults_outcome *outcome, struct faults_states *states)
{
	struct error err = ERROR_INIT;
	struct board *board = board_new();
	struct store *store;

	states->board = board_new();
	states->last = states->before_last = faults_hash(states->board);
	if (store_open(faults_path(name), mode, &store, &err) || store_load(store, board, &err) ||
		store_verify(store, &err) || store_walk(store, 1, faults_state, states, &err))
		fail_msg("%s: %s", outcome->name, err.text);
	if (faults_hash(board) != states->last)
		fail_msg("%s: the log of %s does not give its tables", outcome->name, name);
	store_close(store);
	board_free(board);
	board_free(states->board);
}

static void faults_read(
	const char *name, enum store_mode mode, const struct faults_outcome *outcome, struct faults_states *states)
{
	uint64_t content = faults_content(faults_path(name)) + (uint64_t)mode;
	struct faults_known *known;

	for (size_t i = 0; i < faults_known.count; i++) {
		known = vec_at(&faults_known, i);
		if (known->content == content) {
			*states = known->states;
			return;
		}
	}
	faults_look(name, mode, outcome, states);
	known = vec_push(&faults_known);
	*known = (struct faults_known){content, *states};
}

/* What is answered for: the board at last. False when it never was there. */
static bool faults_answered(const struct faults_outcome *outcome, uint64_t *state)
{
	bool any = outcome->script->start;

	*state = faults_start;
	for (size_t i = 0; i < outcome->count; i++) {
		if (!outcome->reports[i].loaded)
			continue;
		*state = outcome->reports[i].after;
		any = true;
	}
	return any;
}

static void faults_check_board(const struct faults_outcome *outcome)
{
	struct faults_states states;
	uint64_t answered = 0;
	bool any = faults_answered(outcome, &answered);

	if (!any && access(faults_path("b.evs"), F_OK))
		return;
	faults_read("b.evs", STORE_WRITE, outcome, &states);
	if (any && answered != states.last && (!outcome->killed || answered != states.before_last))
		fail_msg("%s: the board is not what was answered for", outcome->name);
}

/* What a copy of the old format holds is what was there before. */
static void faults_check_migration(const struct faults_outcome *outcome)
{
	struct faults_states states;

	if (access(faults_path("b.evs.format-1"), F_OK))
		return;
	faults_read("b.evs.format-1", STORE_READ, outcome, &states);
	if (states.last != faults_start)
		fail_msg("%s: the copy of the old format is not what it was", outcome->name);
}

/* A backup that was answered for is there as the board was then; any other is whole or is not there. */
static void faults_check_backup(const struct faults_outcome *outcome)
{
	struct faults_states states;
	uint64_t answered = 0;
	bool any = false, unsure = false;

	for (size_t i = 0; i < FAULTS_STEPS_MOST && i <= outcome->count; i++) {
		enum faults_act act = outcome->script->steps[i].act;
		bool about = act == ACT_BACKUP || act == ACT_REPLACE;

		if (about && i < outcome->count && !outcome->reports[i].failed) {
			answered = outcome->reports[i].after;
			any = true;
		}
		/* it was killed at that, or could not put the name on disk */
		unsure = unsure || (about && (i == outcome->count || outcome->reports[i].failed));
	}
	if (!any && access(faults_path("c.evs"), F_OK))
		return;
	faults_read("c.evs", STORE_READ, outcome, &states);
	if (any && !unsure && answered != states.last)
		fail_msg("%s: the backup is not what was answered for", outcome->name);
}

/* Who goes on working leaves nothing beside the boards that belongs to nobody. A disk that stays full leaves the
 * journal that is needed to put the board in order. */
static void faults_check_files(const struct faults_outcome *outcome, const struct fault *fault)
{
	static const char *const known[] = {"b.evs", "c.evs", "b.evs.format-1"};
	DIR *dir = opendir(faults_path("."));
	struct dirent *entry;

	while (dir && (entry = readdir(dir))) {
		bool fine = entry->d_name[0] == '.' || entry->d_type == DT_DIR || fault->call == FAULT_DELETE ||
			    (fault->lasting && strstr(entry->d_name, ".evs-journal"));

		for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
			fine = fine || !strcmp(entry->d_name, known[i]);
		if (!fine)
			fail_msg("%s: %s is left over", outcome->name, entry->d_name);
	}
	if (dir)
		closedir(dir);
}

/* A step that fails says so in one line and changes nothing, unless it says that it may have; without a fault none
 * fails. */
static void faults_check_steps(const struct faults_outcome *outcome, const struct fault *fault)
{
	size_t failures = 0;

	for (size_t i = 0; i < outcome->count; i++) {
		const struct faults_report *report = &outcome->reports[i];

		if (!report->failed)
			continue;
		/* that something is not there which was not made is no fault of its own */
		if (!report->happened || (report->failed == ERROR_SYSTEM && ++failures > 1 && !fault->lasting))
			fail_msg("%s: step %zu fails, too: %s", outcome->name, i, report->text);
		if (!*report->text || strchr(report->text, '\n'))
			fail_msg("%s: step %zu does not say what happened: “%s”", outcome->name, i, report->text);
		if (report->before && report->loaded && report->before != report->after &&
			!strstr(report->text, "not certain"))
			fail_msg("%s: step %zu is half done", outcome->name, i);
	}
}

static void faults_check(const struct faults_outcome *outcome, const struct fault *fault)
{
	if (!outcome->killed) {
		faults_check_steps(outcome, fault);
		faults_check_files(outcome, fault);
	}
	faults_check_migration(outcome);
	faults_check_board(outcome);
	faults_check_backup(outcome);
}

/* In SCRIPT, each call in turn, until a run meets no fault. How many were tried. */
static int faults_turn(const struct faults_script *script, struct fault fault)
{
	const char *every = getenv("EVSTORM_FAULTS");
	int step = every && atoi(every) > 0 ? atoi(every) : FAULTS_EVERY, tried = 0;
	struct faults_outcome outcome;

	for (fault.nth = 1;; fault.nth += step) {
		bool happened;

		faults_try(script, &fault, &outcome);
		happened = outcome.killed || (outcome.count && outcome.reports[outcome.count - 1].happened);
		faults_check(&outcome, &fault);
		if (!happened)
			return tried;
		tried++;
	}
}

static int faults_turn_all(struct fault fault)
{
	int tried = 0;

	for (size_t i = 0; i < FAULTS_SCRIPTS; i++)
		tried += faults_turn(&faults_scripts[i], fault);
	return tried;
}

static void each_call_may_fail(void **state)
{
	static const struct fault faults[] = {
		{.call = FAULT_OPEN, .code = SQLITE_CANTOPEN},
		{.call = FAULT_READ, .code = SQLITE_IOERR_READ},
		{.call = FAULT_WRITE, .code = SQLITE_FULL},
		{.call = FAULT_WRITE, .code = SQLITE_IOERR_WRITE},
		{.call = FAULT_WRITE, .code = SQLITE_FULL, .lasting = true},
		{.call = FAULT_SYNC, .code = SQLITE_IOERR_FSYNC},
		{.call = FAULT_SYNC, .code = SQLITE_IOERR_FSYNC, .lasting = true},
		{.call = FAULT_TRUNCATE, .code = SQLITE_IOERR_TRUNCATE},
		{.call = FAULT_LOCK, .code = SQLITE_PERM},
		{.call = FAULT_LOCK, .code = SQLITE_BUSY},
		{.call = FAULT_LOCK, .code = SQLITE_IOERR_LOCK},
		{.call = FAULT_DELETE, .code = SQLITE_IOERR_DELETE},
		{.call = FAULT_DELETE, .code = SQLITE_PERM, .lasting = true},
		{.call = FAULT_NAME, .code = SQLITE_FULL},
	};
	int tried = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++)
		tried += faults_turn_all(faults[i]);
	print_message("# %d calls failed in turn\n", tried);
	assert_true(tried > 0);
}

/* Between two calls that change nothing it is all the same when that is. */
static void faults_kill(enum fault_then then, const char *what)
{
	int tried = 0;

	for (int call = 0; call < FAULT_CALLS; call++)
		if (call != FAULT_READ && (call != FAULT_LOCK || then == FAULT_KILL))
			tried += faults_turn_all((struct fault){.call = (enum fault_call)call, .then = then});
	print_message("# %d times %s\n", tried, what);
	assert_true(tried > 0);
}

static void the_process_may_be_killed_at_each_call(void **state)
{
	(void)state;
	faults_kill(FAULT_KILL, "killed");
}

static void the_power_may_go_at_each_call(void **state)
{
	(void)state;
	faults_kill(FAULT_LOSE_ALL, "the power went, and all that was not synced");
	faults_kill(FAULT_LOSE_SOME, "the power went, and some of what was not synced");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_call_may_fail),
		cmocka_unit_test(the_process_may_be_killed_at_each_call),
		cmocka_unit_test(the_power_may_go_at_each_call),
	};

	return cmocka_run_group_tests_name("faults", tests, faults_begin, faults_end);
}
