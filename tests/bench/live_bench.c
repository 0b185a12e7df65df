/*
 * live_bench: how long it takes until what one person does is on the terminals of all others, for 2, 20 and 100
 * people on one board, each a real process on a terminal; beside tmux, for two.
 *
 *	live_bench EVSTORM [SECONDS [PEOPLE...]]
 *
 * A time runs from the key that is written to one terminal until the last of the others has written what it
 * changed. Fails nothing, and prints a table.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/crowd.h"
#include "lib/must.h"
#include "lib/sandbox.h"

#define LIVE_BOARD "live.evs"
#define LIVE_WRITERS 20
#define LIVE_ROUNDS_MOST 26 /* so that no text comes twice */
#define LIVE_PAUSE_MS 500   /* between two stickies of one writer */
#define LIVE_TYPING_MS 150  /* of them, how long the typing takes */
#define LIVE_TIMES 60       /* keys that are measured one by one */
#define LIVE_LIMIT_MS 20000
#define LIVE_QUIET_MS 40
#define LIVE_REST_MS 150 /* so long nothing moves before a cursor does: the others are told 10 times a second */

/* Something that all others must come to show. */
struct live_change {
	size_t author;
	int round;
	char text[CROWD_TEXT_BYTES]; /* "": whatever they write is it */
	double begin_ms;             /* when the key was written; 0: not yet */
	double end_ms;               /* when the last had it */
	size_t left;                 /* those who have it not yet */
	bool seen[CROWD_MOST];
};

struct live {
	struct crowd crowd;
	struct live_change *changes;
	size_t count;
};

/* ---- times ---- */

static int live_compare(const void *a, const void *b)
{
	double first = *(const double *)a, second = *(const double *)b;

	return (first > second) - (first < second);
}

static double live_print(size_t people, const char *what, double *times, size_t count)
{
	qsort(times, count, sizeof(*times), live_compare);
	if (!count)
		return 0;
	printf("%4zu  %-34s %8.2f %8.2f %8.2f   (%zu)\n", people, what, times[count / 2], times[count * 99 / 100],
		times[count - 1], count);
	fflush(stdout);
	return times[count / 2];
}

static double live_print_changes(const struct live *live, const char *what)
{
	double *times = must(calloc(live->count + 1, sizeof(*times))), middle;
	size_t count = 0;

	for (size_t i = 0; i < live->count; i++)
		if (live->changes[i].begin_ms > 0 && !live->changes[i].left)
			times[count++] = live->changes[i].end_ms - live->changes[i].begin_ms;
	middle = live_print(live->crowd.count, what, times, count);
	if (count < live->count)
		printf("      %zu of %zu were not seen by all\n", live->count - count, live->count);
	free(times);
	return middle;
}

/* ---- what is seen ---- */

/* SEAT shows round ROUND of AUTHOR, and so has no need to show those before it. */
static void live_see(struct live *live, size_t seat, size_t author, int round, double now_ms)
{
	for (size_t i = 0; i < live->count; i++) {
		struct live_change *change = &live->changes[i];

		if (change->author != author || change->round > round || change->begin_ms <= 0 || change->seen[seat])
			continue;
		change->seen[seat] = true;
		change->end_ms = now_ms;
		change->left--;
	}
}

static void live_hear(void *context, size_t seat, const char *text, size_t len, double now_ms)
{
	struct live *live = context;

	for (size_t i = 0; i < live->count; i++) {
		const struct live_change *change = &live->changes[i];

		if (change->left && change->begin_ms > 0 && !change->seen[seat] && seat != change->author &&
			(!*change->text || memmem(text, len, change->text, strlen(change->text))))
			live_see(live, seat, change->author, change->round, now_ms);
	}
}

static void live_forget(struct live *live)
{
	free(live->changes);
	live->changes = NULL;
	live->count = 0;
}

static struct live_change *live_expect(struct live *live, size_t author, int round, const char *text)
{
	struct live_change *change;

