#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "session/peers.h"
#include "lib/folder.h"

#define LIMIT_MS 10000

#define SIGHT                \
	{                    \
		{1, 1},      \
		{            \
			9, 9 \
		}            \
	}

static const struct presence_state here = {
	{1, 1}, ROLE_FACILITATOR, PRESENCE_LOOKING, 0, {1, 1}, 0, false, false, SIGHT};
static const struct presence_state there = {
	{2, 1}, ROLE_FACILITATOR, PRESENCE_LOOKING, 0, {2, 1}, 0, false, false, SIGHT};
static const struct place_rect sight = SIGHT;

/* Another process that is there, where BEN says, until the pipe STOP is closed, and writes a byte to DONE each time
 * that it is woken: 'n' when there was news of others, '.' when not. */
static pid_t start_other(const struct presence_state *ben, const int stop[2], const int done[2])
{
	struct peers company;
	struct doorbell *bell;
	bool news = false;
	pid_t pid = fork();

	if (pid)
		return pid;
	close(stop[1]);
	bell = doorbell_new(folder_file());
	peers_init(&company, bell, "ben", ben);
	for (;;) {
		struct pollfd waits[] = {{stop[0], POLLIN, 0}, {company.fd, POLLIN, 0}};

		if (poll(waits, 2, LIMIT_MS) <= 0 || waits[0].revents)
			break;
		if (peers_hear(&company, &news) && write(done[1], peers_see(&company, ben->sight) ? "n" : ".", 1) != 1)
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

/* What the other has told since it was asked last, or 0 when that is nothing. */
static char told(int fd)
{
	struct pollfd wait = {fd, POLLIN, 0};
	char bytes[100];
	ssize_t got = poll(&wait, 1, 200) == 1 ? read(fd, bytes, sizeof(bytes)) : 0;

	return got > 0 ? bytes[got - 1] : '\0';
}

/* Two who are there: oneself, and another process. */
struct pair {
	struct doorbell *bell;
	struct peers company;
	int stop[2], done[2];
	pid_t pid;
};

static void begin(struct pair *pair, const struct presence_state *ben)
{
	bool news = false;
	char byte;

	pair->bell = doorbell_new(folder_file());
	peers_init(&pair->company, pair->bell, "ana", &here);
	assert_int_equal(peers_next_ms(&pair->company, &there), -1); /* nobody is there */
	assert_int_equal(pipe(pair->stop), 0);
	assert_int_equal(pipe(pair->done), 0);
	peers_hear(&pair->company, &news);
	pair->pid = start_other(ben, pair->stop, pair->done);
	assert_true(comes(pair->company.fd));
	assert_true(peers_hear(&pair->company, &news));
	assert_true(peers_see(&pair->company, sight));
	assert_int_equal(pair->company.presence.people.count, 1);
	while (poll(&(struct pollfd){pair->done[0], POLLIN, 0}, 1, 100) == 1)
		assert_int_equal(read(pair->done[0], &byte, 1), 1);
}

static void end(struct pair *pair)
{
	int status;
	bool news = false;

	close(pair->stop[1]);
	assert_int_equal(waitpid(pair->pid, &status, 0), pair->pid);
	assert_true(comes(pair->company.fd));
	assert_true(peers_hear(&pair->company, &news));
	assert_true(peers_see(&pair->company, sight));
	assert_int_equal(pair->company.presence.people.count, 0);
	assert_int_equal(peers_next_ms(&pair->company, &there), -1);
	close(pair->stop[0]);
	close(pair->done[0]);
	close(pair->done[1]);
	peers_release(&pair->company);
	doorbell_free(pair->bell);
}

static void the_first_move_is_told_at_once(void **state)
{
	struct pair pair;

	(void)state;
	begin(&pair, &here);
	assert_int_equal(peers_next_ms(&pair.company, &here), -1); /* nothing has changed */
	assert_int_equal(peers_next_ms(&pair.company, &there), 0);
	peers_tell(&pair.company, &there);
	assert_int_equal(told(pair.done[0]), 'n');
	assert_int_equal(peers_next_ms(&pair.company, &there), -1);
	peers_tell(&pair.company, &here);
	peers_tell(&pair.company, &there);
	assert_in_range(peers_next_ms(&pair.company, &here), 0, 100); /* a move is shown so often at most */
	end(&pair);
}

/* They read the log whatever wakes them. */
static void one_wake_is_for_the_log_and_the_move(void **state)
{
	struct pair pair;

	(void)state;
	begin(&pair, &here);
	peers_owe(&pair.company);
	assert_int_equal(peers_next_ms(&pair.company, &here), 0);
	peers_tell(&pair.company, &here);
	assert_int_equal(told(pair.done[0]), '.');
	assert_int_equal(peers_next_ms(&pair.company, &here), -1); /* done */
	peers_owe(&pair.company);
	peers_tell(&pair.company, &there);
	assert_int_equal(told(pair.done[0]), 'n');
	end(&pair);
}

/* The time of the last key is shown as well, but not in place of a move that must wait. */
static void no_move_is_lost_after_a_long_rest(void **state)
{
	struct presence_state first = there, second = here;
	struct pair pair;

	(void)state;
	begin(&pair, &here);
	first.touched_ms = 0;
	second.touched_ms = 100000;
	peers_tell(&pair.company, &first);
	assert_int_equal(told(pair.done[0]), 'n');
	peers_tell(&pair.company, &here);
	peers_tell(&pair.company, &second); /* too soon for a move */
	while (peers_next_ms(&pair.company, &second) > 0)
		poll(NULL, 0, peers_next_ms(&pair.company, &second));
	peers_tell(&pair.company, &second);
	assert_int_equal(told(pair.done[0]), 'n');
	second.touched_ms = 200000; /* without a move nobody is woken for it */
	assert_int_equal(peers_next_ms(&pair.company, &second), -1);
	peers_tell(&pair.company, &second);
	assert_int_equal(told(pair.done[0]), 0);
	end(&pair);
}

/* As if the disk had been full: nothing was shown, so nobody knows of anybody. */
static void who_could_not_be_shown_is_shown_later(void **state)
{
	struct doorbell *bell = doorbell_new(folder_file());
	struct peers company;
	char live[80], file[128];

	(void)state;
	snprintf(live, sizeof(live), "%s.live", folder_file());
	snprintf(file, sizeof(file), "%s/.people.%lu", live, (unsigned long)geteuid());
	assert_int_equal(mkdir(live, 0700), 0);
	assert_int_equal(mkdir(file, 0700), 0);
	peers_init(&company, bell, "ana", &here);
	assert_true(company.hidden);
	peers_tell(&company, &here);
	assert_true(company.hidden);
	assert_int_equal(rmdir(file), 0);
	peers_tell(&company, &here);
	assert_false(company.hidden);
	assert_int_equal(access(file, F_OK), 0);
	peers_release(&company);
	doorbell_free(bell);
	assert_int_equal(access(live, F_OK), -1);
}

static void nobody_is_woken_for_what_they_do_not_see(void **state)
{
	struct presence_state ben = here, ana = there;
	struct pair pair;

	(void)state;
	ben.sight = (struct place_rect){{100, 1}, {200, 50}};
	begin(&pair, &ben);
	peers_tell(&pair.company, &ana);
	assert_int_equal(told(pair.done[0]), 0);
	ana.doing = PRESENCE_TYPING;
	peers_tell(&pair.company, &ana);
	assert_int_equal(told(pair.done[0]), 0);
	ana.place = ana.corner = (struct place){150, 20};
	while (peers_next_ms(&pair.company, &ana))
		poll(NULL, 0, peers_next_ms(&pair.company, &ana));
	peers_tell(&pair.company, &ana);
	assert_int_equal(told(pair.done[0]), 'n'); /* she has come to where he is */
	ana.role = ROLE_OBSERVER;
	ana.place = ana.corner = (struct place){1, 1};
	while (peers_next_ms(&pair.company, &ana))
		poll(NULL, 0, peers_next_ms(&pair.company, &ana));
	peers_tell(&pair.company, &ana);
	assert_int_equal(told(pair.done[0]), 'n');
	end(&pair);
}

/* Even by those who read it when its sender is gone. */
static void what_was_called_last_is_heard(void **state)
{
	struct presence_call call = {.type = PRESENCE_SAY, .text = "I am off"};
	struct doorbell *bell = doorbell_new(folder_file());
	struct peers company;
	bool news = false;
	int status;
	pid_t pid;

	(void)state;
	peers_init(&company, bell, "ana", &here);
	pid = fork();
	if (!pid) {
		struct doorbell *theirs = doorbell_new(folder_file());
		struct peers other;

		peers_init(&other, theirs, "ben", &here);
		poll(NULL, 0, 200);
		peers_call(&other, &call);
		peers_release(&other);
		doorbell_free(theirs);
		_exit(0);
	}
	while (!company.presence.people.count) {
		assert_true(comes(company.fd));
		peers_hear(&company, &news);
		peers_see(&company, sight);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(peers_see(&company, sight));
	assert_int_equal(company.presence.people.count, 0);
	assert_true(presence_take_call(&company.presence, &call));
	assert_string_equal(call.name, "ben");
	assert_string_equal(call.text, "I am off");
	peers_release(&company);
	doorbell_free(bell);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_move_is_told_at_once),
		cmocka_unit_test(one_wake_is_for_the_log_and_the_move),
		cmocka_unit_test(no_move_is_lost_after_a_long_rest),
		cmocka_unit_test(who_could_not_be_shown_is_shown_later),
		cmocka_unit_test(nobody_is_woken_for_what_they_do_not_see),
		cmocka_unit_test(what_was_called_last_is_heard),
	};

	return cmocka_run_group_tests_name("session/peers", tests, folder_make, folder_remove);
}
