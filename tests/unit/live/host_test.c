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
#include "live/host.h"
#include "live/program.h"
#include "live/sshdconf.h"

static char folder[] = "/tmp/evstorm-host-XXXXXX";
static char inner[64];

static int with_folder(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	snprintf(inner, sizeof(inner), "%s/100%%.host", folder);
	return 0;
}

static int without_folder(void **state)
{
	(void)state;
	rmdir(inner);
	return rmdir(folder);
}

static void has_line(const struct strbuf *text, const char *line)
{
	struct strbuf wanted = STRBUF_INIT;

	strbuf_addf(&wanted, "\n%s\n", line);
	if (!strstr(text->text, wanted.text))
		fail_msg("the configuration lacks: %s\n%s", line, text->text);
	strbuf_release(&wanted);
}

static void the_configuration_lets_in_by_key_and_to_nothing_else(void **state)
{
	static const char *const lines[] = {"PasswordAuthentication no", "KbdInteractiveAuthentication no",
		"AuthenticationMethods publickey", "DisableForwarding yes", "AllowAgentForwarding no",
		"X11Forwarding no", "AllowTcpForwarding no", "PermitTunnel no", "PermitUserRC no",
		"PermitUserEnvironment no", "UsePAM no", "AllowUsers ana", "MaxSessions 1", "LogLevel VERBOSE",
		"PidFile none"};
	struct vec boards = VEC_INIT(char *);
	struct strbuf text = STRBUF_INIT, line = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct host host;

	(void)state;
	unsetenv("LC_ALL");
	unsetenv("LANGUAGE");
	unsetenv("EVSTORM_LOCALEDIR");
	unsetenv("TZ");
	unsetenv("XDG_CONFIG_HOME");
	unsetenv("XDG_STATE_HOME");
	setenv("LANG", "ko_KR.UTF-8", 1);
	setenv("HOME", "/home/ana", 1);
	if (host_open(&host, inner, &err))
		fail_msg("%s", err.text);
	vec_add(&boards, const char *) = "/b/shop.evs";
	vec_add(&boards, const char *) = "/b/my bank.evs";
	sshdconf_write(&host, 2200, "ana", &boards, &text);
	assert_int_equal(strncmp(text.text, "Port 2200\n", 10), 0);
	for (size_t i = 0; i < ARRAY_SIZE(lines); i++)
		has_line(&text, lines[i]);
	has_line(&text, "SetEnv \"EVSTORM_HOSTED=/b/shop.evs:/b/my bank.evs\" \"LANG=ko_KR.UTF-8\" "
			"\"HOME=/home/ana\"");
	strbuf_addf(&line, "AuthorizedKeysFile \"%s/100%%%%.host/authorized_keys\"", folder);
	has_line(&text, line.text);
	assert_null(strstr(text.text, "AcceptEnv"));
	assert_null(strstr(text.text, "Subsystem"));
	strbuf_release(&text);
	strbuf_release(&line);
	vec_release(&boards);
	host_release(&host);
}

static void limits_by_source_are_for_an_sshd_that_has_them(void **state)
{
	struct strbuf text = STRBUF_INIT;

	(void)state;
	sshdconf_add_by_source("", &text);
	sshdconf_add_by_source("port 22\nforcecommand persourcepenalties no\n", &text);
	assert_string_equal(text.text, "");
	sshdconf_add_by_source("port 22\npersourcemaxstartups none\n", &text);
	assert_string_equal(text.text, "PerSourceMaxStartups 40\nPerSourceNetBlockSize 32:64\n");
	sshdconf_add_by_source("persourcepenalties crash:90 authfail:5\n", &text);
	assert_non_null(strstr(text.text, "\nPerSourcePenalties crash:90s "));
	strbuf_release(&text);
}

static void the_folder_is_its_owners_alone(void **state)
{
	struct stat status;
	struct host host;

	(void)state;
	assert_int_equal(host_open(&host, inner, NULL), 0);
	host_release(&host);
	assert_int_equal(stat(inner, &status), 0);
	assert_int_equal(status.st_mode & 07777, 0700);
	assert_int_equal(chmod(inner, 0750), 0);
	assert_int_not_equal(host_open(&host, inner, NULL), 0);
	host_release(&host);
	assert_int_equal(chmod(inner, 0700), 0);
}

static void a_path_that_sshd_would_read_otherwise_is_refused(void **state)
{
	static const char *const bad[] = {"/a\"b", "/a'b", "/a\\b", "/a:b", "/a\nb", "/a\033b", "/a\177"};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		assert_int_not_equal(host_check_path(bad[i], NULL), 0);
	assert_int_equal(host_check_path("/home/김/my boards/shop.evs", NULL), 0);
}

static void a_program_that_is_missing_is_named_with_its_package(void **state)
{
	struct strbuf path = STRBUF_INIT;
	struct error err = ERROR_INIT;

	(void)state;
	assert_int_equal(program_find("sh", "dash", &path, NULL), 0);
	assert_int_equal(path.text[0], '/');
	assert_int_equal(program_find("no-such-sshd", "openssh-server", &path, &err), ERROR_SYSTEM);
	assert_string_equal(err.text, "no-such-sshd is not installed; install the package openssh-server");
	strbuf_release(&path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_configuration_lets_in_by_key_and_to_nothing_else),
		cmocka_unit_test(limits_by_source_are_for_an_sshd_that_has_them),
		cmocka_unit_test(the_folder_is_its_owners_alone),
		cmocka_unit_test(a_path_that_sshd_would_read_otherwise_is_refused),
		cmocka_unit_test(a_program_that_is_missing_is_named_with_its_package),
	};

	return cmocka_run_group_tests_name("live/host", tests, with_folder, without_folder);
}