	live->changes = must(realloc(live->changes, (live->count + 1) * sizeof(*live->changes)));
	change = &live->changes[live->count++];
	*change = (struct live_change){.author = author, .round = round, .left = live->crowd.count - 1};
	change->seen[author] = true;
	snprintf(change->text, sizeof(change->text), "%s", text);
	return change;
}

static void live_wait(struct live *live, const struct live_change *change, double limit_ms)
{
	double limit = crowd_now_ms() + limit_ms;

	while (change->left && crowd_now_ms() < limit)
		crowd_turn(&live->crowd, limit);
}

/* Four letters for the round ROUND of AUTHOR; in each round each of them is another. */
static void live_text(size_t author, int round, char text[CROWD_TEXT_BYTES])
{
	static const int steps[] = {0, 1, 2, 5};
	int n = 0;

	for (; n < 4; n++)
		text[n] = (char)((n & 1 ? 'A' : 'a') + (round + steps[n] * (int)author + n * 7) % 26);
	text[n] = '\0';
}

/* ---- one by one ---- */

/* KEYS at SEAT, in turn, when all have been quiet for a while. */
static void live_press(struct live *live, size_t seat, const char *const keys[2], int times)
{
	live_forget(live);
	for (int i = 0; i < times; i++) {
		struct live_change *change;

		crowd_settle(&live->crowd, LIVE_REST_MS, LIVE_LIMIT_MS);
		change = live_expect(live, seat, i, "");
		change->begin_ms = crowd_now_ms();
		crowd_type(&live->crowd, seat, keys[i & 1]);
		live_wait(live, change, LIVE_LIMIT_MS);
	}
	crowd_settle(&live->crowd, LIVE_QUIET_MS, LIVE_LIMIT_MS);
}

/* The one at SEAT keeps sticky after sticky, each in an empty slot, and takes it back. */
static void live_keep(struct live *live, size_t seat)
{
	live_forget(live);
	crowd_type(&live->crowd, seat, "jjjjjjjj");
	for (int i = 0; i < LIVE_TIMES; i++) {
		char text[CROWD_TEXT_BYTES];
		struct live_change *change;

		crowd_settle(&live->crowd, LIVE_QUIET_MS, LIVE_LIMIT_MS);
		live_text(seat, i, text);
		crowd_type(&live->crowd, seat, "i");
		crowd_type(&live->crowd, seat, text);
		crowd_settle(&live->crowd, LIVE_QUIET_MS, LIVE_LIMIT_MS);
		change = live_expect(live, seat, i, text);
		change->begin_ms = crowd_now_ms();
		crowd_type(&live->crowd, seat, "\r");
		live_wait(live, change, LIVE_LIMIT_MS);
		crowd_settle(&live->crowd, LIVE_QUIET_MS, LIVE_LIMIT_MS);
		crowd_type(&live->crowd, seat, "u");
	}
	crowd_settle(&live->crowd, LIVE_QUIET_MS, LIVE_LIMIT_MS);
	crowd_type(&live->crowd, seat, "gg");
}

/* ---- beside tmux, and what a disk takes ---- */

/* The middle time until a key typed at one of two clients of a tmux is at the other. */
static double live_tmux(struct sandbox *box)
{
	static const char *const keys[] = {"x", "y"};
	char *begin[] = {"tmux", "-f", "/dev/null", "-S", "tmux", "new-session", "-d", "-s", "s", "-x", "200", "-y",
		"50", "cat", NULL};
	char *attach[] = {"tmux", "-S", "tmux", "attach", "-t", "s", NULL};
	char *end[] = {"tmux", "-S", "tmux", "kill-server", NULL};
	struct live live = {0};
	double middle;
	int status = sandbox_run(box, begin, NULL, LIVE_LIMIT_MS);

	if (!WIFEXITED(status) || WEXITSTATUS(status)) {
		printf("      there is no tmux here to compare with\n");
		return 0;
	}
	crowd_init(&live.crowd);
	live.crowd.hear = live_hear;
	live.crowd.context = &live;
	crowd_sit(&live.crowd, attach, box->env.items);
	crowd_sit(&live.crowd, attach, box->env.items);
	crowd_settle(&live.crowd, 500, LIVE_LIMIT_MS);
	live_press(&live, 1, keys, LIVE_TIMES);
	middle = live_print_changes(&live, "tmux: a key at both clients");
	sandbox_run(box, end, NULL, LIVE_LIMIT_MS);
	live_forget(&live);
	crowd_release(&live.crowd);
	return middle;
}

