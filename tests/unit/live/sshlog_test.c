#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "live/sshlog.h"

#define COMMAND "forced-command (key-option) ''/bin/evstorm' attend -- '/h/list' "

static void hears(struct sshlog *log, const char *line, const char *wanted)
{
	struct strbuf say = STRBUF_INIT;
	bool news = sshlog_hear(log, line, &say);

	if (news != !!wanted || strcmp(say.text, wanted ? wanted : ""))
		fail_msg("%s: said “%s”, not “%s”", line, say.text, wanted ? wanted : "");
	strbuf_release(&say);
}

static void who_comes_and_goes_is_said(void **state)
{
	struct sshlog log;

	(void)state;
	sshlog_init(&log);
	hears(&log, "Server listening on 0.0.0.0 port 2222.", NULL);
	hears(&log, "Connection from 10.0.0.7 port 53436 on 10.0.0.1 port 2222 rdomain \"\"", NULL);
	hears(&log, "Accepted publickey for u from 10.0.0.7 port 53436 ssh2: ED25519 SHA256:x", NULL);
	hears(&log,
		"Starting session: " COMMAND "'ana' 'observer' '/b'' on pts/0 for u from 10.0.0.7 "
		"port 53436 id 0",
		"ana joined from 10.0.0.7");
	hears(&log,
		"Starting session: " COMMAND "'\\352\\271\\200 O'\\\\''B' 'observer' '/b'' on pts/1 for u "
		"from ::1 port 7 id 0",
		"김 O'B joined from ::1");
	hears(&log, "Close session: user u from 10.0.0.7 port 5343 id 0", NULL);
	hears(&log, "Close session: user u from 10.0.0.7 port 53436 id 0", "ana left");
	hears(&log, "Received disconnect from 10.0.0.7 port 53436:11: disconnected by user", NULL);
	hears(&log, "Disconnected from user u 10.0.0.7 port 53436", NULL);
	hears(&log, "Timeout, client not responding from user u ::1 port 7", "김 O'B left");
	assert_int_equal(log.visits.count, 0);
	sshlog_release(&log);
}

static void a_guest_is_said_with_their_name(void **state)
{
	static const char from[] = "10.0.0.7 port 5";
	struct strbuf say = STRBUF_INIT;
	struct sshlog log;

	(void)state;
	sshlog_init(&log);
	hears(&log,
		"Starting session: forced-command (key-option) ''/bin/evstorm' welcome -- '/h/list' '5' 'observer' "
		"'/b'' on pts/0 for u from 10.0.0.7 port 5 id 0",
		NULL);
	hears(&log,
		"Starting session: forced-command (key-option) ''/bin/evstorm' welcome -- '/h/list' '5' 'observer' "
		"'/b'' on pts/0 for u from 10.0.0.7 port 6 id 0",
		NULL);
	assert_false(sshlog_name(&log, "10.0.0.7 port 7", "kim", &say));
	assert_true(sshlog_name(&log, from, "kim", &say));
	assert_string_equal(say.text, "kim joined as a guest from 10.0.0.7");
	assert_false(sshlog_name(&log, from, "kim", &say));
	hears(&log, "Close session: user u from 10.0.0.7 port 5 id 0", "kim left");
	hears(&log, "Close session: user u from 10.0.0.7 port 6 id 0", NULL); /* they have not said theirs */
	assert_int_equal(log.visits.count, 0);
	strbuf_release(&say);
	sshlog_release(&log);
}

static void who_is_kept_out_is_said(void **state)
{
	struct sshlog log;

	(void)state;
	sshlog_init(&log);
	hears(&log, "Failed publickey for u from 10.0.0.7 port 5 ssh2: ED25519 SHA256:x", NULL);
	hears(&log, "Connection closed by authenticating user u 10.0.0.7 port 5 [preauth]",
		"somebody from 10.0.0.7 was turned away: no invited key");
	hears(&log, "Connection closed by 10.0.0.7 port 5", NULL);
	sshlog_release(&log);
}

static void what_comes_without_an_end_is_said_now_and_then(void **state)
{
	struct sshlog log;

	(void)state;
	sshlog_init(&log);
	hears(&log, "beginning MaxStartups throttling", NULL);
	hears(&log, "drop connection #41 from [10.0.0.7]:4711 on [10.0.0.1]:2222 past MaxStartups",
		"10.0.0.7 opens connections without logging in: 1 turned away");
	for (int i = 0; i < 56; i++)
		hears(&log, "drop connection #41 from [10.0.0.7]:4711 on [10.0.0.1]:2222 past MaxStartups", NULL);
	hears(&log, "drop connection #41 from [fe80::7]:4711 on [fe80::1]:2222 penalty: no authentication attempts",
		"fe80::7 opens connections without logging in: 57 turned away");
	for (int i = 1; i < 9; i++) {
		char line[80], said[80];

		snprintf(line, sizeof(line),
			"drop connection #41 from [10.0.0.%d]:7 on [10.0.0.1]:2222 past MaxStartups", i);
		snprintf(said, sizeof(said), "10.0.0.%d opens connections without logging in: 1 turned away", i);
		hears(&log, line, i <= 3 ? said : NULL);
	}
	hears(&log, "drop connection #41 from nowhere", NULL);
	hears(&log, "Disconnected from authenticating user u 10.0.0.7 port 5 [preauth]",
		"somebody from 10.0.0.7 was turned away: no invited key");
	hears(&log, "Disconnected from authenticating user u 10.0.0.7 port 6 [preauth]", NULL);
	hears(&log, "Disconnected from authenticating user u 10.0.0.70 port 6 [preauth]",
		"somebody from 10.0.0.70 was turned away: no invited key");
	sshlog_release(&log);
}

static void a_name_that_looks_like_a_line_of_sshd_is_a_name(void **state)
{
	struct sshlog log;

	(void)state;
	sshlog_init(&log);
	hears(&log,
		"Starting session: " COMMAND "'x from 1.1.1.1 port 9 id 0' 'observer' '/b'' on pts/0 "
		"for u from 10.0.0.7 port 5 id 0",
		"x from 1.1.1.1 port 9 id 0 joined from 10.0.0.7");
	hears(&log, "Starting session: shell on pts/0 for u from 10.0.0.7 port 6 id 0", NULL);
	hears(&log, "Starting session: " COMMAND "'cut", NULL);
	hears(&log, "", NULL);
	hears(&log, " port ", NULL);
	sshlog_release(&log);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_comes_and_goes_is_said),
		cmocka_unit_test(a_guest_is_said_with_their_name),
		cmocka_unit_test(who_is_kept_out_is_said),
		cmocka_unit_test(what_comes_without_an_end_is_said_now_and_then),
		cmocka_unit_test(a_name_that_looks_like_a_line_of_sshd_is_a_name),
	};

	return cmocka_run_group_tests_name("live/sshlog", tests, NULL, NULL);
}
