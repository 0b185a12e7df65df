#include "live/roster.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mem.h"
#include "live/livefolder.h"

/* How often to check all locks while others show something new. */
#define ROSTER_CHECK_MS 2000

/* The most users whose files are read. */
#define ROSTER_USERS_MOST 64

/* How often in all to read entries again that are being written. */
#define ROSTER_TRIES 20

/* How often to try to get an entry: the file may be removed meanwhile. */
#define ROSTER_CLAIMS 5

/* Room for the name of a file. */
#define ROSTER_NAME_BYTES 40

/* An entry in a file; all bytes are 0 if it is free. */
struct roster_entry {
	uint32_t sum;      /* checksum of all that follows */
	uint32_t sequence; /* grows whenever it is written */
	int64_t pid;       /* of its writer; only the lock says whether that is true */
	uint32_t deaths;   /* how often its writer has noticed that a process has ended */
	uint32_t unused;
	char text[ROSTER_TEXT_BYTES];
};

/* What an entry was like when it was last read. */
struct roster_known {
	uint32_t sum, sequence, deaths;
	int64_t pid;
	long holder; /* the process that keeps it locked, according to the system; 0 if none or out of sight */
};

/* Somebody in a file that was closed. */
struct roster_lost {
	uid_t user;
	long pid;
};

struct roster_file {
	uid_t user;
	int fd;           /* writable if the file belongs to this user */
	struct vec known; /* of struct roster_known, by number */
};

void roster_init(struct roster *roster, int epoll)
{
	*roster = (struct roster){
		.epoll = epoll, .user = geteuid(), .own = -1, .pidfd = -1, .sequence = (uint32_t)clock_span_ms()};
	vec_init(&roster->files, sizeof(struct roster_file));
	vec_init(&roster->lost, sizeof(struct roster_lost));
}

static void roster_unwatch(struct roster *roster)
{
	if (roster->pidfd >= 0)
		close(roster->pidfd);
	roster->pidfd = -1;
	roster->next = 0;
}

/* Closes file number AT; everybody in it is lost. */
static void roster_close(struct roster *roster, size_t at)
{
	struct roster_file *file = vec_at(&roster->files, at);

	for (size_t i = 0; i < file->known.count; i++) {
		long holder = vec_get(&file->known, struct roster_known, i).holder;

		if (holder)
			vec_add(&roster->lost, struct roster_lost) = (struct roster_lost){file->user, holder};
	}
	if (file->user == roster->user)
		roster->own = -1;
	close(file->fd);
	vec_release(&file->known);
	vec_remove(&roster->files, at);
}

/* The open file of this user, or NULL. */
static struct roster_file *roster_own(const struct roster *roster)
{
	for (size_t i = 0; i < roster->files.count; i++) {
		struct roster_file *file = vec_at(&roster->files, i);

		if (file->user == roster->user)
			return file;
	}
	return NULL;
}

/* ---- files ---- */

static void roster_name(uid_t user, char out[ROSTER_NAME_BYTES])
{
	snprintf(out, ROSTER_NAME_BYTES, ROSTER_PREFIX "%lu", (unsigned long)user);
}

/* Another name would be that of some other file of the user, put here to be written over. */
static bool roster_is_file(const struct stat *status, uid_t user)
{
	return S_ISREG(status->st_mode) && status->st_uid == user && status->st_nlink == 1;
}

/* Opens the file of USER in FOLDER; with CREATE, makes it if necessary, in place of whatever else has its name. -1 if
 * that is not possible, or without CREATE if there is none. Only a new file is given permissions: the name may have
 * been given to a private file of the user. */
static int roster_open(const struct roster *roster, int folder, uid_t user, bool create)
{
	int flags = (user == roster->user ? O_RDWR : O_RDONLY) | (create ? O_CREAT : 0), fd;
	struct stat status;
	char name[ROSTER_NAME_BYTES];
	mode_t mask;

	roster_name(user, name);
	if (!fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) && !roster_is_file(&status, user) &&
		(!create || unlinkat(folder, name, 0)))
		return -1;
	mask = umask(022); /* the folder decides who may enter */
	fd = openat(folder, name, flags | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0644);
	umask(mask);
	if (fd >= 0 && (fstat(fd, &status) || !roster_is_file(&status, user))) {
		close(fd);
		return -1;
	}
	return fd;
}

static struct roster_file *roster_add(struct roster *roster, int folder, uid_t user, bool create)
{
	int fd = roster->files.count < ROSTER_USERS_MOST ? roster_open(roster, folder, user, create) : -1;
	struct roster_file *file;

