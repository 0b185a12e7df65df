#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "lib/folder.h"
#include "mcp/serve.h"

static const char ping[] = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n";

/* Serves, with OPTIONS, a client that asks one thing and STAYS or leaves; returns how long that took in ms. What it got
 * is in ANSWER. */
static int64_t serve(const struct serve_options *options, bool stays, char answer[100], int *failed)
{
	struct session *session;
	int64_t began;
	ssize_t got;
	int to[2], from[2];

	assert_int_equal(session_open(folder_file(), STORE_NEW, "Bot", &session, NULL), 0);
	assert_int_equal(pipe(to), 0);
	assert_int_equal(pipe(from), 0);
	assert_int_equal(write(to[1], ping, strlen(ping)), strlen(ping));
	if (!stays)
		close(to[1]);
	began = clock_span_ms();
	*failed = serve_client(session, options, to[0], from[1], NULL);
	began = clock_span_ms() - began;
	close(from[1]);
	got = read(from[0], answer, 99);
	assert_true(got >= 0);
	answer[got] = '\0';
	close(from[0]);
	close(to[0]);
	if (stays)
		close(to[1]);
	session_close(session);
	assert_int_equal(unlink(folder_file()), 0);
	return began;
}

static void who_has_used_too_much_rests_before_it_is_answered(void **state)
{
	struct ration ration = {.left_ms = -300, .since_ms = clock_span_ms()};
	struct serve_options options = {.ration = &ration};
	char answer[100];
	int failed;

	(void)state;
	assert_in_range(serve(&options, false, answer, &failed), 500, INT32_MAX);
	assert_int_equal(failed, 0);
	assert_non_null(strstr(answer, "\"result\":{}"));
	ration = (struct ration){.left_ms = 10000, .since_ms = clock_span_ms()};
	serve(&options, false, answer, &failed);
	assert_in_range(ration.left_ms, 1, 9999); /* what it uses counts */
}

static void it_leaves_when_its_time_is_up(void **state)
{
	struct serve_options options = {.until_ms = clock_now_ms() + 300};
	struct ration ration = {.left_ms = -100000, .since_ms = clock_span_ms()};
	char answer[100];
	int failed;

	(void)state;
	serve(&options, true, answer, &failed);
	assert_int_equal(failed, ERROR_REFUSED);
	options = (struct serve_options){.until_ms = clock_now_ms() + 100, .ration = &ration};
	serve(&options, true, answer, &failed); /* even while it rests */
	assert_int_equal(failed, ERROR_REFUSED);
	assert_string_equal(answer, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_has_used_too_much_rests_before_it_is_answered),
		cmocka_unit_test(it_leaves_when_its_time_is_up),
	};

	return cmocka_run_group_tests(tests, folder_make, folder_remove);
}
