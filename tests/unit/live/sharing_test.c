/* Who is told what, and believed, by what a board's file says; with users of their own where the test may be them. */
#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "live/doorbell.h"
#include "live/sharing.h"

/* Nobody's, and the group of the first two. */
#define ANA 60101
#define BEN 60102
#define CHO 60103
#define TEAM 60200

#define LIMIT_MS 10000

static char folder[] = "/tmp/evstorm-share-XXXXXX";
static char shared[64], path[80], live[96];

static int with_folder(void **state)
{
	(void)state;
	if (!mkdtemp(folder) || chmod(folder, 0755))
		return -1;
	snprintf(shared, sizeof(shared), "%s/shared", folder);
	snprintf(path, sizeof(path), "%s/b.evs", shared);
	snprintf(live, sizeof(live), "%s.live", path);
	return 0;
}

static int without_folder(void **state)
{
	(void)state;
	return rmdir(folder);
}

/* A board of mode BOARD in a folder of mode PARENT. */
static int make_board(mode_t parent, mode_t board)
{
	int fd;

	if (mkdir(shared, 0700) || (fd = open(path, O_CREAT | O_WRONLY, 0600)) < 0)
		return -1;
	close(fd);
	if (!geteuid() && (chown(shared, ANA, TEAM) || chown(path, ANA, TEAM)))
		return -1;
	return chmod(path, board) || chmod(shared, parent);
}

static void remove_board(void)
{
	rmdir(live);
	unlink(path);
	rmdir(shared);
}

