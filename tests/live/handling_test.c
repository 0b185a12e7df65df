/*
 * What people do to the files of a board while three write to it, at random: each action that was answered for is then
 * in the file, where that has gone, or in what somebody saved who had it open; and whoever could not write was told.
 *
 * A round is a folder with the board b.evs. Two writers are processes with a session, as a canvas is; the third goes
 * through “evstorm do -”. Each waits for permits, so that the test knows when nothing is being written. A deed is done
 * at such a moment, or amid the writing.
 *
 * EVSTORM_SEED sets what is done, EVSTORM_ROUNDS how often.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "lib/gen.h"
#include "lib/sandbox.h"
#include "live/handling.h"
#include "session/session.h"

#define HANDLING_SEATS 4  /* the last one comes by another name, when a deed has it so */
#define HANDLING_FEEDER 2 /* goes through “evstorm do -” */
#define HANDLING_MOST 60  /* actions of a seat in a round, at most */
#define HANDLING_LIMIT_MS 60000

struct handling {
	struct sandbox box;
	struct gen gen;
	uint64_t seed;
	int permits[2]; /* a pipe: a byte lets one writer do one action */
	int words[2];   /* a pipe of struct handling_word */
	pid_t pids[HANDLING_SEATS];
	int acks[HANDLING_SEATS];      /* how many actions of each were answered for */
	int backed_up[HANDLING_SEATS]; /* the same, when the older copy was made */
	bool stopped[HANDLING_SEATS];  /* it cannot go on, or was killed */
	int open;                      /* permits that nobody has used yet */
	const char *deed;
};

/* How often what came about. */
struct handling_tally {
	int acks, told, saved, refused;
};

static void handling_start(struct handling *all, int seat, const char *path)
{
	struct handling_ends ends = {all->permits[0], all->words[1]};
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (!pid) {
		setpgid(0, 0);
		close(all->permits[1]);
		if (seat == HANDLING_FEEDER)
			handling_feed(ends, seat);
		handling_work(ends, seat, path, seat == HANDLING_SEATS - 1);
	}
	setpgid(pid, pid);
	all->pids[seat] = pid;
}

/* Takes in one word, or returns false when there is none for LIMIT_MS. */
static bool handling_hear(struct handling *all, int limit_ms)
{
	struct pollfd wait = {.fd = all->words[0], .events = POLLIN};
	struct handling_word word;

	if (poll(&wait, 1, limit_ms) != 1)
		return false;
	assert_int_equal(read(wait.fd, &word, sizeof(word)), sizeof(word));
	if (word.number >= 0)
		all->open--;
	if (word.number > 0)
		all->acks[word.seat] = word.number;
	else if (!word.number)
		all->stopped[word.seat] = true;
	return true;
}

static bool handling_works(const struct handling *all)
{
	for (int i = 0; i < HANDLING_SEATS; i++)
		if (all->pids[i] && !all->stopped[i])
			return true;
	return false;
}

static void handling_permit(struct handling *all, int count)
{
	for (int i = 0; i < count; i++)
		assert_int_equal(write(all->permits[1], "", 1), 1);
	all->open += count;
}

/* Waits until no more than LEFT permits are unused, or nobody is left to use them. */
static void handling_wait(struct handling *all, int left)
{
	while (all->open > left && handling_works(all))
		if (!handling_hear(all, HANDLING_LIMIT_MS))
			fail_msg("seed %" PRIu64 ", %s: nothing happens any more", all->seed, all->deed);
}

/* Kills SEAT, who may have used a permit of which nothing is known. */
static void handling_kill(struct handling *all, int seat)
{
	int status;

	kill(-all->pids[seat], SIGKILL);
	assert_int_equal(waitpid(all->pids[seat], &status, 0), all->pids[seat]);
	while (handling_hear(all, 0))
		;
	all->stopped[seat] = true;
	all->pids[seat] = 0;
	all->open = 0;
}

/* Copies a file as cp(1) does: over one that is there. */
static void handling_copy(const char *from, const char *to)
{
	char bytes[65536];
	int in = open(from, O_RDONLY | O_CLOEXEC), out = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	ssize_t len;

	assert_true(in >= 0 && out >= 0);
	while ((len = read(in, bytes, sizeof(bytes))) > 0)
		assert_int_equal(write(out, bytes, (size_t)len), len);
	close(in);
	close(out);
}

/* Which actions are in some file. */
struct handling_found {
	int count[HANDLING_SEATS][HANDLING_MOST + 1];
};