	if (fd < 0)
		return NULL;
	file = vec_push(&roster->files);
	*file = (struct roster_file){.user = user, .fd = fd};
	vec_init(&file->known, sizeof(struct roster_known));
	return file;
}

/* Does FILE still have its name in FOLDER? */
static bool roster_is_there(const struct roster_file *file, int folder)
{
	struct stat held, there;
	char name[ROSTER_NAME_BYTES];

	roster_name(file->user, name);
	return !fstat(file->fd, &held) && !fstatat(folder, name, &there, AT_SYMLINK_NOFOLLOW) &&
	       held.st_ino == there.st_ino && held.st_dev == there.st_dev;
}

/* Closes the files that are no longer in FOLDER. */
static void roster_drop(struct roster *roster, int folder)
{
	for (size_t i = roster->files.count; i-- > 0;)
		if (!roster_is_there(vec_at(&roster->files, i), folder))
			roster_close(roster, i);
}

/* The user whose file is called NAME; false if it is not the name of such a file. */
static bool roster_user(const char *name, uid_t *user)
{
	unsigned long number;
	size_t digits;

	if (strncmp(name, ROSTER_PREFIX, strlen(ROSTER_PREFIX)))
		return false;
	name += strlen(ROSTER_PREFIX);
	digits = strspn(name, "0123456789");
	if (!digits || digits > 10 || name[digits])
		return false;
	number = strtoul(name, NULL, 10);
	*user = (uid_t)number;
	return *user == number;
}

static bool roster_has(const struct roster *roster, uid_t user)
{
	for (size_t i = 0; i < roster->files.count; i++)
		if (vec_get(&roster->files, struct roster_file, i).user == user)
			return true;
	return false;
}

/* Opens the files that have come into FOLDER, and drops those that are gone. */
static void roster_list(struct roster *roster, int folder)
{
	const struct dirent *entry;
	uid_t user;
	DIR *dir;

	if (!livefolder_has_changed(folder, &roster->listed))
		return;
	roster_drop(roster, folder);
	dir = livefolder_read(folder);
	while (dir && (entry = readdir(dir)))
		if (roster_user(entry->d_name, &user) && !roster_has(roster, user))
			roster_add(roster, folder, user, false);
	if (dir)
		closedir(dir);
}

/* ---- this process's entry ---- */

/* FNV-1a. */
static uint32_t roster_sum(const struct roster_entry *entry)
{
	const unsigned char *bytes = (const unsigned char *)entry;
	uint32_t sum = 2166136261u;

	for (size_t i = sizeof(entry->sum); i < sizeof(*entry); i++)
		sum = (sum ^ bytes[i]) * 16777619u;
	return sum;
}

static struct flock roster_range(int at, short type)
{
	return (struct flock){.l_type = type,
		.l_whence = SEEK_SET,
		.l_start = (off_t)at * (off_t)sizeof(struct roster_entry),
		.l_len = sizeof(struct roster_entry)};
}

/* Locks the first free entry of this user's file in FOLDER; false if that is not possible. */
static bool roster_claim(struct roster *roster, int folder)
{
	for (int tries = 0; tries < ROSTER_CLAIMS; tries++) {
		struct roster_file *file = roster_own(roster);

		if (!file)
			file = roster_add(roster, folder, roster->user, true);
		for (int i = 0; file && i < ROSTER_MOST && roster->own < 0; i++) {
			struct flock range = roster_range(i, F_WRLCK);

			if (!fcntl(file->fd, F_SETLK, &range))
				roster->own = i;
		}
		if (roster->own >= 0 && roster_is_there(file, folder))
			return true;
		roster_drop(roster, folder);
		if (file && roster->own < 0 && roster_own(roster) == file)
			return false; /* none is free */
	}
	return false;
}

static bool roster_write(struct roster *roster)
{
	const struct roster_file *file = roster_own(roster);
	struct roster_entry entry = {.sequence = ++roster->sequence, .pid = getpid(), .deaths = roster->deaths};

	memcpy(entry.text, roster->text, sizeof(entry.text));
	entry.sum = roster_sum(&entry);
	return file && roster->own >= 0 &&
	       pwrite(file->fd, &entry, sizeof(entry), roster_range(roster->own, F_WRLCK).l_start) == sizeof(entry);
}

