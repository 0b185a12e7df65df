#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "live/roster.h"

#define LIMIT_MS 10000
#define RECORD 512
#define SOMEBODY 60123

static char path[] = "/tmp/evstorm-roster-XXXXXX";
static int folder, epoll;
static char own[40]; /* the name of this user's file */

static int with_folder(void **state)
{
	(void)state;
	if (!mkdtemp(path))
		return -1;
	folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	epoll = epoll_create1(EPOLL_CLOEXEC);
	snprintf(own, sizeof(own), ROSTER_PREFIX "%lu", (unsigned long)geteuid());
	return folder < 0 || epoll < 0;
}

static int without_folder(void **state)
{
	(void)state;
	close(epoll);
	close(folder);
	return rmdir(path);
}

static int with_empty_folder(void **state)
{
	(void)state;
	roster_remove(folder);
	return 0;
}

/* ---- another process ---- */

/* Shows TEXT until it is told to go, or killed. */
struct other {
	pid_t pid;
	int orders, told; /* ends of pipes */
};

static void come(struct other *other, const char *text)
{
	int order[2], tell[2];
	char byte = 0;

	assert_int_equal(pipe2(order, O_CLOEXEC), 0);
	assert_int_equal(pipe2(tell, O_CLOEXEC), 0);
	other->pid = fork();
	if (!other->pid) {
		struct roster roster;

		close(order[1]);
		roster_init(&roster, epoll_create1(EPOLL_CLOEXEC));
		byte = roster_show(&roster, folder, text);
		if (write(tell[1], &byte, 1) == 1)
			while (read(order[0], &byte, 1) == 1 && byte != 'q') /* each byte is a new text */
				roster_show(&roster, folder, (const char[]){byte, '\0'});
		roster_release(&roster);
		_exit(0);
	}
	close(order[0]);
	close(tell[1]);
	other->orders = order[1];
	other->told = tell[0];
	assert_int_equal(read(other->told, &byte, 1), 1);
	assert_int_equal(byte, 1);
}

static void go(struct other *other, bool killed)
{
	int status;

	if (killed)
		kill(other->pid, SIGKILL);
	else
		assert_int_equal(write(other->orders, "q", 1), 1);
	close(other->orders);
	assert_int_equal(waitpid(other->pid, &status, 0), other->pid);
	close(other->told);
}

/* ---- who is seen ---- */

struct seen {
	int came, went;
	long pid;
	uid_t user;
	char text[ROSTER_TEXT_BYTES];
};

static void note(void *context, uid_t user, long pid, const char *text)
{
	struct seen *seen = context;

	seen->came += text != NULL;
	seen->went += !text;
	seen->pid = pid;
	seen->user = user;
	if (text)
		snprintf(seen->text, sizeof(seen->text), "%s", text);
}

static struct seen see(struct roster *roster)
{
	struct seen seen = {0};

	roster_read(roster, folder, note, &seen);
	return seen;
}

static void what_one_shows_all_others_see(void **state)
{
	struct other ana, ben;
	struct roster roster;
	struct seen seen;

	(void)state;
	roster_init(&roster, epoll);
	assert_int_equal(see(&roster).came, 0);
	come(&ana, "ana");
	seen = see(&roster);
	assert_int_equal(seen.came, 1);
	assert_int_equal(seen.pid, ana.pid);
	assert_int_equal(seen.user, geteuid());
	assert_string_equal(seen.text, "ana");
	assert_int_equal(see(&roster).came, 0); /* it is known */
	come(&ben, "ben");
	assert_true(roster_show(&roster, folder, "self"));
	seen = see(&roster);
	assert_int_equal(seen.came, 1);
	assert_string_equal(seen.text, "ben");
	go(&ana, false);
	seen = see(&roster);
	assert_int_equal(seen.went, 1);
	assert_int_equal(seen.pid, ana.pid);
	go(&ben, false);
	assert_int_equal(see(&roster).went, 1);
	roster_release(&roster);
}

