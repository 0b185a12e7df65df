#include "store/wait.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/strbuf.h"
#include "store/process.h"

/* Where SQLite locks (its file format, "The Lock-Byte Page"). */
#define WAIT_LOCKS_AT 0x40000000
#define WAIT_LOCKS_BYTES 512

/* Where the line begins: farther than any file reaches. */
#define WAIT_LINE_AT (INT64_C(1) << 62)

/* The wait before the first question whether to keep waiting; most commits of others are done by then. */
#define WAIT_SHORT_US 3000
#define WAIT_SHORT_PAUSE_US 200

/* Then the pauses are longer, and longer still if one process keeps it locked for long. */
#define WAIT_PAUSE_US 500
#define WAIT_LONG_PAUSE_US 10000

/* In line, the pause grows by this for each process in front. */
#define WAIT_PLACE_PAUSE_US 500

/* After this time, find out the name of the process that keeps it locked. */
#define WAIT_NAME_US 50000

/* The byte that a process locks to upgrade the file, and how often others check whether it has ended. */
#define WAIT_ALONE_AT (WAIT_LINE_AT - 1)
#define WAIT_ALONE_TRIES 3000
#define WAIT_ALONE_PAUSE_US 10000

/* If nobody has had a lock for this long, the processes in front are stopped. */
#define WAIT_STOPPED_US 100000

static int64_t wait_now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

void wait_files_note(struct wait_files *files, const char *file)
{
	struct stat found;

	memset(files, 0, sizeof(*files));
	if (stat(file, &found))
		return;
	files->device = found.st_dev;
	files->inode = found.st_ino;
	for (int fd = 0; fd < WAIT_FILES_MOST; fd++)
		files->open[fd] = !fstat(fd, &found);
}

int wait_files_new(const struct wait_files *files)
{
	struct stat found;

	for (int fd = 0; fd < WAIT_FILES_MOST; fd++)
		if (!files->open[fd] && !fstat(fd, &found) && found.st_ino == files->inode &&
			found.st_dev == files->device)
			return fd;
	return -1;
}

/* Finds the name of process HOLDER. */
static void wait_name(struct wait *wait)
{
	struct strbuf name = STRBUF_INIT;

	process_name(wait->holder, &name);
	snprintf(wait->program, sizeof(wait->program), "%s", name.len < WAIT_PROGRAM_BYTES ? name.text : "");
	strbuf_release(&name);
}

/* Finds out which process has SQLite's locks now. */
static void wait_look(struct wait *wait, int64_t now_us)
{
	struct flock lock = {
		.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = WAIT_LOCKS_AT, .l_len = WAIT_LOCKS_BYTES};
	long holder = 0;

	if (wait->fd >= 0 && !fcntl(wait->fd, F_GETLK, &lock))
		holder = lock.l_type == F_UNLCK ? -1 : lock.l_pid > 0 ? lock.l_pid : 0;
	if (holder == wait->holder) {
		if (holder > 0 && !*wait->program && now_us - wait->stuck_us > WAIT_NAME_US)
			wait_name(wait);
		return;
	}
	wait->holder = holder;
	wait->stuck_us = now_us;
	*wait->program = '\0';
}

static void wait_sleep(int64_t us)
{
	struct timespec pause = {us / 1000000, us % 1000000 * 1000};

	if (us > 0)
		nanosleep(&pause, NULL);
}

static void wait_start(struct wait *wait)
{
	wait->since_us = wait->stuck_us = wait_now_us();
	wait->holder = -1;
	*wait->program = '\0';
}

/* Asks the user of the store whether to keep waiting, with a pause of PAUSE_US until the next try. */
static bool wait_ask(const struct wait *wait, int64_t now_us, int64_t pause_us)
{
	struct store_wait state = {.waited_ms = (now_us - wait->since_us) / 1000,
		.pause_ms = (pause_us + 999) / 1000,
		.holder = wait->holder > 0 ? wait->holder : 0,
		.program = wait->program};

	if (wait->waiting)
		return wait->waiting(wait->waiting_context, &state);
	return now_us - wait->stuck_us < STORE_PATIENCE_MS * INT64_C(1000);
}

/* Waits for PAUSE_US; 0: for a suitable time. False if the wait should end. */
static bool wait_a_moment(struct wait *wait, int64_t pause_us)
{
	int64_t now = wait_now_us();
	bool on;

	if (now - wait->since_us < WAIT_SHORT_US) {
		wait_sleep(WAIT_SHORT_PAUSE_US);
		return true;
	}
	wait_look(wait, now);
	if (!pause_us)
		pause_us = now - wait->stuck_us < WAIT_NAME_US ? WAIT_PAUSE_US : WAIT_LONG_PAUSE_US;
	on = wait_ask(wait, now, pause_us);
	if (on)
		wait_sleep(now + pause_us - wait_now_us());
	return on;
}

