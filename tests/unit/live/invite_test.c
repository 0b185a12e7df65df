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

#include "base/mem.h"
#include "live/invite.h"

#define ANA "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHZ9lpt0mDI+/cEZF2miwHFZt/EkAtG5JLxFiv/+LGbb"
#define BEN                                                                                                        \
	"ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBLsdMQRm4Fgd7zgqu1jTdNdmv2Uo7FqA" \
	"et+R4X6vNOaVAQOuwZhbHyP7zH+HRsEXKhccH01WBryBWio8+wAvbak="

static char folder[] = "/tmp/evstorm-invite-XXXXXX";
static char list[64];

static int with_folder(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	snprintf(list, sizeof(list), "%s/list", folder);
	return 0;
}

static int without_folder(void **state)
{
	(void)state;
	unlink(list);
	return rmdir(folder);
}

static int add(struct invites *invites, const char *key, const char *name, const char *board, enum role role)
{
	bool changed;

	return invites_add(invites, key, name, board, role, &changed, NULL) ? -1 : changed;
}

static void a_line_of_the_guests_is_nobodys(void **state)
{
	struct vec boards = VEC_INIT(const char *);
	struct strbuf line = STRBUF_INIT;
	struct invites invites;
	struct invite read;

	(void)state;
	invites_init(&invites);
	add(&invites, BEN, "ben", "/b/shop.evs", ROLE_OBSERVER);
	invites_add_guests(&invites, ANA, "/b/shop.evs", ROLE_FACILITATOR, 1795183500);
	assert_int_equal(invites_guests(&invites, "/b/shop.evs")->until, 1795183500);
	assert_null(invites_guests(&invites, "/b/bank.evs"));
	invite_write(vec_at(&invites.list, 1), "/bin/evstorm", "/h/list", &line);
	assert_string_equal(line.text, "restrict,pty,command=\"'/bin/evstorm' welcome -- '/h/list' '1795183500' "
				       "'participant' '/b/shop.evs'\" " ANA); /* and never more than that */
	assert_int_equal(invite_parse(line.text, &read, NULL), 0);
	assert_int_equal(read.until, 1795183500);
	vec_add(&invites.list, struct invite) = read;
	assert_false(invites_allow(&invites, "", "/b/shop.evs", ROLE_PARTICIPANT));
	assert_int_equal(invites_remove(&invites, "", "/b/shop.evs"), 0);
	assert_int_equal(add(&invites, ANA, "ana", "/b/shop.evs", ROLE_PARTICIPANT), -1);
	assert_int_equal(invites_remove_guests(&invites, &boards, 1795183499), 0);
	assert_int_equal(invites_remove_guests(&invites, &boards, 1795183500), 2);
	assert_int_equal(invites.list.count, 1);
	invites_add_guests(&invites, ANA, "/b/shop.evs", ROLE_OBSERVER, 1795183500);
	vec_add(&boards, const char *) = "/b/bank.evs";
	assert_int_equal(invites_remove_guests(&invites, &boards, 0), 0);
	vec_add(&boards, const char *) = "/b/shop.evs";
	assert_int_equal(invites_remove_guests(&invites, &boards, 0), 1);
	vec_release(&boards);
	strbuf_release(&line);
	invites_release(&invites);
}

static void a_line_of_the_guests_with_more_is_none(void **state)
{
	static const char *const bad[] = {"'facilitator' '/b'", "'king' '/b'", "'observer' 'b'", "'observer'", ""};
	static const char *const times[] = {"0", "-5", "x", "5x", ""};
	struct strbuf line = STRBUF_INIT;
	struct invite read;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		strbuf_reset(&line);
		strbuf_addf(&line, "restrict,pty,command=\"'/e' welcome -- '/l' '5' %s\" " ANA, bad[i]);
		assert_int_not_equal(invite_parse(line.text, &read, NULL), 0);
	}
	for (size_t i = 0; i < ARRAY_SIZE(times); i++) {
		strbuf_reset(&line);
		strbuf_addf(&line, "restrict,pty,command=\"'/e' welcome -- '/l' '%s' 'observer' '/b'\" " ANA, times[i]);
		assert_int_not_equal(invite_parse(line.text, &read, NULL), 0);
	}
	strbuf_release(&line);
}

