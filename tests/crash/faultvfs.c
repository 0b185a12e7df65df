#include "crash/faultvfs.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "crash/losses.h"

struct fault_file {
	sqlite3_file base;
	const char *path;   /* SQLite's; NULL of a temporary file */
	bool journal;       /* its first sync brings its name to disk, too */
	sqlite3_file *real; /* behind this struct */
};

static struct fault fault;
static int fault_counts[FAULT_CALLS];
static bool fault_happened;
static bool fault_quiet; /* what is done now is no part of what is tried */
static const char *fault_folder;
static sqlite3_vfs *fault_real;
static sqlite3_vfs fault_vfs;

const char *faultvfs_name(enum fault_call call)
{
	static const char *const names[FAULT_CALLS] = {
		"open", "read", "write", "sync", "truncate", "lock", "delete", "name"};

	return names[call];
}

void faultvfs_arm(const struct fault *new)
{
	fault = *new;
	fault_happened = false;
	losses_reset();
	memset(fault_counts, 0, sizeof(fault_counts));
}

bool faultvfs_has_happened(void)
{
	return fault_happened;
}

static bool fault_is_ours(const char *path)
{
	return fault_folder && !fault_quiet && (!path || !strncmp(path, fault_folder, strlen(fault_folder)));
}

/* Counts a call; the code that it is to return, or 0. */
static int fault_strike(enum fault_call call, const char *path)
{
	int count = fault_is_ours(path) ? ++fault_counts[call] : 0;
	bool strikes = count && fault.nth && call == fault.call &&
		       (count == fault.nth || (fault.lasting && count > fault.nth));

	if (!strikes)
		return 0;
	fault_happened = true;
	fault_quiet = fault.then != FAULT_FAIL;
	if (fault.then == FAULT_LOSE_ALL || fault.then == FAULT_LOSE_SOME)
		losses_happen(fault.then == FAULT_LOSE_ALL ? 0 : (unsigned)fault.nth);
	if (fault.then != FAULT_FAIL)
		_exit(FAULT_EXIT);
	return fault.code;
}

/* Is account kept of what is not synced? */
static bool fault_loses(void)
{
	return fault.then == FAULT_LOSE_ALL || fault.then == FAULT_LOSE_SOME;
}

/* Keeps account of a file that is going to be removed, or to lose its name. */
static void fault_note_removal(const char *path)
{
	fault_quiet = true;
	losses_removes(path);
	fault_quiet = false;
}

static struct fault_file *fault_of(sqlite3_file *file)
{
	return (struct fault_file *)(void *)file;
}

static int fault_close(sqlite3_file *file)
{
	sqlite3_file *real = fault_of(file)->real;

	return real->pMethods->xClose(real);
}

static int fault_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 at)
{
	struct fault_file *own = fault_of(file);
	int code = fault_strike(FAULT_READ, own->path);

	return code ? code : own->real->pMethods->xRead(own->real, bytes, count, at);
}

static int fault_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at)
{
	struct fault_file *own = fault_of(file);
	int code = fault_strike(FAULT_WRITE, own->path);

	if (!code && own->path && fault_loses())
		losses_write(own->path, own->real, at, count);
	return code ? code : own->real->pMethods->xWrite(own->real, bytes, count, at);
}

static int fault_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	struct fault_file *own = fault_of(file);
	int code = fault_strike(FAULT_TRUNCATE, own->path);

	if (!code && own->path && fault_loses())
		losses_cut(own->path, own->real, size);
	return code ? code : own->real->pMethods->xTruncate(own->real, size);
}

static int fault_sync(sqlite3_file *file, int flags)
{
	struct fault_file *own = fault_of(file);
	int code = fault_strike(FAULT_SYNC, own->path);

	(void)flags;
	if (code || !own->path)
		return code;
	losses_synced(own->path);
	if (own->journal)
		losses_synced_folder(own->path);
	own->journal = false;
	return SQLITE_OK;
}

