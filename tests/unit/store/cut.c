#include "unit/store/cut.h"

#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define CUT_STATUS 77

static int cut_left; /* how many calls until the end */

static void cut_count(void)
{
	if (!--cut_left)
		_exit(CUT_STATUS);
}

static ssize_t cut_pwrite(int fd, const void *bytes, size_t count, off_t at)
{
	cut_count();
	return pwrite(fd, bytes, count, at);
}

static int cut_fsync(int fd)
{
	cut_count();
	return fsync(fd);
}

static int cut_ftruncate(int fd, off_t size)
{
	cut_count();
	return ftruncate(fd, size);
}

static int cut_unlink(const char *path)
{
	cut_count();
	return unlink(path);
}

/* Has SQLite call ours. Which of the two names for pwrite it uses depends on how it was built. */
static void cut_replace(void)
{
	const struct {
		const char *name;
		sqlite3_syscall_ptr call;
	} calls[] = {
		{"pwrite", (sqlite3_syscall_ptr)cut_pwrite},
		{"pwrite64", (sqlite3_syscall_ptr)cut_pwrite},
		{"fsync", (sqlite3_syscall_ptr)cut_fsync},
		{"ftruncate", (sqlite3_syscall_ptr)cut_ftruncate},
		{"unlink", (sqlite3_syscall_ptr)cut_unlink},
	};
	sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);

	for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++)
		vfs->xSetSystemCall(vfs, calls[i].name, calls[i].call);
}

bool cut_run(void (*work)(const char *path), const char *path, int nth)
{
	pid_t child = fork();
	int status;

	assert_true(child >= 0);
	if (!child) {
		cut_left = nth;
		cut_replace();
		work(path);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_true(!WEXITSTATUS(status) || WEXITSTATUS(status) == CUT_STATUS);
	return WEXITSTATUS(status);
}