/* Durable commits of a row, one by one; the middle one of their times. */
static double live_commits(void)
{
	static const char setup[] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (x)";
	double times[LIVE_TIMES], middle = 0;
	sqlite3 *db;

	if (sqlite3_open("commits.db", &db) == SQLITE_OK && sqlite3_exec(db, setup, NULL, NULL, NULL) == SQLITE_OK) {
		for (int i = 0; i < LIVE_TIMES; i++) {
			double begin = crowd_now_ms();

			sqlite3_exec(db, "INSERT INTO t VALUES (zeroblob(200))", NULL, NULL, NULL);
			times[i] = crowd_now_ms() - begin;
		}
		middle = live_print(1, "sqlite3: a durable commit", times, LIVE_TIMES);
	}
	sqlite3_close(db);
	return middle;
}

/* ---- many at once ---- */

/* A number from a file of /proc/PID, behind NAME; 0 when there is none. */
static long live_proc(pid_t pid, const char *file, const char *name)
{
	char path[64], line[512];
	long value = 0;
	FILE *in;

	snprintf(path, sizeof(path), "/proc/%ld/%s", (long)pid, file);
	in = fopen(path, "r");
	while (in && fgets(line, sizeof(line), in))
		if (!strncmp(line, name, strlen(name)))
			value = strtol(line + strlen(name), NULL, 10);
	if (in)
		fclose(in);
	return value;
}

/* Seconds of processor time that all programs have taken. */
static double live_processor(const struct live *live)
{
	long ticks = 0;

	for (size_t i = 0; i < live->crowd.count; i++) {
		char path[64];
		long user = 0, system = 0;
		FILE *in;

		snprintf(path, sizeof(path), "/proc/%ld/stat", (long)live->crowd.seats[i].pty.pid);
		in = fopen(path, "r");
		if (in && fscanf(in, "%*d (%*[^)]) %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %ld %ld", &user,
				  &system) == 2)
			ticks += user + system;
		if (in)
			fclose(in);
	}
	return (double)ticks / (double)sysconf(_SC_CLK_TCK);
}

static void live_print_memory(const struct live *live)
{
	long all = 0, most = 0;

	for (size_t i = 0; i < live->crowd.count; i++) {
		long pss = live_proc(live->crowd.seats[i].pty.pid, "smaps_rollup", "Pss:");

		all += pss;
		most = pss > most ? pss : most;
	}
	printf("      memory (PSS) of each: %.1f MB, at most %.1f MB (aim: 12)\n",
		(double)all / 1024 / (double)live->crowd.count, (double)most / 1024);
}

/* What the round ROUND of AUTHOR types, and when it is kept. */
static void live_write(struct live *live, size_t author, int round, bool keep)
{
	char text[CROWD_TEXT_BYTES], keys[CROWD_TEXT_BYTES + 2];
	struct live_change *change;

	live_text(author, round, text);
	if (!keep) {
		snprintf(keys, sizeof(keys), "e\025%s", text);
		crowd_type(&live->crowd, author, keys);
		return;
	}
	change = live_expect(live, author, round, text);
	change->begin_ms = crowd_now_ms();
	crowd_type(&live->crowd, author, "\r");
}

