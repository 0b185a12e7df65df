#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "terminal/frame.h"

/* A terminal that tells one write from the next. */
struct desk {
	int ours, theirs;
	struct frame frame;
};

static void open_desk(struct desk *desk)
{
	int ends[2];

	assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends), 0);
	desk->ours = ends[0];
	desk->theirs = ends[1];
	assert_true(frame_open(&desk->frame, desk->theirs));
}

static void close_desk(struct desk *desk)
{
	frame_close(&desk->frame);
	close(desk->ours);
	close(desk->theirs);
}

static void draw(const struct desk *desk, const char *bytes, int times)
{
	for (int i = 0; i < times; i++)
		assert_int_equal(write(fileno(desk->frame.file), bytes, strlen(bytes)), strlen(bytes));
}

static void assert_sent(const struct desk *desk, const char *bytes)
{
	static char got[300000];
	ssize_t len = recv(desk->ours, got, sizeof(got) - 1, MSG_DONTWAIT);

	assert_true(len >= 0);
	got[len] = '\0';
	assert_string_equal(got, bytes);
}

static void assert_nothing_sent(const struct desk *desk)
{
	char byte;

	assert_int_equal(recv(desk->ours, &byte, 1, MSG_DONTWAIT), -1);
}

static void a_frame_is_one_write(void **state)
{
	struct strbuf expected = STRBUF_INIT;
	struct desk desk;

	(void)state;
	open_desk(&desk);
	for (int round = 0; round < 2; round++) {
		frame_begin(&desk.frame);
		draw(&desk, "short, ", 3);
		assert_nothing_sent(&desk);
		frame_end(&desk.frame, (struct spot){1, 1}, true, "<", ">");
		assert_sent(&desk, "short, short, short, ");
	}
	frame_begin(&desk.frame);
	draw(&desk, "a row of the board\r\n", 5000);
	frame_end(&desk.frame, (struct spot){1, 1}, true, "<", ">");
	strbuf_addch(&expected, '<');
	for (int i = 0; i < 5000; i++)
		strbuf_addstr(&expected, "a row of the board\r\n");
	strbuf_addch(&expected, '>');
	assert_sent(&desk, expected.text);
	assert_nothing_sent(&desk);
	strbuf_release(&expected);
	close_desk(&desk);
}

static void between_frames_all_goes_through(void **state)
{
	struct desk desk;

	(void)state;
	open_desk(&desk);
	draw(&desk, "leave", 1);
	assert_sent(&desk, "leave");
	frame_begin(&desk.frame);
	frame_end(&desk.frame, (struct spot){1, 1}, true, "<", ">");
	assert_nothing_sent(&desk);
	draw(&desk, "enter", 1);
	assert_sent(&desk, "enter");
	close_desk(&desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_frame_is_one_write),
		cmocka_unit_test(between_frames_all_goes_through),
	};

	return cmocka_run_group_tests_name("terminal/frame", tests, NULL, NULL);
}
