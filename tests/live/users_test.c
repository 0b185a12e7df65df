/* Two users of one machine on one board, each at a terminal. Only root can be them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "lib/person.h"

#define LIMIT_MS PERSON_LIMIT_MS

/* Nobody's; both are in the group of the folder. */
#define ANA "60101"
#define BEN "60102"
#define TEAM "60200"

static struct sandbox box;
static bool able; /* to be them */

/* Runs the program as USER, whose umask lets the group in. */
static int run_as(const char *user, const char *line)
{
	char reuid[32], command[400];
	char *argv[] = {(char *)"setpriv", reuid, (char *)"--regid=" TEAM, (char *)"--clear-groups", (char *)"sh",
		(char *)"-c", command, NULL};

	snprintf(reuid, sizeof(reuid), "--reuid=%s", user);
	snprintf(command, sizeof(command), "umask 007; evstorm %s", line);
	return sandbox_run(&box, argv, NULL, LIMIT_MS);
}

static struct screen *come(const char *user, const char *name)
{
	char reuid[32];
	char *argv[] = {(char *)"setpriv", reuid, (char *)"--regid=" TEAM, (char *)"--clear-groups", (char *)"evstorm",
		(char *)"b", (char *)"--as", (char *)name, NULL};
	struct screen *screen;

	snprintf(reuid, sizeof(reuid), "--reuid=%s", user);
	screen = screen_start(30, 100, argv, box.env.items);
	assert_non_null(screen);
	assert_true(screen_wait_text(screen, "b.evs", LIMIT_MS));
	return screen;
}

/* A folder that the group shares, and a board that Ana has made there. */
static int with_users(void **state)
{
	(void)state;
	if (!sandbox_init(&box))
		return -1;
	if (geteuid() || chmod(box.dir, 0755) || chmod("../home", 0777) ||
		chown("../boards", (uid_t)atoi(ANA), (gid_t)atoi(TEAM)) || chmod("../boards", 02770))
		return 0;
	able = run_as(ANA, "new b") == 0;
	return 0;
}

static int without_users(void **state)
{
	(void)state;
	sandbox_release(&box);
	return 0;
}

static void who_shares_the_folder_sees_the_other(void **state)
{
	struct screen *ana, *ben;
	struct stat status;

	(void)state;
	if (!able)
		skip();
	assert_int_equal(stat("../boards/b.evs", &status), 0);
	assert_int_equal(status.st_mode & 0777, 0660);
	assert_int_equal(status.st_gid, atoi(TEAM));
	ana = come(ANA, "ana");
	ben = come(BEN, "ben");
	assert_true(screen_wait_text(ana, "ben", LIMIT_MS));
	assert_true(screen_wait_text(ben, "ana", LIMIT_MS));
	assert_true(screen_keys(ben, "iOrdered"));
	assert_true(screen_wait_text(ana, "ben …", LIMIT_MS));
	assert_true(screen_keys(ben, "<Enter>"));
	assert_true(screen_wait_text(ana, "Ordered", LIMIT_MS));
	assert_int_equal(run_as(BEN, "do b --as ben add event Paid"), 0);
	assert_true(screen_wait_text(ana, "Paid", LIMIT_MS));
	assert_true(screen_keys(ana, ":people<Enter>"));
	assert_true(screen_wait_text(ana, "ben (" BEN ")", LIMIT_MS)); /* the account, in place of a name for it */
	assert_true(screen_keys(ana, "q:summon<Enter>")); /* either may write the board, so either may lead */
	assert_true(screen_wait_text(ben, "ana", LIMIT_MS));
	person_leaves(ben, "q");
	assert_true(screen_wait_gone(ana, "ben …", LIMIT_MS));
	person_leaves(ana, "q");
	assert_int_equal(access("../boards/b.evs.live", F_OK), -1);
}

static void where_it_is_not_shared_both_are_told(void **state)
{
	struct screen *ana, *ben;

	(void)state;
	if (!able)
		skip();
	assert_int_equal(chmod("../boards", 0777), 0);
	ana = come(ANA, "ana");
	assert_true(screen_keys(ana, "iHere<Enter>"));
	assert_true(screen_wait_text(ana, "Here", LIMIT_MS));
	ben = come(BEN, "ben");
	assert_true(screen_wait_text(ben, "another user of this machine; see", LIMIT_MS));
	assert_true(screen_keys(ben, "iOrdered<Enter>"));
	assert_true(screen_wait_text(ana, "Ordered", LIMIT_MS));
	assert_true(screen_wait_text(ana, "somebody works here as another user", LIMIT_MS));
	assert_true(screen_keys(ana, "iAnswered<Enter>"));
	assert_true(screen_wait_text(ben, "Answered", LIMIT_MS));
	person_leaves(ana, "q");
	person_leaves(ben, "q");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(who_shares_the_folder_sees_the_other, with_users, without_users),
		cmocka_unit_test_setup_teardown(where_it_is_not_shared_both_are_told, with_users, without_users),
	};

	return cmocka_run_group_tests_name("users", tests, NULL, NULL);
}
