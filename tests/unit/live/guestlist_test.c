#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/mem.h"
#include "live/guestlist.h"

#define KEY "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHZ9lpt0mDI+/cEZF2miwHFZt/EkAtG5JLxFiv/+LGbb"
#define ONE "0123456789ab"
#define TWO "DESK-7-12345"

static char folder[] = "/tmp/evstorm-guests-XXXXXX";
static char invited[64], list[64];

static int with_folder(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	snprintf(invited, sizeof(invited), "%s/authorized_keys", folder);
	snprintf(list, sizeof(list), "%s/guests", folder);
	return 0;
}

static int without_folder(void **state)
{
	(void)state;
	unlink(list);
	return rmdir(folder);
}

static int enter(struct guestlist *guests, const char *name, const char *token)
{
	return guestlist_enter(guests, name, token, "10.0.0.7 port 4711", NULL);
}

static void a_name_is_the_machines_that_took_it(void **state)
{
	struct guestlist guests;

	(void)state;
	guestlist_init(&guests);
	assert_int_equal(enter(&guests, "Kim", ONE), 0);
	assert_int_equal(enter(&guests, "Kim", ONE), 0);
	assert_int_equal(guests.list.count, 1);
	assert_int_not_equal(enter(&guests, "Kim", TWO), 0);
	assert_int_not_equal(enter(&guests, "kIM", TWO), 0);
	assert_int_not_equal(enter(&guests, "Kim", "-"), 0);
	assert_int_equal(enter(&guests, "Lee", "-"), 0);
	assert_int_not_equal(enter(&guests, "Lee", "-"), 0); /* it may be somebody else */
	assert_int_equal(enter(&guests, "Max", ONE), 0);
	assert_string_equal(guestlist_known(&guests, ONE)->name, "Max");
	assert_int_equal(enter(&guests, "Kim", ONE), 0);
	assert_string_equal(guestlist_known(&guests, ONE)->name, "Kim");
	assert_null(guestlist_known(&guests, TWO));
	assert_null(guestlist_known(&guests, "-"));
	guestlist_release(&guests);
}

static void who_is_sent_out_has_no_other_name(void **state)
{
	struct guestlist guests;

	(void)state;
	guestlist_init(&guests);
	enter(&guests, "Kim", ONE);
	enter(&guests, "Max", ONE);
	enter(&guests, "Lee", TWO);
	enter(&guests, "Pia", "-");
	enter(&guests, "Uma", "-");
	assert_int_equal(guestlist_expel(&guests, "nobody"), 0);
	assert_int_equal(guestlist_expel(&guests, "Kim"), 2);
	assert_int_equal(guestlist_expel(&guests, "Pia"), 1);
	assert_true(guestlist_is_out(&guests, ONE));
	assert_false(guestlist_is_out(&guests, TWO));
	assert_false(guestlist_is_out(&guests, "-"));
	assert_int_not_equal(enter(&guests, "Kim", ONE), 0);
	assert_int_not_equal(enter(&guests, "Pia", "-"), 0);
	guestlist_release(&guests);
}

static void the_list_is_bounded(void **state)
{
	struct guestlist guests;
	char name[16];

	(void)state;
	guestlist_init(&guests);
	for (int i = 0; i < GUESTLIST_MOST; i++) {
		snprintf(name, sizeof(name), "guest%d", i);
		assert_int_equal(enter(&guests, name, "-"), 0);
	}
	assert_int_not_equal(enter(&guests, "one more", "-"), 0);
	guestlist_release(&guests);
}