bool roster_show(struct roster *roster, int folder, const char *text)
{
	size_t len = strlen(text);
	struct roster_file *file = roster_own(roster);

	memset(roster->text, 0, sizeof(roster->text));
	memcpy(roster->text, text, len < sizeof(roster->text) ? len : sizeof(roster->text) - 1);
	if (file && roster->own >= 0 && !roster_is_there(file, folder))
		roster_drop(roster, folder);
	return (roster->own >= 0 || roster_claim(roster, folder)) && roster_write(roster);
}

void roster_leave(struct roster *roster)
{
	const struct roster_entry nobody = {0};
	const struct roster_file *file = roster_own(roster);

	if (file && roster->own >= 0 &&
		pwrite(file->fd, &nobody, sizeof(nobody), roster_range(roster->own, F_WRLCK).l_start) < 0)
		roster->own = -1; /* the others notice that it is no longer locked */
	while (roster->files.count)
		roster_close(roster, roster->files.count - 1);
	roster_unwatch(roster);
	memset(roster->text, 0, sizeof(roster->text));
	roster->listed = (struct timespec){0};
	roster->died = roster->polls = false;
}

void roster_release(struct roster *roster)
{
	roster_leave(roster);
	vec_release(&roster->files);
	vec_release(&roster->lost);
	free(roster->entries);
	roster->entries = NULL;
}

/* ---- all others ---- */

/* One call of roster_read(). */
struct roster_reading {
	struct roster *roster;
	roster_visit *visit;
	void *context;
	bool checks; /* it checks all locks */
	bool again;  /* somebody has noticed that a process has ended */
	bool gone;   /* it found that somebody is gone */
	bool news;   /* somebody may have come or gone */
	int tries;   /* how often it may still read an entry again that is being written */
};

/* The process that keeps entry AT of FILE locked, according to the system, or 0. */
static long roster_holder(const struct roster_file *file, int at)
{
	struct flock range = roster_range(at, F_RDLCK);

	return !fcntl(file->fd, F_GETLK, &range) && range.l_type == F_WRLCK && range.l_pid > 0 ? range.l_pid : 0;
}

/* ENTRY was read from entry AT of FILE: reads it again while it is being written. False if that takes long. */
static bool roster_complete(
	struct roster_reading *reading, const struct roster_file *file, int at, struct roster_entry *entry)
{
	while (entry->sum != roster_sum(entry))
		if (reading->tries-- <= 0 ||
			pread(file->fd, entry, sizeof(*entry), roster_range(at, F_RDLCK).l_start) != sizeof(*entry))
			return false;
	return true;
}

static void roster_report_lost(struct roster *roster, roster_visit *visit, void *context)
{
	for (size_t i = 0; i < roster->lost.count; i++) {
		const struct roster_lost *lost = vec_at(&roster->lost, i);

		visit(context, lost->user, lost->pid, NULL);
	}
	vec_reset(&roster->lost);
}

static void roster_report_gone(
	struct roster_reading *reading, const struct roster_file *file, struct roster_known *known)
{
	if (!known->holder)
		return;
	reading->visit(reading->context, file->user, known->holder, NULL);
	reading->gone = true;
	known->holder = 0;
}

static bool roster_is_known(const struct roster_known *known, const struct roster_entry *entry)
{
	return entry->sum == known->sum && entry->sequence == known->sequence && entry->pid == known->pid;
}

/* ENTRY is entry AT of FILE. */
static void roster_read_entry(
	struct roster_reading *reading, struct roster_file *file, int at, const struct roster_entry *entry)
{
	struct roster_known *known = vec_at(&file->known, (size_t)at);
	bool same = roster_is_known(known, entry), asks = reading->checks || entry->pid != known->pid || !known->holder;
	struct roster_entry copy;
	long holder = known->holder;

	if (same && !reading->checks)
		return;
	if (asks)
		holder = entry->pid ? roster_holder(file, at) : 0;
	if (holder != known->holder) {
		roster_report_gone(reading, file, known);
		reading->news = true;
		same = false;
	}
	copy = *entry;
	if (holder && !same && !roster_complete(reading, file, at, &copy))
		return;
	reading->again |= copy.pid == known->pid && copy.deaths != known->deaths;
	*known = (struct roster_known){copy.sum, copy.sequence, copy.deaths, copy.pid, holder};
	copy.text[sizeof(copy.text) - 1] = '\0';
	if (holder && !same)
		reading->visit(reading->context, file->user, holder, copy.text);
}