/* WRITERS people reword a sticky of their own every LIVE_PAUSE_MS, ROUNDS times, each at another moment. */
static void live_storm(struct live *live, size_t writers, int rounds)
{
	double start = crowd_now_ms() + 100, due;
	int steps = rounds * (int)writers, typed = 0, kept = 0;

	while (kept < steps) {
		double type_ms = start + typed * (double)LIVE_PAUSE_MS / (double)writers;
		double keep_ms = start + LIVE_TYPING_MS + kept * (double)LIVE_PAUSE_MS / (double)writers;
		bool keep = typed == steps || keep_ms < type_ms;

		due = keep ? keep_ms : type_ms;
		if (crowd_now_ms() < due) {
			crowd_turn(&live->crowd, due);
			continue;
		}
		if (keep)
			live_write(live, (size_t)kept % writers, kept / (int)writers, true);
		else
			live_write(live, (size_t)typed % writers, typed / (int)writers, false);
		*(keep ? &kept : &typed) += 1;
	}
	for (size_t i = live->count - writers; i < live->count; i++)
		live_wait(live, &live->changes[i], LIVE_LIMIT_MS / 4);
}

/* Does the output of ARGV hold the texts of the changes from FIRST on? How many are missing. */
static size_t live_missing(const struct live *live, struct sandbox *box, char *const argv[], size_t first)
{
	char *output = NULL;
	size_t missing = 0;

	sandbox_run(box, argv, &output, LIVE_LIMIT_MS);
	for (size_t i = first; i < live->count; i++)
		missing += !output || !strstr(output, live->changes[i].text);
	free(output);
	return missing;
}

/* What was kept is in the log, and what was kept last in the board and on every terminal. */
static void live_print_lost(const struct live *live, struct sandbox *box, size_t writers)
{
	char *log[] = {"evstorm", "log", LIVE_BOARD, NULL};
	char *csv[] = {"evstorm", "export", LIVE_BOARD, "-f", "csv", NULL};
	size_t unseen = 0, last = live->count - writers;

	for (size_t i = last; i < live->count; i++)
		unseen += live->changes[i].left;
	printf("      of %zu kept: %zu not in the log; of the last %zu: %zu not in the CSV, %zu not on a terminal\n",
		live->count, live_missing(live, box, log, 0), writers, live_missing(live, box, csv, last), unseen);
}

static void live_many(struct live *live, struct sandbox *box, int seconds)
{
	size_t people = live->crowd.count, writers = people < LIVE_WRITERS ? people : LIVE_WRITERS;
	int rounds = seconds * 1000 / LIVE_PAUSE_MS;
	double begin, processor;
	size_t bytes = 0;

	for (size_t i = 0; i < writers; i++) {
		for (size_t n = 0; n <= i % 5; n++)
			crowd_type(&live->crowd, i, "l");
		for (size_t n = 0; n < i / 5; n++)
			crowd_type(&live->crowd, i, "j");
	}
	crowd_settle(&live->crowd, 300, LIVE_LIMIT_MS);
	live_forget(live);
	for (size_t i = 0; i < people; i++)
		live->crowd.seats[i].bytes = 0;
	begin = crowd_now_ms();
	processor = live_processor(live);
	live_storm(live, writers, rounds < LIVE_ROUNDS_MOST ? rounds : LIVE_ROUNDS_MOST);
	begin = (crowd_now_ms() - begin) / 1e3;
	live_print_changes(live, "many keep one twice a second");
	if (people == 100)
		printf("      (aim: p99 below 150 ms on two processors, and nothing lost)\n");
	for (size_t i = writers < people ? writers : 0; i < people; i++)
		bytes += live->crowd.seats[i].bytes;
	printf("      %zu writers, %.1f s; %.0f bytes/s to a terminal that %s; %.0f %% of a processor\n", writers,
		begin, (double)bytes / (double)(people - (writers < people ? writers : 0)) / begin,
		writers < people ? "only watches" : "writes", (live_processor(live) - processor) / begin * 100);
	live_print_lost(live, box, writers);
	live_print_memory(live);
}