static void what_is_written_is_read_again(void **state)
{
	struct guestlist guests, read;
	const struct guest *guest;

	(void)state;
	guestlist_init(&guests);
	guestlist_init(&read);
	assert_int_equal(guestlist_load(&read, invited, NULL), 0);
	assert_int_equal(read.list.count, 0);
	enter(&guests, "김 민지 O'B", ONE);
	enter(&guests, "in out", "-");
	guestlist_expel(&guests, "in out");
	assert_int_equal(guestlist_save(&guests, invited, NULL), 0);
	assert_int_equal(guestlist_load(&read, invited, NULL), 0);
	assert_int_equal(read.list.count, 2);
	guest = vec_at(&read.list, 0);
	assert_string_equal(guest->name, "김 민지 O'B");
	assert_string_equal(guest->token, ONE);
	assert_string_equal(guest->from, "10.0.0.7 port 4711");
	assert_false(guest->out);
	assert_true(vec_get(&read.list, struct guest, 1).out);
	guestlist_release(&guests);
	guestlist_release(&read);
}

static void a_line_of_something_else_is_an_error(void **state)
{
	static const char *const bad[] = {"", "in", "in - - port 0", "in - - port 0 ", "up - - port 0 Kim",
		"in short - port 0 Kim", "in a/b/c/d/e/f - port 0 Kim", "in - - at 0 Kim", "in - - port 0 K\033[31m"};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		FILE *file = fopen(list, "w");
		struct guestlist guests;

		assert_non_null(file);
		fprintf(file, "in - - port 0 Lee\n%s\n", bad[i]);
		fclose(file);
		guestlist_init(&guests);
		if (!guestlist_load(&guests, invited, NULL))
			fail_msg("“%s” was read", bad[i]);
		guestlist_release(&guests);
	}
}

static void a_guest_has_what_the_key_of_the_guests_opens(void **state)
{
	struct guestlist guests;
	struct invites invites;

	(void)state;
	guestlist_init(&guests);
	invites_init(&invites);
	enter(&guests, "Kim", ONE);
	assert_int_equal(guestlist_until(&guests, &invites, "Kim", "/b/shop.evs", ROLE_PARTICIPANT), 0);
	invites_add_guests(&invites, KEY, "/b/shop.evs", ROLE_PARTICIPANT, 5000);
	assert_int_equal(guestlist_until(&guests, &invites, "Kim", "/b/shop.evs", ROLE_PARTICIPANT), 5000);
	assert_int_equal(guestlist_until(&guests, &invites, "Kim", "/b/shop.evs", ROLE_OBSERVER), 0);
	assert_int_equal(guestlist_until(&guests, &invites, "Kim", "/b/shop.evs", ROLE_FACILITATOR), 0);
	assert_int_equal(guestlist_until(&guests, &invites, "Kim", "/b/bank.evs", ROLE_PARTICIPANT), 0);
	assert_int_equal(guestlist_until(&guests, &invites, "Lee", "/b/shop.evs", ROLE_PARTICIPANT), 0);
	guestlist_expel(&guests, "Kim");
	assert_int_equal(guestlist_until(&guests, &invites, "Kim", "/b/shop.evs", ROLE_PARTICIPANT), 0);
	invites_release(&invites);
	guestlist_release(&guests);
}

static void a_token_is_plain(void **state)
{
	(void)state;
	assert_true(guestlist_is_token("DESKTOP-4F_2.x-3276712"));
	assert_false(guestlist_is_token("1234567"));
	assert_false(guestlist_is_token("12345678 "));
	assert_false(guestlist_is_token("$(reboot)"));
	assert_false(guestlist_is_token(
		"12345678901234567890123456789012345678901234567890123456789012345678901234567890x"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_is_the_machines_that_took_it),
		cmocka_unit_test(who_is_sent_out_has_no_other_name),
		cmocka_unit_test(the_list_is_bounded),
		cmocka_unit_test(what_is_written_is_read_again),
		cmocka_unit_test(a_line_of_something_else_is_an_error),
		cmocka_unit_test(a_guest_has_what_the_key_of_the_guests_opens),
		cmocka_unit_test(a_token_is_plain),
	};

	return cmocka_run_group_tests(tests, with_folder, without_folder);
}