/* Reads the entries of FILE into ROSTER; returns how many there are. */
static size_t roster_fetch(struct roster *roster, const struct roster_file *file)
{
	const size_t most = ROSTER_MOST * sizeof(struct roster_entry);
	struct stat status;
	ssize_t got;

	if (fstat(file->fd, &status))
		return 0;
	if (!roster->entries)
		roster->entries = mem_alloc(most);
	got = pread(file->fd, roster->entries, status.st_size < (off_t)most ? (size_t)status.st_size : most, 0);
	return got < 0 ? 0 : (size_t)got / sizeof(struct roster_entry);
}

static void roster_read_file(struct roster_reading *reading, struct roster_file *file)
{
	static const struct roster_entry nobody;
	struct roster *roster = reading->roster;
	size_t count = roster_fetch(roster, file), own = file->user == roster->user ? (size_t)roster->own : SIZE_MAX;

	while (file->known.count < count)
		vec_push(&file->known);
	for (size_t i = 0; i < file->known.count; i++)
		roster_read_entry(reading, file, (int)i, i < count && i != own ? &roster->entries[i] : &nobody);
}

static void roster_read_all(struct roster_reading *reading)
{
	reading->again = false;
	reading->tries = ROSTER_TRIES;
	for (size_t i = 0; i < reading->roster->files.count; i++)
		roster_read_file(reading, vec_at(&reading->roster->files, i));
	if (reading->checks)
		reading->roster->checked_ms = clock_span_ms();
}

/* ---- the next process ---- */

/* The process with the next entry, in the order of users and their entries; after the last comes the first. 0 if there
 * is nobody else. */
static long roster_next(const struct roster *roster)
{
	uint64_t own = (uint64_t)roster->user << 32 | (uint64_t)roster->own, first = UINT64_MAX, next = UINT64_MAX;
	long first_pid = 0, next_pid = 0;

	for (size_t i = 0; i < roster->files.count && roster->own >= 0; i++) {
		const struct roster_file *file = vec_at(&roster->files, i);

		for (size_t n = 0; n < file->known.count; n++) {
			long holder = vec_get(&file->known, struct roster_known, n).holder;
			uint64_t at = (uint64_t)file->user << 32 | n;

			if (holder && at < first) {
				first = at;
				first_pid = holder;
			}
			if (holder && at > own && at < next) {
				next = at;
				next_pid = holder;
			}
		}
	}
	return next_pid ? next_pid : first_pid;
}

/* Waits for the end of the next process. */
static void roster_watch(struct roster *roster)
{
	struct epoll_event event = {.events = EPOLLIN | EPOLLONESHOT, .data.fd = -1};
	long next = roster_next(roster);

	if (next == roster->next && !roster->died)
		return;
	roster->polls = next && next == roster->next; /* it has ended, but its entry is still locked */
	roster->died = false;
	roster_unwatch(roster);
	if (!next || roster->polls)
		return;
	roster->pidfd = (int)syscall(SYS_pidfd_open, (pid_t)next, 0U);
	roster->next = next;
	if (roster->pidfd < 0 || epoll_ctl(roster->epoll, EPOLL_CTL_ADD, roster->pidfd, &event))
		roster->polls = true;
}

void roster_note_death(struct roster *roster)
{
	roster->died = true;
}

/* Gets a new entry if that of this process was removed; true if it was. */
static bool roster_reclaim(struct roster *roster, int folder)
{
	return *roster->text && roster->own < 0 && roster_claim(roster, folder) && roster_write(roster);
}

bool roster_read(struct roster *roster, int folder, roster_visit *visit, void *context)
{
	struct roster_reading reading = {.roster = roster,
		.visit = visit,
		.context = context,
		.checks = roster->died || clock_span_ms() - roster->checked_ms >= ROSTER_CHECK_MS};
	bool back, tells;

	roster_list(roster, folder);
	back = roster_reclaim(roster, folder);
	roster_report_lost(roster, visit, context);
	roster_read_all(&reading);
	if (reading.again && !reading.checks) {
		reading.checks = true;
		roster_read_all(&reading);
	}
	tells = roster->died && reading.gone;
	roster->deaths += tells;
	if (roster->own >= 0 && (reading.news || roster->died))
		roster_watch(roster);
	return back || (tells && roster_write(roster));
}

void roster_remove(int folder)
{
	DIR *dir = livefolder_read(folder);
	const struct dirent *entry;
	uid_t user;

	while (dir && (entry = readdir(dir)))
		if (roster_user(entry->d_name, &user))
			unlinkat(folder, entry->d_name, 0);
	if (dir)
		closedir(dir);
}