static bool dies(void)
{
	struct pollfd wait = {epoll, POLLIN, 0};
	struct epoll_event event;

	return poll(&wait, 1, LIMIT_MS) == 1 && epoll_wait(epoll, &event, 1, 0) == 1 && event.data.fd == -1;
}

static void who_is_killed_is_gone_at_once(void **state)
{
	struct other ana, ben;
	struct roster roster;
	struct seen seen = {0};

	(void)state;
	roster_init(&roster, epoll);
	assert_true(roster_show(&roster, folder, "self"));
	come(&ana, "ana");
	come(&ben, "ben");
	assert_int_equal(see(&roster).came, 2);
	assert_false(roster.polls);
	assert_int_equal(see(&roster).went, 0);
	go(&ana, true); /* the next one */
	assert_true(dies());
	roster_note_death(&roster);
	assert_true(roster_read(&roster, folder, note, &seen)); /* the others must look too */
	assert_int_equal(seen.went, 1);
	assert_int_equal(seen.pid, ana.pid);
	go(&ben, true); /* and the one after it */
	assert_true(dies());
	roster_note_death(&roster);
	assert_int_equal(see(&roster).went, 1);
	roster_release(&roster);
}

/* Those who do not watch it see the number of deaths in the entry of the one that does. */
static void who_notices_a_death_tells_all(void **state)
{
	struct roster roster, watcher;
	struct other ana;
	int tell[2], order[2], status;
	char byte;
	pid_t pid;

	(void)state;
	assert_int_equal(pipe(tell), 0);
	assert_int_equal(pipe(order), 0);
	roster_init(&roster, epoll);
	assert_true(roster_show(&roster, folder, "self")); /* first, the watcher second, ana third */
	pid = fork();
	if (!pid) {
		close(order[1]);
		roster_init(&watcher, epoll_create1(EPOLL_CLOEXEC));
		byte = roster_show(&watcher, folder, "watcher");
		if (write(tell[1], &byte, 1) == 1 && read(order[0], &byte, 1) == 1) {
			see(&watcher);
			if (write(tell[1], "l", 1) == 1 && read(order[0], &byte, 1) == 1) {
				roster_note_death(&watcher);
				see(&watcher);
				byte = write(tell[1], "d", 1) == 1 && read(order[0], &byte, 1) == 1;
			}
		}
		_exit(0);
	}
	assert_int_equal(read(tell[0], &byte, 1), 1);
	come(&ana, "ana");
	assert_int_equal(write(order[1], "x", 1), 1);
	assert_int_equal(read(tell[0], &byte, 1), 1);
	assert_int_equal(see(&roster).came, 2);
	go(&ana, true);
	assert_int_equal(see(&roster).went, 0); /* the locks were checked a moment ago */
	assert_int_equal(write(order[1], "x", 1), 1);
	assert_int_equal(read(tell[0], &byte, 1), 1);
	assert_int_equal(see(&roster).went, 1);
	close(order[1]);
	waitpid(pid, &status, 0);
	roster_release(&roster);
	close(order[0]);
	close(tell[0]);
	close(tell[1]);
}

static void a_hundred_have_entries(void **state)
{
	enum { MANY = 100 };
	struct other others[MANY];
	struct roster roster;
	struct stat status;

	(void)state;
	for (int i = 0; i < MANY; i++)
		come(&others[i], "x");
	roster_init(&roster, epoll);
	assert_true(roster_show(&roster, folder, "self"));
	assert_int_equal(see(&roster).came, MANY);
	assert_int_equal(fstatat(folder, own, &status, 0), 0);
	assert_int_equal(status.st_size, (MANY + 1) * RECORD);
	assert_int_equal(status.st_mode & 07777, 0644);
	for (int i = 0; i < MANY; i += 2)
		go(&others[i], false);
	assert_int_equal(see(&roster).went, MANY / 2);
	for (int i = 0; i < MANY; i += 2)
		come(&others[i], "y"); /* in the place of others */
	assert_int_equal(see(&roster).came, MANY / 2);
	assert_int_equal(fstatat(folder, own, &status, 0), 0);
	assert_int_equal(status.st_size, (MANY + 1) * RECORD);
	for (int i = 0; i < MANY; i++)
		go(&others[i], false);
	roster_release(&roster);
}