static void permissions_say_with_whom_a_board_is_shared(void **state)
{
	static const struct {
		mode_t parent, board;
		bool by_group, leaves;
	} rows[] = {
		{0700, 0600, false, false},
		{0755, 0644, false, false},
		{0770, 0660, true, false},
		{02775, 0664, true, false},
		{0770, 0640, false, false},
		{0777, 0660, false, true},
		{01777, 0660, false, true},
		{0755, 0666, true, true},
		{0755, 0606, false, true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct sharing sharing;

		assert_int_equal(make_board(rows[i].parent, rows[i].board), 0);
		sharing_look(path, &sharing);
		remove_board();
		assert_true(sharing.known);
		if (sharing.by_group != rows[i].by_group || sharing.leaves != rows[i].leaves)
			fail_msg("%o in %o: shared %d, leaves out %d", rows[i].board, rows[i].parent, sharing.by_group,
				sharing.leaves);
	}
}

static void only_a_folder_of_those_who_share_is_trusted(void **state)
{
	uid_t self = geteuid();
	const struct sharing own = {true, self, TEAM, false, false}, team = {true, ANA, TEAM, true, false};
	const struct sharing private = {true, ANA, TEAM, false, false}, gone = {.known = false};
	const struct {
		const struct sharing *sharing;
		uid_t owner;
		gid_t group;
		mode_t mode;
		bool trusted;
	} rows[] = {
		{&own, self, TEAM, 0700, true},
		{&own, BEN, TEAM, 0700, false},
		{&own, 0, TEAM, 0700, true},
		{&own, self, TEAM, 0770, false},
		{&own, self, TEAM, 0750, false},
		{&own, self, TEAM, 0705, false},
		{&private, ANA, TEAM, 0700, true},
		{&private, BEN, TEAM, 0700, false},
		{&team, BEN, TEAM, 0770, true},
		{&team, BEN, BEN, 0770, false},
		{&team, BEN, TEAM, 0777, false},
		{&team, self, BEN, 0770, false},
		{&team, BEN, BEN, 0700, false},
		{&gone, self, TEAM, 0700, true},
		{&gone, ANA, TEAM, 0700, false},
		{&gone, ANA, TEAM, 0770, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct stat status = {
			.st_uid = rows[i].owner, .st_gid = rows[i].group, .st_mode = S_IFDIR | rows[i].mode};

		if (sharing_trusts_folder(rows[i].sharing, &status) != rows[i].trusted)
			fail_msg("row %zu must be %s", i, rows[i].trusted ? "trusted" : "refused");
	}
	assert_true(sharing_trusts_user(&private, ANA));
	assert_true(sharing_trusts_user(&private, 0));
	assert_false(sharing_trusts_user(&private, BEN));
	assert_true(sharing_trusts_user(&team, BEN));
	assert_true(sharing_trusts_user(&gone, self));
	assert_false(sharing_trusts_user(&gone, BEN == self ? CHO : BEN));
}

/* Becomes USER for good, of the group TEAM too when TEAMED. */
static void become(uid_t user, bool teamed)
{
	gid_t team = TEAM;

	umask(077); /* what the board's file says must not depend on it */
	if (setgroups(teamed, &team) || setgid(user) || setuid(user))
		_exit(200);
}

/* Waits for a byte from the pipe FD; 0 at its end. */
static char await(int fd)
{
	struct pollfd wait = {fd, POLLIN, 0};
	char byte = 0;

	return poll(&wait, 1, LIMIT_MS) == 1 && read(fd, &byte, 1) == 1 ? byte : 0;
}

/* Another user who listens. They tell TELL how far they reach, wait for a ring, and tell who it was: 'w' who may
 * write, 'r' who may not, '-' nobody. */
struct listener {
	pid_t pid;
	int told, orders; /* the ends of two pipes that stay here */
};

static void listen_as(struct listener *listener, uid_t user, bool teamed)
{
	int tell[2], order[2];

	assert_int_equal(pipe(tell), 0);
	assert_int_equal(pipe(order), 0);
	listener->pid = fork();
	if (!listener->pid) {
		struct doorbell *bell = doorbell_new(path);
		struct doorbell_sender from;
		char bytes[DOORBELL_BYTES], said;
		size_t len;

		close(order[1]);
		become(user, teamed);
		doorbell_listen(bell);
		said = (char)('0' + doorbell_reach(bell));
		if (write(tell[1], &said, 1) == 1 && await(order[0])) {
			said = !doorbell_read(bell, bytes, &len, &from) ? '-' : from.writes ? 'w' : 'r';
			if (write(tell[1], &said, 1) == 1)
				await(order[0]);
		}
		doorbell_free(bell);
		_exit(0);
	}
	close(tell[1]);
	close(order[0]);
	listener->told = tell[0];
	listener->orders = order[1];
}

static void let_go(struct listener *listener)
{
	int status;

	close(listener->orders);
	assert_int_equal(waitpid(listener->pid, &status, 0), listener->pid);
	assert_int_equal(status, 0);
	close(listener->told);
}

/* What they have heard by now. */
static char heard(struct listener *listener)
{
	assert_int_equal(write(listener->orders, "?", 1), 1);
	return await(listener->told);
}

/* USER rings; how many hear it. */
static int ring_as(uid_t user, bool teamed)
{
	pid_t pid = fork();
	int status = 0;

	if (!pid) {
		struct doorbell *bell = doorbell_new(path);

		become(user, teamed);
		_exit((int)doorbell_ring(bell, "x", 1));
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WEXITSTATUS(status);
}

static void who_shares_a_board_is_heard_at_once(void **state)
{
	struct listener ana, ben;

	(void)state;
	if (geteuid())
		skip();
	assert_int_equal(make_board(02770, 0660), 0);
	listen_as(&ana, ANA, true);
	assert_int_equal(await(ana.told), '0' + DOORBELL_ALL);
	listen_as(&ben, BEN, true);
	assert_int_equal(await(ben.told), '0' + DOORBELL_ALL);
	assert_int_equal(ring_as(BEN, true), 2);
	assert_int_equal(heard(&ana), 'w');
	assert_int_equal(heard(&ben), 'w');
	assert_int_equal(ring_as(ANA, true), 2);
	assert_int_equal(ring_as(CHO, false), 0);
	assert_int_equal(ring_as(0, false), 2);
	let_go(&ana);
	let_go(&ben);
	assert_int_equal(access(live, F_OK), -1);
	listen_as(&ben, BEN, true); /* whoever comes first makes the folder */
	assert_int_equal(await(ben.told), '0' + DOORBELL_ALL);
	assert_int_equal(ring_as(ANA, true), 1);
	assert_int_equal(heard(&ben), 'w');
	let_go(&ben);
	remove_board();
}

static void who_does_not_share_it_is_told_so(void **state)
{
	static const struct {
		mode_t parent, board;
		char ana, ben; /* how far each reaches */
	} rows[] = {
		{0755, 0644, DOORBELL_ALL, DOORBELL_APART}, /* Ben may only read */
		{0777, 0660, DOORBELL_SOME, DOORBELL_APART},
		{01777, 0666, DOORBELL_SOME, DOORBELL_APART},
	};

	(void)state;
	if (geteuid())
		skip();
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct listener ana, ben;

		assert_int_equal(make_board(rows[i].parent, rows[i].board), 0);
		listen_as(&ana, ANA, true);
		assert_int_equal(await(ana.told), '0' + rows[i].ana);
		listen_as(&ben, BEN, true);
		assert_int_equal(await(ben.told), '0' + rows[i].ben);
		assert_int_equal(ring_as(BEN, true), 0);
		assert_int_equal(heard(&ana), '-');
		assert_int_equal(ring_as(0, false), 1);
		let_go(&ana);
		let_go(&ben);
		remove_board();
	}
}

static void a_board_that_is_shared_no_more_is_closed(void **state)
{
	struct listener ana, ben;
	struct stat status;

	(void)state;
	if (geteuid())
		skip();
	assert_int_equal(make_board(02770, 0660), 0);
	listen_as(&ana, ANA, true);
	assert_int_equal(await(ana.told), '0' + DOORBELL_ALL);
	listen_as(&ben, BEN, true);
	assert_int_equal(await(ben.told), '0' + DOORBELL_ALL);
	assert_int_equal(stat(live, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0770);
	assert_int_equal(status.st_gid, TEAM);
	assert_int_equal(ring_as(BEN, true), 2);
	assert_int_equal(chmod(path, 0600), 0);
	assert_int_equal(heard(&ana), 'r'); /* what came before is from somebody who may not write by now */
	assert_int_equal(ring_as(ANA, true), 1);
	assert_int_equal(stat(live, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0700);
	assert_int_equal(ring_as(BEN, true), 0);
	let_go(&ben);
	let_go(&ana);
	assert_int_equal(access(live, F_OK), -1);
	remove_board();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(permissions_say_with_whom_a_board_is_shared),
		cmocka_unit_test(only_a_folder_of_those_who_share_is_trusted),
		cmocka_unit_test(who_shares_a_board_is_heard_at_once),
		cmocka_unit_test(who_does_not_share_it_is_told_so),
		cmocka_unit_test(a_board_that_is_shared_no_more_is_closed),
	};

	return cmocka_run_group_tests_name("live/sharing", tests, with_folder, without_folder);
}