#ifdef F_OFD_SETLK
/* Locks (F_RDLCK) or unlocks (F_UNLCK) the byte of this process. */
static bool wait_set_place(const struct wait *wait, short type)
{
	struct flock lock = {.l_type = type, .l_whence = SEEK_SET, .l_start = wait->place, .l_len = 1};

	return !fcntl(wait->fd, F_OFD_SETLK, &lock);
}

static bool wait_set_alone(const struct wait *wait, short type)
{
	struct flock lock = {.l_type = type, .l_whence = SEEK_SET, .l_start = WAIT_ALONE_AT, .l_len = 1};

	return wait->fd < 0 || !fcntl(wait->fd, F_OFD_SETLK, &lock);
}

/* How many processes are in front; may miss some if the system does not report them in order. */
static int wait_ahead(const struct wait *wait)
{
	int64_t from = WAIT_LINE_AT;
	int ahead;

	for (ahead = 0; from < wait->place; ahead++) {
		struct flock lock = {
			.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = from, .l_len = wait->place - from};

		if (fcntl(wait->fd, F_OFD_GETLK, &lock) || lock.l_type == F_UNLCK)
			break;
		from = lock.l_start + 1;
	}
	return ahead;
}
#else
static bool wait_set_place(const struct wait *wait, short type)
{
	(void)wait;
	(void)type;
	return false;
}

static bool wait_set_alone(const struct wait *wait, short type)
{
	(void)wait;
	(void)type;
	return true;
}

static int wait_ahead(const struct wait *wait)
{
	(void)wait;
	return 0;
}
#endif

/* Joins the line; false if there is none. */
static bool wait_stand(struct wait *wait)
{
	struct timespec now;

	if (wait->fd < 0)
		return false;
	clock_gettime(CLOCK_MONOTONIC, &now);
	wait->place = WAIT_LINE_AT + (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
	if (!wait_set_place(wait, F_RDLCK))
		wait->place = 0;
	return wait->place;
}

/* A reader meets a lock: asks whether to wait at all. */
static bool wait_begin(struct wait *wait)
{
	wait_start(wait);
	wait_look(wait, wait->since_us);
	wait->begun = true;
	return wait_ask(wait, wait->since_us, WAIT_SHORT_PAUSE_US);
}

/* SQLite's busy handler: returns whether to try again. COUNT is no use, as a backup does not reset it between waits. */
static int wait_busy(void *context, int count)
{
	struct wait *wait = context;
	bool begins = !wait->begun && !wait->place, on = !begins || wait_begin(wait);

	(void)count;
	if (on && begins)
		wait->reads = wait_stand(wait);
	if (on && wait_a_moment(wait, 0))
		return true;
	wait_reads(wait);
	return false;
}

void wait_for(struct wait *wait, sqlite3 *db, int fd)
{
	*wait = (struct wait){.waiting = wait->waiting, .waiting_context = wait->waiting_context, .fd = fd};
	sqlite3_busy_handler(db, wait_busy, wait);
}

/* Are the processes in front stopped? */
static bool wait_is_stopped(const struct wait *wait)
{
	return wait->holder < 0 && wait_now_us() - wait->stuck_us > WAIT_STOPPED_US;
}

/* The pause with AHEAD processes in front, of FIRST at the beginning: half the time until only one is left, at the pace
 * so far. So the many at the end of a slow line leave the processor to the first. */
static int64_t wait_pause(const struct wait *wait, int ahead, int first)
{
	int64_t each = (wait_now_us() - wait->since_us) / (first > ahead ? first - ahead : 1);
	int64_t least = ahead * WAIT_PLACE_PAUSE_US, pause = (ahead - 1) * each / 2;

	if (pause > WAIT_LONG_PAUSE_US)
		pause = WAIT_LONG_PAUSE_US;
	return pause > least ? pause : least;
}

void wait_in_line(struct wait *wait)
{
	int ahead, first;

	wait_leave(wait);
	wait_start(wait);
	if (!wait_stand(wait))
		return;
	first = wait_ahead(wait);
	while ((ahead = wait_ahead(wait)) && !wait_is_stopped(wait))
		if (!wait_a_moment(wait, wait_pause(wait, ahead, first)))
			return;
}

void wait_leave(struct wait *wait)
{
	if (wait->place)
		wait_set_place(wait, F_UNLCK);
	wait->place = 0;
	wait->reads = false;
}

void wait_alone(struct wait *wait)
{
	for (int i = 0; !wait_set_alone(wait, F_WRLCK) && i < WAIT_ALONE_TRIES; i++)
		wait_sleep(WAIT_ALONE_PAUSE_US);
}

void wait_alone_end(struct wait *wait)
{
	wait_set_alone(wait, F_UNLCK);
}

void wait_reads(void *context)
{
	struct wait *wait = context;

	wait->begun = false;
	if (wait->reads)
		wait_leave(wait);
}