/* Even from a process that never stops writing. */
static void no_text_is_read_in_halves(void **state)
{
	struct roster roster;
	long long times = 0, news = 0;
	pid_t pid = fork();
	int status;

	(void)state;
	roster_init(&roster, epoll);
	if (!pid) {
		char text[ROSTER_TEXT_BYTES];

		for (unsigned i = 0;; i++) {
			memset(text, 'a' + (int)(i % 26), sizeof(text) - 1);
			text[sizeof(text) - 1] = '\0';
			roster_show(&roster, folder, text);
		}
	}
	while (news < 200 && times++ < 10000000) {
		struct seen seen = see(&roster);

		if (!seen.came)
			continue;
		news++;
		assert_int_equal(strlen(seen.text), ROSTER_TEXT_BYTES - 1);
		if (strspn(seen.text, (const char[]){seen.text[0], '\0'}) != ROSTER_TEXT_BYTES - 1)
			fail_msg("half a text: %s", seen.text);
	}
	kill(pid, SIGKILL);
	waitpid(pid, &status, 0);
	assert_true(news >= 200);
	roster_release(&roster);
}

/* ---- strangers ---- */

static void put(const char *name, const void *bytes, size_t len)
{
	int fd = openat(folder, name, O_WRONLY | O_CREAT | O_TRUNC, 0644);

	assert_int_equal(write(fd, bytes, len), (ssize_t)len);
	close(fd);
}

static void other_files_are_not_read(void **state)
{
	static char large[ROSTER_MOST * RECORD * 4];
	char name[40];
	struct roster roster;

	(void)state;
	memset(large, '\033', sizeof(large));
	roster_init(&roster, epoll);
	put(own, large, 1); /* less than an entry */
	assert_int_equal(see(&roster).came, 0);
	put(own, large, sizeof(large)); /* more than there can be, and not locked */
	assert_int_equal(see(&roster).came, 0);
	assert_int_equal(truncate(path, 0), -1);
	put(ROSTER_PREFIX, large, RECORD);
	put(ROSTER_PREFIX "x", large, RECORD);
	put(ROSTER_PREFIX "99999999999999999999", large, RECORD);
	put(ROSTER_PREFIX "4294967296", large, RECORD);
	snprintf(name, sizeof(name), ROSTER_PREFIX "%d", SOMEBODY); /* to whom it does not belong */
	put(name, large, RECORD);
	assert_int_equal(mkfifoat(folder, ROSTER_PREFIX "1", 0666), 0); /* opening it must not wait */
	assert_int_equal(symlinkat("/dev/zero", folder, ROSTER_PREFIX "2"), 0);
	assert_int_equal(mkdirat(folder, ROSTER_PREFIX "3", 0700), 0);
	assert_int_equal(see(&roster).came, 0);
	assert_int_equal(roster.files.count, 1);
	roster_release(&roster);
	unlinkat(folder, ROSTER_PREFIX "3", AT_REMOVEDIR);
	unlinkat(folder, ROSTER_PREFIX, 0);
	unlinkat(folder, ROSTER_PREFIX "x", 0);
	unlinkat(folder, ROSTER_PREFIX "99999999999999999999", 0);
	unlinkat(folder, ROSTER_PREFIX "4294967296", 0);
}

/* In place of whatever has its name, and again after somebody has removed it. */
static void the_own_file_is_made(void **state)
{
	struct other ana;
	struct roster roster;

	(void)state;
	assert_int_equal(symlinkat("/dev/null", folder, own), 0);
	roster_init(&roster, epoll);
	assert_true(roster_show(&roster, folder, "self"));
	come(&ana, "ana");
	assert_int_equal(see(&roster).came, 1);
	assert_int_equal(unlinkat(folder, own, 0), 0);
	assert_int_equal(see(&roster).went, 1);
	assert_int_equal(faccessat(folder, own, F_OK, 0), 0); /* it was made again */
	assert_int_equal(write(ana.orders, "a", 1), 1);
	for (int i = 0; i < LIMIT_MS && see(&roster).came != 1; i++)
		poll(NULL, 0, 1);
	go(&ana, false);
	roster_release(&roster);
}

