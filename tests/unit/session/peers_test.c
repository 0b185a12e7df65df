#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "session/peers.h"
#include "lib/folder.h"

#define LIMIT_MS 10000

static const struct presence_state here = {{1, 1}, ROLE_FACILITATOR, PRESENCE_LOOKING, 0, {1, 1}, 0, false, false};
static const struct presence_state there = {{2, 1}, ROLE_FACILITATOR, PRESENCE_LOOKING, 0, {2, 1}, 0, false, false};

/* Another process that is there until the pipe STOP is closed, and writes a byte to DONE for each message. */
static pid_t start_other(const int stop[2], const int done[2])
{
	struct peers company;
	struct doorbell *bell;
	bool news = false;
	pid_t pid = fork();

	if (pid)
		return pid;
	close(stop[1]);
	bell = doorbell_new(folder_file());
	peers_init(&company, bell, "ben", &here);
	for (;;) {
		struct pollfd waits[] = {{stop[0], POLLIN, 0}, {company.fd, POLLIN, 0}};

		if (poll(waits, 2, LIMIT_MS) <= 0 || waits[0].revents)
			break;
		if (peers_hear(&company, &news) && write(done[1], "x", 1) != 1)
			break;
	}
	peers_release(&company);
	doorbell_free(bell);
	_exit(0);
}

static bool comes(int fd)
{
	struct pollfd wait = {fd, POLLIN, 0};

	return poll(&wait, 1, LIMIT_MS) == 1;
}

/* The other has heard a message. */
static void is_heard(int done)
{
	char byte;

	assert_true(comes(done));
	assert_int_equal(read(done, &byte, 1), 1);
}

/* Two who have come to the board: one here, one in another process. */
struct meeting {
	struct doorbell *bell;
	struct peers company;
	int stop[2], done[2]; /* as of start_other() */
	pid_t other;
};

static void meet(struct meeting *meeting)
{
	bool news = false;

	meeting->bell = doorbell_new(folder_file());
	peers_init(&meeting->company, meeting->bell, "ana", &here);
	assert_int_equal(peers_next_ms(&meeting->company, &there), -1); /* there is nobody to be told */
	assert_int_equal(pipe(meeting->stop), 0);
	assert_int_equal(pipe(meeting->done), 0);
	meeting->other = start_other(meeting->stop, meeting->done);
	assert_true(comes(meeting->company.fd));
	assert_true(peers_hear(&meeting->company, &news));
	assert_true(news);
	assert_int_equal(meeting->company.presence.people.count, 1);
	is_heard(meeting->done[0]); /* and the other has heard in turn who is here */
}

static void part(struct meeting *meeting)
{
	bool news = false;
	int status;

	close(meeting->stop[1]);
	assert_int_equal(waitpid(meeting->other, &status, 0), meeting->other);
	assert_true(peers_hear(&meeting->company, &news));
	assert_int_equal(meeting->company.presence.people.count, 0);
	assert_int_equal(peers_next_ms(&meeting->company, &here), -1);
	close(meeting->stop[0]);
	close(meeting->done[0]);
	close(meeting->done[1]);
	peers_release(&meeting->company);
	doorbell_free(meeting->bell);
}

static void the_first_move_is_told_at_once(void **state)
{
	struct meeting meeting;
	struct peers *company = &meeting.company;
	bool news = false;

	(void)state;
	meet(&meeting);
	assert_true(peers_next_ms(company, &here) > 1000);   /* a while until the next sign of life */
	assert_int_equal(peers_next_ms(company, &there), 0); /* though hello was said a moment ago */
	peers_tell(company, &there);
	assert_true(comes(meeting.done[0]));
	assert_true(peers_next_ms(company, &there) > 1000);
	assert_in_range(peers_next_ms(company, &here), 0, 100); /* so often, and no more, is a move told */
	peers_hear(company, &news);                             /* what they said of themselves once more */
	assert_false(news);
	part(&meeting);
}

/* They look at the log whatever they hear. */
static void one_message_says_what_was_done_too(void **state)
{
	struct meeting meeting;
	struct peers *company = &meeting.company;

	(void)state;
	meet(&meeting);
	peers_tell(company, &there);
	is_heard(meeting.done[0]);
	peers_owe(company);
	assert_int_equal(peers_next_ms(company, &here), 0); /* though they were told something a moment ago */
	peers_tell(company, &here);
	is_heard(meeting.done[0]);
	assert_true(peers_next_ms(company, &here) > 1000); /* and it is said and done */
	peers_owe(company);
	peers_tell(company, &here); /* nor do they need news of oneself */
	is_heard(meeting.done[0]);
	part(&meeting);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_move_is_told_at_once),
		cmocka_unit_test(one_message_says_what_was_done_too),
	};

	return cmocka_run_group_tests_name("canvas/company", tests, folder_make, folder_remove);
}