/* Adds what the board PATH holds; false, with what is wrong with it, when it cannot be read or is not sound. */
static bool handling_read(const char *path, struct handling_found *found, struct error *err)
{
	struct session *session;
	const struct sticky *sticky;
	int seat, number;
	bool sound;

	if (session_open(path, STORE_READ, "late", &session, err))
		return false;
	sound = !store_verify(session_store(session), err);
	for (size_t at = 0; sound && (sticky = board_next(session_board(session), ENTITY_STICKY, &at));)
		if (sticky->text && sscanf(sticky->text, "w%d-%d", &seat, &number) == 2 && seat < HANDLING_SEATS &&
			number <= HANDLING_MOST)
			found->count[seat][number]++;
	session_close(session);
	return sound;
}

/* Is each of the actions answered for so far there? */
static void handling_must_hold(const struct handling *all, const struct handling_found *found, const char *what)
{
	for (int i = 0; i < HANDLING_SEATS; i++)
		for (int k = 1; k <= all->acks[i]; k++)
			if (!found->count[i][k])
				fail_msg("seed %" PRIu64 ", %s: w%d-%d of %d was answered for and must be in %s",
					all->seed, all->deed, i, k, all->acks[i], what);
}

/* The copy PATH, made while nobody wrote, is whole. One that was made amid the writing may be refused instead. */
static void handling_check_copy(struct handling *all, const char *path, bool amid, struct handling_tally *tally)
{
	struct handling_found found = {0};
	struct error err = ERROR_INIT;

	if (handling_read(path, &found, &err))
		handling_must_hold(all, &found, path);
	else if (!amid)
		fail_msg("seed %" PRIu64 ", %s: %s must be sound: %s", all->seed, all->deed, path, err.text);
	else
		tally->refused++;
}

/* ---- the deeds ---- */

static void deed_none(struct handling *all, bool amid, struct handling_tally *tally)
{
	(void)all;
	(void)amid;
	(void)tally;
}

static void deed_copy(struct handling *all, bool amid, struct handling_tally *tally)
{
	handling_copy("b.evs", "copy.evs");
	handling_check_copy(all, "copy.evs", amid, tally);
}

/* All files of the folder as of one moment, as a snapshot of a running machine has them. */
static void deed_snapshot(struct handling *all, bool amid, struct handling_tally *tally)
{
	DIR *dir;
	const struct dirent *entry;
	char to[300];
	int status;

	(void)amid;
	for (int i = 0; i < HANDLING_SEATS; i++)
		if (all->pids[i])
			kill(-all->pids[i], SIGSTOP);
	for (int i = 0; i < HANDLING_SEATS; i++)
		if (all->pids[i])
			waitpid(all->pids[i], &status, WUNTRACED);
	while (handling_hear(all, 0))
		;
	assert_int_equal(mkdir("snapshot", 0700), 0);
	dir = opendir(".");
	while ((entry = readdir(dir)))
		if (!strncmp(entry->d_name, "b.evs", 5) && entry->d_type == DT_REG) {
			snprintf(to, sizeof(to), "snapshot/%s", entry->d_name);
			handling_copy(entry->d_name, to);
		}
	closedir(dir);
	for (int i = 0; i < HANDLING_SEATS; i++)
		if (all->pids[i])
			kill(-all->pids[i], SIGCONT);
	handling_check_copy(all, "snapshot/b.evs", false, tally);
}

static void deed_move(struct handling *all, bool amid, struct handling_tally *tally)
{
	(void)all;
	(void)amid;
	(void)tally;
	assert_int_equal(rename("b.evs", "new.evs"), 0);
}

static void deed_move_and_back(struct handling *all, bool amid, struct handling_tally *tally)
{
	deed_move(all, amid, tally);
	if (gen_once_in(&all->gen, 2)) {
		handling_permit(all, 2);
		handling_wait(all, 1);
	}
	assert_int_equal(rename("new.evs", "b.evs"), 0);
}

static void deed_remove(struct handling *all, bool amid, struct handling_tally *tally)
{
	(void)all;
	(void)amid;
	(void)tally;
	assert_int_equal(unlink("b.evs"), 0);
}

/* An older copy takes the name, as programs that synchronise folders do it. */
static void deed_replace(struct handling *all, bool amid, struct handling_tally *tally)
{
	(void)all;
	(void)amid;
	(void)tally;
	assert_int_equal(rename("older.evs", "b.evs"), 0);
}