static void a_line_fixes_person_role_and_boards(void **state)
{
	struct strbuf line = STRBUF_INIT;
	struct invites invites;

	(void)state;
	invites_init(&invites);
	assert_int_equal(add(&invites, ANA, "ana", "/b/shop.evs", ROLE_PARTICIPANT), 0);
	assert_int_equal(add(&invites, ANA, "ana", "/b/my bank.evs", ROLE_OBSERVER), 0);
	assert_int_equal(invites.list.count, 1);
	invite_write(vec_at(&invites.list, 0), "/bin/evstorm", "/h/list", &line);
	assert_string_equal(line.text, "restrict,pty,command=\"'/bin/evstorm' attend -- '/h/list' 'ana' "
				       "'participant' '/b/shop.evs' 'observer' '/b/my bank.evs'\" " ANA);
	strbuf_release(&line);
	invites_release(&invites);
}

/* Whatever somebody is called, the shell and sshd read their name as one word and as it is. */
static void names_survive_sshd_and_the_shell(void **state)
{
	static const char *const names[] = {"ana", "O'Brien", "a\"b", "\\", "'", "\"", "'\"\\'", "$(id)", "`id`",
		"a; rm -rf x", "-o", "--as", "김 철수", "' 'facilitator' '/b", "\" ssh-rsa A", "*"};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		struct strbuf line = STRBUF_INIT;
		struct invites invites;
		struct invite read;

		invites_init(&invites);
		assert_int_equal(add(&invites, ANA, names[i], "/b/it's.evs", ROLE_OBSERVER), 0);
		invite_write(vec_at(&invites.list, 0), "/bin/evstorm", "/h/l", &line);
		assert_int_equal(invite_parse(line.text, &read, NULL), 0);
		assert_string_equal(read.name, names[i]);
		assert_string_equal(read.key, ANA);
		assert_int_equal(read.grants.count, 1);
		assert_non_null(invite_grants(&read, "/b/it's.evs"));
		vec_add(&invites.list, struct invite) = read;
		strbuf_release(&line);
		invites_release(&invites);
	}
}

static void the_list_is_kept_for_its_owner_alone(void **state)
{
	struct invites invites, again;
	struct stat status;

	(void)state;
	invites_init(&invites);
	invites_init(&again);
	assert_int_equal(invites_load(&invites, list, NULL), 0);
	assert_int_equal(invites.list.count, 0);
	add(&invites, ANA, "ana", "/b/shop.evs", ROLE_FACILITATOR);
	add(&invites, BEN, "ben", "/b/shop.evs", ROLE_OBSERVER);
	assert_int_equal(invites_save(&invites, list, "/bin/evstorm", NULL), 0);
	assert_int_equal(stat(list, &status), 0);
	assert_int_equal(status.st_mode & 07777, 0600);
	assert_int_equal(invites_load(&again, list, NULL), 0);
	assert_int_equal(again.list.count, 2);
	assert_true(invites_allow(&again, "ana", "/b/shop.evs", ROLE_FACILITATOR));
	assert_true(invites_allow(&again, "ben", "/b/shop.evs", ROLE_OBSERVER));
	assert_false(invites_allow(&again, "ben", "/b/shop.evs", ROLE_PARTICIPANT));
	assert_false(invites_allow(&again, "ben", "/b/bank.evs", ROLE_OBSERVER));
	assert_false(invites_allow(&again, "eve", "/b/shop.evs", ROLE_OBSERVER));
	invites_release(&invites);
	invites_release(&again);
}