static int fault_size(sqlite3_file *file, sqlite3_int64 *size)
{
	sqlite3_file *real = fault_of(file)->real;

	return real->pMethods->xFileSize(real, size);
}

static int fault_lock(sqlite3_file *file, int level)
{
	struct fault_file *own = fault_of(file);
	int code = fault_strike(FAULT_LOCK, own->path);

	return code ? code : own->real->pMethods->xLock(own->real, level);
}

static int fault_unlock(sqlite3_file *file, int level)
{
	sqlite3_file *real = fault_of(file)->real;

	return real->pMethods->xUnlock(real, level);
}

static int fault_check_lock(sqlite3_file *file, int *held)
{
	sqlite3_file *real = fault_of(file)->real;

	return real->pMethods->xCheckReservedLock(real, held);
}

static int fault_control(sqlite3_file *file, int what, void *argument)
{
	sqlite3_file *real = fault_of(file)->real;

	return real->pMethods->xFileControl(real, what, argument);
}

static int fault_sector(sqlite3_file *file)
{
	sqlite3_file *real = fault_of(file)->real;

	return real->pMethods->xSectorSize(real);
}

/* What the real disk promises does not hold here. */
static int fault_device(sqlite3_file *file)
{
	(void)file;
	return 0;
}

static int fault_map(sqlite3_file *file, int page, int size, int extend, void volatile **at)
{
	sqlite3_file *real = fault_of(file)->real;

	return real->pMethods->xShmMap(real, page, size, extend, at);
}

static int fault_map_lock(sqlite3_file *file, int from, int count, int flags)
{
	sqlite3_file *real = fault_of(file)->real;

	return real->pMethods->xShmLock(real, from, count, flags);
}

static void fault_map_barrier(sqlite3_file *file)
{
	sqlite3_file *real = fault_of(file)->real;

	real->pMethods->xShmBarrier(real);
}

static int fault_unmap(sqlite3_file *file, int remove)
{
	sqlite3_file *real = fault_of(file)->real;

	return real->pMethods->xShmUnmap(real, remove);
}

/* Version 2: without mapping the file, which would write past us. */
static const sqlite3_io_methods fault_methods = {2, fault_close, fault_read, fault_write, fault_truncate, fault_sync,
	fault_size, fault_lock, fault_unlock, fault_check_lock, fault_control, fault_sector, fault_device, fault_map,
	fault_map_lock, fault_map_barrier, fault_unmap, NULL, NULL};

static int fault_open(sqlite3_vfs *vfs, sqlite3_filename path, sqlite3_file *file, int flags, int *got)
{
	struct fault_file *own = fault_of(file);
	bool there = path && !access(path, F_OK);
	int code = fault_strike(FAULT_OPEN, path);

	(void)vfs;
	memset(own, 0, sizeof(*own));
	if (code)
		return code;
	own->real = (sqlite3_file *)(void *)(own + 1);
	code = fault_real->xOpen(fault_real, path, own->real, flags, got);
	if (!own->real->pMethods)
		return code;
	own->base.pMethods = &fault_methods;
	own->path = path;
	if (path && !there) {
		losses_made(path);
		own->journal = flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL);
	}
	return code;
}

static int fault_delete(sqlite3_vfs *vfs, const char *path, int sync_folder)
{
	int code = fault_strike(FAULT_DELETE, path);

	(void)vfs;
	if (code)
		return code;
	if (fault_loses())
		fault_note_removal(path);
	code = fault_real->xDelete(fault_real, path, 0);
	if (!code && sync_folder) {
		code = fault_strike(FAULT_SYNC, path) ? SQLITE_IOERR_DIR_FSYNC : 0;
		if (code)
			return code;
		losses_synced_folder(path);
	}
	return code;
}