static void deed_move_and_replace(struct handling *all, bool amid, struct handling_tally *tally)
{
	deed_move(all, amid, tally);
	handling_copy("older.evs", "b.evs");
}

static void deed_overwrite(struct handling *all, bool amid, struct handling_tally *tally)
{
	(void)all;
	(void)amid;
	(void)tally;
	handling_copy("older.evs", "b.evs");
}

/* One is killed in the middle of it; the others have seen what it was answered for when the older copy comes. */
static void deed_kill_and_overwrite(struct handling *all, bool amid, struct handling_tally *tally)
{
	(void)amid;
	(void)tally;
	handling_permit(all, 3);
	handling_kill(all, gen_below(&all->gen, 2));
	handling_permit(all, 6);
	handling_wait(all, 0);
	handling_copy("older.evs", "b.evs");
}

/* All are killed amid the writing, and the backup is put back: that is what is wanted then, whatever the killed have
 * left beside it. That may have to be moved away first, which is said. */
static void deed_kill_and_restore(struct handling *all, bool amid, struct handling_tally *tally)
{
	struct handling_found found = {0};
	struct error err = ERROR_INIT;

	(void)amid;
	handling_permit(all, 6);
	handling_wait(all, gen_below(&all->gen, 6));
	for (int i = 0; i <= HANDLING_FEEDER; i++)
		handling_kill(all, i);
	handling_copy("older.evs", "b.evs");
	memcpy(all->acks, all->backed_up, sizeof(all->acks));
	if (handling_read("b.evs", &found, &err)) {
		handling_must_hold(all, &found, "the backup");
		return;
	}
	tally->refused++;
	if (!strstr(err.text, "-journal"))
		fail_msg("seed %" PRIu64 ", %s: “%s” must say what to do", all->seed, all->deed, err.text);
	assert_int_equal(rename("b.evs-journal", "aside"), 0);
}

static void handling_visit(struct handling *all)
{
	handling_start(all, HANDLING_SEATS - 1, "two.evs");
	handling_permit(all, 4);
}

static void deed_hard_link(struct handling *all, bool amid, struct handling_tally *tally)
{
	(void)amid;
	(void)tally;
	assert_int_equal(link("b.evs", "two.evs"), 0);
	handling_visit(all);
}

static void deed_symbolic_link(struct handling *all, bool amid, struct handling_tally *tally)
{
	(void)amid;
	(void)tally;
	assert_int_equal(symlink("b.evs", "two.evs"), 0);
	handling_visit(all);
}

static const struct {
	const char *name;
	void (*run)(struct handling *all, bool amid, struct handling_tally *tally);
} deeds[] = {
	{"nothing", deed_none},
	{"cp", deed_copy},
	{"a snapshot", deed_snapshot},
	{"mv", deed_move},
	{"mv and back", deed_move_and_back},
	{"rm", deed_remove},
	{"an older copy by rename", deed_replace},
	{"mv, and an older copy", deed_move_and_replace},
	{"cp over it", deed_overwrite},
	{"kill, then cp over it", deed_kill_and_overwrite},
	{"kill, and a backup put back", deed_kill_and_restore},
	{"a hard link", deed_hard_link},
	{"a symbolic link", deed_symbolic_link},
};

/* ---- a round ---- */

static void handling_begin(struct handling *all)
{
	struct session *session;

	memset(all->pids, 0, sizeof(all->pids));
	memset(all->acks, 0, sizeof(all->acks));
	memset(all->stopped, 0, sizeof(all->stopped));
	all->open = 0;
	assert_int_equal(pipe2(all->permits, O_CLOEXEC), 0);
	assert_int_equal(pipe2(all->words, O_CLOEXEC), 0);
	assert_int_equal(session_open("b.evs", STORE_NEW, "ana", &session, NULL), 0);
	session_close(session);
	for (int i = 0; i <= HANDLING_FEEDER; i++) {
		handling_start(all, i, "b.evs");
		if (!handling_hear(all, HANDLING_LIMIT_MS))
			fail_msg("seed %" PRIu64 ": a writer must begin", all->seed);
	}
}

/* A backup, made while others may write. */
static void handling_back_up(const struct handling *all)
{
	struct session *session;
	struct error err = ERROR_INIT;

	if (session_open("b.evs", STORE_READ, "ana", &session, &err) ||
		store_backup(session_store(session), "older.evs", false, &err))
		fail_msg("seed %" PRIu64 ": a backup must be made: %s", all->seed, err.text);
	session_close(session);
}