static void a_key_is_one_persons(void **state)
{
	struct invites invites;

	(void)state;
	invites_init(&invites);
	add(&invites, ANA, "ana", "/b/shop.evs", ROLE_PARTICIPANT);
	assert_int_equal(add(&invites, ANA, "eve", "/b/bank.evs", ROLE_FACILITATOR), -1);
	assert_false(invites_allow(&invites, "eve", "/b/bank.evs", ROLE_FACILITATOR));
	assert_int_equal(add(&invites, ANA, "ana", "/b/shop.evs", ROLE_PARTICIPANT), 0);
	assert_int_equal(add(&invites, ANA, "ana", "/b/shop.evs", ROLE_OBSERVER), 1);
	assert_false(invites_allow(&invites, "ana", "/b/shop.evs", ROLE_PARTICIPANT));
	invites_release(&invites);
}

static void revoking_takes_all_keys_of_a_person_from_one_board(void **state)
{
	struct invites invites;

	(void)state;
	invites_init(&invites);
	add(&invites, ANA, "ana", "/b/shop.evs", ROLE_PARTICIPANT);
	add(&invites, ANA, "ana", "/b/bank.evs", ROLE_PARTICIPANT);
	add(&invites, BEN, "ana", "/b/shop.evs", ROLE_OBSERVER);
	assert_int_equal(invites_remove(&invites, "ana", "/b/shop.evs"), 2);
	assert_int_equal(invites.list.count, 1);
	assert_true(invites_allow(&invites, "ana", "/b/bank.evs", ROLE_PARTICIPANT));
	assert_int_equal(invites_remove(&invites, "ana", "/b/shop.evs"), 0);
	assert_int_equal(invites_remove(&invites, "ana", "/b/bank.evs"), 1);
	assert_int_equal(invites.list.count, 0);
	invites_release(&invites);
}

static void other_lines_are_none_of_ours(void **state)
{
	static const char *const lines[] = {
		"",
		ANA,
		"restrict " ANA,
		"restrict,pty,command=\"sh\" " ANA,
		"restrict,pty,command=\"'e' attend -- 'l' 'ana'\" " ANA,
		"restrict,pty,command=\"'e' attend -- 'l' 'ana' 'king' '/b'\" " ANA,
		"restrict,pty,command=\"'e' attend -- 'l' 'ana' 'observer' 'b'\" " ANA,
		"restrict,pty,command=\"'e' attend -- 'l' 'ana' 'observer'\" " ANA,
		"restrict,pty,command=\"'e' attend -- 'l' 'ana' 'observer' '/b\" " ANA,
		"restrict,pty,command=\"'e' attend -- 'l' 'ana' 'observer' '/b'\",from=\"x\" " ANA,
		"restrict,pty,command=\"'e' attend -- 'l' 'ana' 'observer' '/b'\" ssh-ed25519 AA'A",
		"pty,command=\"'e' attend -- 'l' 'ana' 'observer' '/b'\" " ANA,
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(lines); i++) {
		struct invite invite;

		if (!invite_parse(lines[i], &invite, NULL))
			fail_msg("taken for an invitation: %s", lines[i]);
	}
}

static void names_are_cleaned(void **state)
{
	struct strbuf name = STRBUF_INIT;

	(void)state;
	assert_int_equal(invite_name(" e\033[31mv\ni\u202el ", &name, NULL), 0);
	assert_null(strpbrk(name.text, "\033\n"));
	assert_null(strstr(name.text, "\u202e"));
	assert_int_not_equal(invite_name(" \033 ", &name, NULL), 0);
	assert_int_not_equal(invite_name("\377", &name, NULL), 0);
	strbuf_release(&name);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_of_the_guests_is_nobodys),
		cmocka_unit_test(a_line_of_the_guests_with_more_is_none),
		cmocka_unit_test(a_line_fixes_person_role_and_boards),
		cmocka_unit_test(names_survive_sshd_and_the_shell),
		cmocka_unit_test(the_list_is_kept_for_its_owner_alone),
		cmocka_unit_test(a_key_is_one_persons),
		cmocka_unit_test(revoking_takes_all_keys_of_a_person_from_one_board),
		cmocka_unit_test(other_lines_are_none_of_ours),
		cmocka_unit_test(names_are_cleaned),
	};

	return cmocka_run_group_tests_name("live/invite", tests, with_folder, without_folder);
}