/* Otherwise whoever can make a link in the folder could have any file of this user written over. */
static void a_file_with_another_name_is_not_written(void **state)
{
	char other[64], bytes[8] = "";
	struct roster roster;
	int fd;

	(void)state;
	snprintf(other, sizeof(other), "%s.notes", path);
	fd = open(other, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	assert_int_equal(write(fd, "precious", 8), 8);
	assert_int_equal(linkat(AT_FDCWD, other, folder, own, 0), 0);
	roster_init(&roster, epoll);
	assert_int_equal(see(&roster).came, 0);
	assert_int_equal(roster.files.count, 0);
	assert_true(roster_show(&roster, folder, "self"));
	assert_int_equal(pread(fd, bytes, sizeof(bytes), 0), 8);
	assert_memory_equal(bytes, "precious", 8);
	roster_release(&roster);
	close(fd);
	unlink(other);
}

/* Whoever may move files in the folder could otherwise read any private file of this user. */
static void a_private_file_is_not_opened_to_others(void **state)
{
	struct roster roster;
	struct stat status;

	(void)state;
	put(own, "secret", 6);
	assert_int_equal(fchmodat(folder, own, 0600, 0), 0);
	roster_init(&roster, epoll);
	roster_show(&roster, folder, "self");
	assert_int_equal(fstatat(folder, own, &status, 0), 0);
	assert_int_equal(status.st_mode & 07777, 0600);
	roster_release(&roster);
}

/* Whatever the user's umask is. */
static void others_may_read_the_own_file(void **state)
{
	mode_t mask = umask(077);
	struct roster roster;
	struct stat status;

	(void)state;
	roster_init(&roster, epoll);
	assert_true(roster_show(&roster, folder, "self"));
	assert_int_equal(fstatat(folder, own, &status, 0), 0);
	assert_int_equal(status.st_mode & 07777, 0644);
	roster_release(&roster);
	assert_int_equal(umask(mask), 077);
}

/* Even if nobody could see them go, because the files were removed. */
static void who_is_lost_with_a_file_is_gone(void **state)
{
	struct other ana;
	struct roster roster;
	struct seen seen;

	(void)state;
	roster_init(&roster, epoll);
	assert_true(roster_show(&roster, folder, "self"));
	come(&ana, "ana");
	assert_int_equal(see(&roster).came, 1);
	assert_int_equal(unlinkat(folder, own, 0), 0);
	go(&ana, true);
	assert_true(roster_show(&roster, folder, "self again")); /* this makes the file again */
	seen = see(&roster);
	assert_int_equal(seen.went, 1);
	assert_int_equal(seen.pid, ana.pid);
	come(&ana, "ana");
	assert_int_equal(see(&roster).came, 1);
	roster_leave(&roster);
	go(&ana, false);
	assert_int_equal(see(&roster).went, 1);
	assert_int_equal(see(&roster).went, 0);
	roster_release(&roster);
}

static void a_file_that_is_cut_ends_nobody(void **state)
{
	struct other ana;
	struct roster roster;
	int fd;

	(void)state;
	come(&ana, "ana");
	roster_init(&roster, epoll);
	assert_int_equal(see(&roster).came, 1);
	fd = openat(folder, own, O_WRONLY);
	assert_int_equal(ftruncate(fd, 100), 0);
	assert_int_equal(see(&roster).went, 1);
	assert_int_equal(write(ana.orders, "b", 1), 1);
	for (int i = 0; i < LIMIT_MS && see(&roster).came != 1; i++)
		poll(NULL, 0, 1);
	go(&ana, false);
	close(fd);
	roster_release(&roster);
}

/* Only an entry that a process keeps locked counts, whatever is written in others. */
static void nobody_can_be_invented(void **state)
{
	char bytes[RECORD];
	struct other ana;
	struct roster roster;
	int fd;

	(void)state;
	come(&ana, "ana");
	fd = openat(folder, own, O_RDWR);
	assert_int_equal(pread(fd, bytes, sizeof(bytes), 0), sizeof(bytes));
	for (int i = 1; i < 20; i++)
		assert_int_equal(pwrite(fd, bytes, sizeof(bytes), i * RECORD), sizeof(bytes));
	close(fd);
	roster_init(&roster, epoll);
	assert_int_equal(see(&roster).came, 1);
	go(&ana, false);
	roster_release(&roster);
}

static void other_users_have_their_own_file(void **state)
{
	char bytes[RECORD], name[40];
	struct roster roster;
	struct seen seen;
	int tell[2], order[2], status;
	char byte;
	pid_t pid;

	(void)state;
	if (geteuid())
		skip();
	assert_int_equal(fchmod(folder, 0777), 0);
	assert_int_equal(pipe(tell), 0);
	assert_int_equal(pipe(order), 0);
	roster_init(&roster, epoll);
	assert_true(roster_show(&roster, folder, "self"));
	pid = fork();
	if (!pid) {
		struct roster theirs;

		close(order[1]);
		umask(077);
		if (setgid(SOMEBODY) || setuid(SOMEBODY))
			_exit(1);
		roster_init(&theirs, epoll_create1(EPOLL_CLOEXEC));
		byte = roster_show(&theirs, folder, "somebody") && see(&theirs).came == 1 &&
		       openat(folder, own, O_WRONLY) < 0; /* nobody else can write it */
		if (write(tell[1], &byte, 1) == 1 && read(order[0], &byte, 1) < 0)
			_exit(1);
		_exit(0);
	}
	assert_int_equal(read(tell[0], &byte, 1), 1);
	assert_int_equal(byte, 1);
	seen = see(&roster);
	assert_int_equal(seen.came, 1);
	assert_int_equal(seen.user, SOMEBODY);
	assert_int_equal(seen.pid, pid);
	close(order[1]);
	waitpid(pid, &status, 0);
	assert_int_equal(status, 0);
	snprintf(name, sizeof(name), ROSTER_PREFIX "%d", SOMEBODY);
	memset(bytes, 1, sizeof(bytes));
	unlinkat(folder, name, 0);
	put(name, bytes, sizeof(bytes)); /* of this user, with the number of another */
	assert_int_equal(see(&roster).went, 1);
	assert_int_equal(roster.files.count, 1);
	roster_release(&roster);
	close(order[0]);
	close(tell[0]);
	close(tell[1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_one_shows_all_others_see, NULL, with_empty_folder),
		cmocka_unit_test_setup_teardown(who_is_killed_is_gone_at_once, NULL, with_empty_folder),
		cmocka_unit_test_setup_teardown(who_notices_a_death_tells_all, NULL, with_empty_folder),
		cmocka_unit_test_setup_teardown(a_hundred_have_entries, NULL, with_empty_folder),
		cmocka_unit_test_setup_teardown(no_text_is_read_in_halves, NULL, with_empty_folder),
		cmocka_unit_test_setup_teardown(other_files_are_not_read, NULL, with_empty_folder),
		cmocka_unit_test_setup_teardown(the_own_file_is_made, NULL, with_empty_folder),
		cmocka_unit_test_setup_teardown(a_file_with_another_name_is_not_written, NULL, with_empty_folder),
		cmocka_unit_test_setup_teardown(a_private_file_is_not_opened_to_others, NULL, with_empty_folder),
		cmocka_unit_test_setup_teardown(others_may_read_the_own_file, NULL, with_empty_folder),
		cmocka_unit_test_setup_teardown(who_is_lost_with_a_file_is_gone, NULL, with_empty_folder),
		cmocka_unit_test_setup_teardown(a_file_that_is_cut_ends_nobody, NULL, with_empty_folder),
		cmocka_unit_test_setup_teardown(nobody_can_be_invented, NULL, with_empty_folder),
		cmocka_unit_test_setup_teardown(other_users_have_their_own_file, NULL, with_empty_folder),
	};

	return cmocka_run_group_tests_name("live/roster", tests, with_folder, without_folder);
}