/* Has all that work come to their end; what they noted is in files. */
static void handling_end(struct handling *all, struct handling_tally *tally)
{
	close(all->permits[1]);
	for (int i = 0; i < HANDLING_SEATS; i++) {
		int status;

		if (!all->pids[i])
			continue;
		assert_int_equal(waitpid(all->pids[i], &status, 0), all->pids[i]);
		if (status)
			fail_msg("seed %" PRIu64 ", %s: writer %d must end well, not with %d", all->seed, all->deed, i,
				status);
	}
	while (handling_hear(all, 0))
		;
	for (int i = 0; i < HANDLING_SEATS; i++) {
		tally->acks += all->acks[i];
		tally->told += all->stopped[i];
	}
	close(all->permits[0]);
	close(all->words[0]);
	close(all->words[1]);
}

/* Adds what is in the files that SEAT has noted, which must be sound. */
static void handling_read_noted(
	const struct handling *all, int seat, struct handling_found *found, struct handling_tally *tally)
{
	char name[32], path[1024];
	struct error err = ERROR_INIT;
	FILE *in;

	snprintf(name, sizeof(name), "where.%d", seat);
	in = fopen(name, "r");
	while (in && fgets(path, sizeof(path), in)) {
		path[strcspn(path, "\n")] = '\0';
		tally->saved++;
		if (!handling_read(path, found, &err))
			fail_msg("seed %" PRIu64 ", %s: %s must be sound: %s", all->seed, all->deed, path, err.text);
	}
	if (in)
		fclose(in);
}

static void handling_check(const struct handling *all, struct handling_tally *tally)
{
	struct handling_found found = {0}, own = {0};
	struct error err = ERROR_INIT;
	bool sound = handling_read("b.evs", &own, &err);

	handling_read("new.evs", &found, NULL); /* where it was moved to */

	for (int i = 0; sound && i < HANDLING_SEATS; i++)
		for (int k = 1; k <= HANDLING_MOST; k++) {
			found.count[i][k] += own.count[i][k];
			if (own.count[i][k] > 1)
				fail_msg("seed %" PRIu64 ", %s: w%d-%d must be in the file once", all->seed, all->deed,
					i, k);
		}
	for (int i = 0; i < HANDLING_SEATS; i++)
		handling_read_noted(all, i, &found, tally);
	handling_must_hold(all, &found, sound ? "some file" : err.text);
}

static void handling_round(struct handling *all, struct handling_tally *tally)
{
	int which = gen_below(&all->gen, (int)ARRAY_SIZE(deeds)), more = 3 + gen_below(&all->gen, 9);
	bool amid = gen_once_in(&all->gen, 2);

	all->deed = deeds[which].name;
	handling_begin(all);
	handling_permit(all, 3 + gen_below(&all->gen, 6));
	handling_wait(all, 0);
	handling_back_up(all);
	memcpy(all->backed_up, all->acks, sizeof(all->acks));
	handling_permit(all, more);
	handling_wait(all, amid ? gen_below(&all->gen, more) : 0);
	deeds[which].run(all, amid, tally);
	handling_permit(all, 3 + gen_below(&all->gen, 6));
	handling_wait(all, 0);
	handling_end(all, tally);
	handling_check(all, tally);
}

static void nothing_answered_for_is_nowhere(void **state)
{
	struct handling all = {.seed = gen_seed()};
	struct handling_tally tally = {0};
	int rounds = gen_rounds(24);

	(void)state;
	for (int i = 0; i < rounds; i++, all.seed++) {
		gen_start(&all.gen, all.seed);
		assert_true(sandbox_init(&all.box));
		arglist_unset(&all.box.env, "EVSTORM_BOARDS");
		setenv("PATH", arglist_get(&all.box.env, "PATH", 4), 1);
		setenv("XDG_STATE_HOME", all.box.dir, 1);
		unsetenv("EVSTORM_BOARDS");
		handling_round(&all, &tally);
		sandbox_release(&all.box);
	}
	printf("# %d rounds: %d actions answered for; %d times a writer was told that it cannot go on; %d boards saved "
	       "or found; %d copies refused\n",
		rounds, tally.acks, tally.told, tally.saved, tally.refused);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_answered_for_is_nowhere),
	};

	return cmocka_run_group_tests_name("live/handling", tests, NULL, NULL);
}