/* ---- all of it ---- */

static bool live_board(struct sandbox *box)
{
	char *new[] = {"evstorm", "new", LIVE_BOARD, NULL};
	char script[4096] = "";
	char *fill[] = {"sh", "-c", script, NULL};
	size_t len = 0;

	for (int i = 0; i < LIVE_WRITERS; i++)
		len += (size_t)snprintf(
			script + len, sizeof(script) - len, "echo add event -c %d -r %d start;", 2 + i % 5, 1 + i / 5);
	memmove(script + 1, script, len + 1);
	script[0] = '(';
	strcat(script, ") | evstorm do " LIVE_BOARD " -");
	unlink(LIVE_BOARD);
	return sandbox_run(box, new, NULL, LIVE_LIMIT_MS) == 0 && sandbox_run(box, fill, NULL, LIVE_LIMIT_MS) == 0;
}

static void live_people(struct sandbox *box, size_t people, int seconds, double tmux, double commit)
{
	static const char *const moves[] = {"l", "h"};
	struct live live = {0};
	double begin, move, keep;
	char name[24];
	char *argv[] = {"evstorm", LIVE_BOARD, "--as", name, NULL};

	if (!live_board(box)) {
		fprintf(stderr, "live_bench: there is no board to be had\n");
		exit(2);
	}
	crowd_init(&live.crowd);
	live.crowd.hear = live_hear;
	live.crowd.context = &live;
	begin = crowd_now_ms();
	for (size_t i = 0; i < people; i++) {
		snprintf(name, sizeof(name), "p%02zu", i);
		crowd_sit(&live.crowd, argv, box->env.items);
	}
	crowd_settle(&live.crowd, 500, LIVE_LIMIT_MS);
	printf("%4zu  have come after %.1f s\n", people, (crowd_now_ms() - 500 - begin) / 1e3);
	live_press(&live, 1, moves, LIVE_TIMES);
	move = live_print_changes(&live, "a cursor moved, at the others");
	live_keep(&live, 1);
	keep = live_print_changes(&live, "a sticky kept, at the others");
	if (people == 2 && tmux > 0)
		printf("      move: %.1f times tmux (aim: 2); sticky: %.2f ms (aim: tmux and two commits, %.2f ms)\n",
			move / tmux, keep, tmux + 2 * commit);
	live_many(&live, box, seconds);
	if (crowd_ended(&live.crowd))
		printf("      %zu programs have ended before their time\n", crowd_ended(&live.crowd));
	live_forget(&live);
	crowd_release(&live.crowd);
}

int main(int argc, char **argv)
{
	static const size_t sizes[] = {2, 20, 100};
	int seconds = argc > 2 ? atoi(argv[2]) : 5;
	struct rlimit files = {CROWD_MOST + 200, CROWD_MOST + 200};
	struct sandbox box;
	double tmux, commit;
	char *program = argc > 1 ? realpath(argv[1], NULL) : NULL;

	if (!program || seconds < 1)
		return 2;
	setrlimit(RLIMIT_NOFILE, &files);
	setenv("EVSTORM", program, 1);
	free(program);
	if (!sandbox_init(&box)) {
		perror("live_bench");
		return 2;
	}
	arglist_unset(&box.env, "EVSTORM_BOARDS");
	printf("people  until it is on every other terminal  p50 ms   p99 ms  most ms  (times)\n");
	commit = live_commits();
	tmux = live_tmux(&box);
	for (int i = 3; i < argc; i++)
		live_people(&box, strtoul(argv[i], NULL, 10), seconds, tmux, commit);
	for (size_t i = 0; argc < 4 && i < sizeof(sizes) / sizeof(sizes[0]); i++)
		live_people(&box, sizes[i], seconds, tmux, commit);
	sandbox_release(&box);
	return 0;
}
