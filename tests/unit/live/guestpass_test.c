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
#include "live/guestpass.h"

#define HOST "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHZ9lpt0mDI+/cEZF2miwHFZt/EkAtG5JLxFiv/+LGbb"
#define BEGIN "-----BEGIN OPENSSH PRIVATE KEY-----"
#define END "-----END OPENSSH PRIVATE KEY-----"
#define SSH                                                                            \
	"ssh -F none -t -p 2222 -i key -o IdentitiesOnly=yes -o HostKeyAlias=evstorm " \
	"-o UserKnownHostsFile=host -o StrictHostKeyChecking=yes ana@192.168.0.7"

static char folder[] = "/tmp/evstorm-pass-XXXXXX";
static char key[64], host[64];

static void file_of(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static int with_folder(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	snprintf(key, sizeof(key), "%s/key", folder);
	snprintf(host, sizeof(host), "%s/host", folder);
	return 0;
}

static int without_folder(void **state)
{
	(void)state;
	unlink(key);
	unlink(host);
	return rmdir(folder);
}

static void pass_of(struct guestpass *pass)
{
	*pass = (struct guestpass)GUESTPASS_INIT;
	file_of(key, BEGIN "\nb3Blbn\nNzaC0=\n" END "\n");
	file_of(host, HOST " evstorm\n");
	assert_int_equal(guestpass_read(pass, key, host, "ana", "192.168.0.7", 2222, NULL), 0);
}

static void the_line_for_shells_is_one_word_to_sh(void **state)
{
	struct guestpass pass;
	struct strbuf line = STRBUF_INIT, wanted = STRBUF_INIT;

	(void)state;
	pass_of(&pass);
	guestpass_posix(&pass, &line);
	strbuf_addf(&wanted,
		"sh -c 'umask 077; d=~/.evstorm/%s; mkdir -p \"$d\" && cd \"$d\" && "
		"printf \"%%s\\n\" \"" BEGIN "\" b3BlbnNzaC0= \"" END "\" >key && chmod 600 key && "
		"echo evstorm " HOST " >host && "
		"{ test -s me || od -An -N12 -tx1 /dev/urandom | tr -d \" \\n\" >me; } && "
		"exec " SSH " \"$(cat me)\"'",
		pass.id.text);
	assert_string_equal(line.text, wanted.text);
	strbuf_release(&line);
	strbuf_release(&wanted);
	guestpass_release(&pass);
}

/* cmd takes what stands between the first quote and the last; to PowerShell it is one string, in which "$" and "`"
 * would mean something. Behind each "(echo" the line end is that of Windows, which its ssh reads. */
static void the_line_for_windows_means_the_same_to_both_shells(void **state)
{
	struct guestpass pass;
	struct strbuf line = STRBUF_INIT, wanted = STRBUF_INIT;

	(void)state;
	pass_of(&pass);
	guestpass_windows(&pass, &line);
	strbuf_addf(&wanted,
		"cmd /c \"cd /d %%USERPROFILE%%&md .evstorm\\%s 2>nul&cd .evstorm\\%s&"
		"(echo " BEGIN "&echo b3BlbnNzaC0=&echo " END ")>key&"
		"icacls key /inheritance:d /remove:g *S-1-1-0 *S-1-5-11 *S-1-5-32-545 >nul&"
		"(echo evstorm " HOST ")>host&"
		"(if not exist me (echo %%COMPUTERNAME%%-%%RANDOM%%%%RANDOM%%%%RANDOM%%)>me)&"
		"for /f %%i in (me) do @" SSH " %%i\"",
		pass.id.text, pass.id.text);
	assert_string_equal(line.text, wanted.text);
	assert_null(strpbrk(line.text, "$`'^!|"));
	assert_ptr_equal(strchr(line.text + strlen("cmd /c \""), '"'), line.text + line.len - 1);
	strbuf_release(&line);
	strbuf_release(&wanted);
	guestpass_release(&pass);
}

static void scripts_are_what_their_systems_run(void **state)
{
	struct strbuf script = STRBUF_INIT, batch = STRBUF_INIT;
	struct guestpass pass;

	(void)state;
	pass_of(&pass);
	guestpass_script(&pass, &script);
	guestpass_batch(&pass, &batch);
	assert_int_equal(strncmp(script.text, "#!/bin/sh\numask 077\nd=~/.evstorm/", 33), 0);
	assert_non_null(strstr(script.text, "exec " SSH " \"$(cat me)\"\n"));
	assert_int_equal(strncmp(batch.text, "@echo off\r\ncd /d %USERPROFILE%\r\n", 31), 0);
	assert_non_null(strstr(batch.text, "\r\nfor /f %%i in (me) do @" SSH " %%i\r\npause\r\n"));
	for (const char *at = batch.text; (at = strchr(at, '\n')); at++)
		assert_int_equal(at[-1], '\r');
	strbuf_release(&script);
	strbuf_release(&batch);
	guestpass_release(&pass);
}

static void each_key_has_a_folder_of_its_own(void **state)
{
	struct guestpass one, other = GUESTPASS_INIT;

	(void)state;
	pass_of(&one);
	assert_int_equal(one.id.len, 8);
	file_of(key, BEGIN "\nb3Blbn\nNzaC1=\n" END "\n");
	assert_int_equal(guestpass_read(&other, key, host, "ana", "::1", 2222, NULL), 0);
	assert_string_not_equal(one.id.text, other.id.text);
	guestpass_release(&one);
	guestpass_release(&other);
}

static void what_is_no_key_is_refused(void **state)
{
	static const char *const bad[] = {"", "text", BEGIN "\n" END "\n", BEGIN "\n$(reboot)\n" END "\n",
		BEGIN "\nb3Bl'bn\n" END "\n", BEGIN "\nb3Bl\n"};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		struct guestpass pass = GUESTPASS_INIT;

		file_of(key, bad[i]);
		if (!guestpass_read(&pass, key, host, "ana", "a", 2222, NULL))
			fail_msg("taken for a key: %s", bad[i]);
		guestpass_release(&pass);
	}
}

static void users_and_addresses_are_plain(void **state)
{
	static const char *const bad[] = {"", "-oProxyCommand=x", "a b", "a;b", "a'b", "fe80::1%eth0", "a%b", "a\"b"};

	(void)state;
	assert_int_equal(guestpass_check("ana.k-2_x", "host-1.example.org", NULL), 0);
	assert_int_equal(guestpass_check("ana", "192.168.0.7", NULL), 0);
	assert_int_equal(guestpass_check("ana", "2001:db8::7", NULL), 0);
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		assert_int_not_equal(guestpass_check("ana", bad[i], NULL), 0);
		assert_int_not_equal(guestpass_check(bad[i], "host", NULL), 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_line_for_shells_is_one_word_to_sh),
		cmocka_unit_test(the_line_for_windows_means_the_same_to_both_shells),
		cmocka_unit_test(scripts_are_what_their_systems_run),
		cmocka_unit_test(each_key_has_a_folder_of_its_own),
		cmocka_unit_test(what_is_no_key_is_refused),
		cmocka_unit_test(users_and_addresses_are_plain),
	};

	return cmocka_run_group_tests(tests, with_folder, without_folder);
}