/* Always the same, so that runs that go the same way give the same files. */
static int fault_random(sqlite3_vfs *vfs, int count, char *bytes)
{
	(void)vfs;
	memset(bytes, 7, (size_t)count);
	return count;
}

void faultvfs_register(const char *folder)
{
	fault_folder = folder;
	fault_real = sqlite3_vfs_find(NULL);
	fault_vfs = *fault_real;
	fault_vfs.pNext = NULL;
	fault_vfs.zName = "fault";
	fault_vfs.szOsFile = (int)sizeof(struct fault_file) + fault_real->szOsFile;
	fault_vfs.xOpen = fault_open;
	fault_vfs.xDelete = fault_delete;
	fault_vfs.xRandomness = fault_random;
	if (sqlite3_vfs_register(&fault_vfs, 1) != SQLITE_OK)
		BUG("the file system cannot be registered");
}

/* The store's own calls, by --wrap. */
int __real_fsync(int fd);
int __real_link(const char *from, const char *to);
int __real_rename(const char *from, const char *to);
int __real_renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags);
int __real_unlink(const char *path);
int __real_open(const char *path, int flags, ...);
int __wrap_fsync(int fd);
int __wrap_link(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to);
int __wrap_renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags);
int __wrap_unlink(const char *path);
int __wrap_open(const char *path, int flags, ...);

/* Whether the call is to fail; errno says why then. */
static bool fault_refuses(enum fault_call call, const char *path)
{
	int code = fault_strike(call, path);

	if (code)
		errno = code == SQLITE_FULL ? ENOSPC : code == SQLITE_CANTOPEN || code == SQLITE_PERM ? EACCES : EIO;
	return code;
}

int __wrap_fsync(int fd)
{
	char link[64], path[1024];
	ssize_t len;

	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	len = readlink(link, path, sizeof(path) - 3);
	if (len <= 0)
		return __real_fsync(fd);
	path[len] = '\0';
	if (!fault_is_ours(path))
		return __real_fsync(fd);
	if (fault_refuses(FAULT_SYNC, path))
		return -1;
	losses_synced(path);
	strcat(path, "/x");
	losses_synced_folder(path);
	return 0;
}

int __wrap_link(const char *from, const char *to)
{
	if (fault_refuses(FAULT_NAME, to))
		return -1;
	if (__real_link(from, to))
		return -1;
	if (fault_is_ours(to))
		losses_made(to);
	return 0;
}

/* Is FROM not to be renamed? Otherwise account is kept of both names. */
static bool fault_refuses_rename(const char *from, const char *to)
{
	if (fault_refuses(FAULT_NAME, to))
		return true;
	if (!fault_is_ours(to) || !fault_loses())
		return false;
	fault_note_removal(from);
	if (access(to, F_OK))
		losses_made(to);
	else
		fault_note_removal(to);
	return false;
}

int __wrap_rename(const char *from, const char *to)
{
	return fault_refuses_rename(from, to) ? -1 : __real_rename(from, to);
}

int __wrap_renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
	return fault_refuses_rename(from, to) ? -1 : __real_renameat2(from_folder, from, to_folder, to, flags);
}

int __wrap_unlink(const char *path)
{
	if (fault_refuses(FAULT_DELETE, path))
		return -1;
	if (fault_is_ours(path) && fault_loses())
		fault_note_removal(path);
	return __real_unlink(path);
}

int __wrap_open(const char *path, int flags, ...)
{
	va_list arguments;
	unsigned mode;
	bool there;
	int fd;

	va_start(arguments, flags);
	mode = flags & O_CREAT ? va_arg(arguments, unsigned) : 0;
	va_end(arguments);
	if (!fault_is_ours(path))
		return __real_open(path, flags, mode);
	if (fault_refuses(FAULT_OPEN, path))
		return -1;
	there = !access(path, F_OK);
	fd = __real_open(path, flags, mode);
	if (fd >= 0 && !there)
		losses_made(path);
	return fd;
}
