/*
 * Three people work on one board file, each in a process of their own as far as the file can tell.
 * Whatever they do, all see the same board once they have caught up, the file holds it, and its log
 * gives its tables.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/gen.h"
#include "lib/picture.h"
#include "session/session.h"

#define STORING_PEOPLE 3

struct storing {
	struct gen gen;
	uint64_t seed;
	char folder[64];
	char path[96];
	struct session *people[STORING_PEOPLE];
};

static struct session *storing_open(const struct storing *storing, enum store_mode mode, const char *name)
{
	struct session *session = NULL;
	struct error err = ERROR_INIT;

	if (session_open(storing->path, mode, name, &session, &err))
		fail_msg("seed %" PRIu64 ": the board must open: %s", storing->seed, err.text);
	return session;
}

static void storing_begin(struct storing *storing, uint64_t seed)
{
	*storing = (struct storing){.seed = seed};
	gen_start(&storing->gen, seed);
	strcpy(storing->folder, "/tmp/evstorm-storing-XXXXXX");
	assert_non_null(mkdtemp(storing->folder));
	snprintf(storing->path, sizeof(storing->path), "%s/board.evs", storing->folder);
	storing->people[0] = storing_open(storing, STORE_NEW, "Ann");
	storing->people[1] = storing_open(storing, STORE_WRITE, "Bob");
	storing->people[2] = storing_open(storing, STORE_WRITE, "Cho");
}

static void storing_end(struct storing *storing)
{
	for (int i = 0; i < STORING_PEOPLE; i++)
		session_close(storing->people[i]);
	unlink(storing->path);
	assert_int_equal(rmdir(storing->folder), 0); /* nothing is left beside it */
}

/* Somebody runs one to three lines as an action. */
static void storing_work(struct storing *storing)
{
	struct session *session = storing->people[gen_below(&storing->gen, STORING_PEOPLE)];
	struct session_report report = SESSION_REPORT_INIT;
	struct strbuf text[3] = {STRBUF_INIT, STRBUF_INIT, STRBUF_INIT};
	struct error err = ERROR_INIT;
	struct words lines[3];
	size_t count = gen_once_in(&storing->gen, 4) ? 3 : 1;

	for (size_t i = 0; i < count; i++) {
		if (count == 1 && gen_once_in(&storing->gen, 4))
			strbuf_addstr(&text[i], gen_once_in(&storing->gen, 3) ? "redo" : "undo");
		else
			gen_line(&storing->gen, session_board(session), &text[i]);
		words_from_line(&lines[i], text[i].text);
	}
	if (session_run(session, lines, count, NULL, &report, &err) == ERROR_SYSTEM)
		fail_msg("seed %" PRIu64 ": “%s” must be done or refused: %s", storing->seed, text[0].text, err.text);
	for (size_t i = 0; i < 3; i++)
		strbuf_release(&text[i]);
	session_report_release(&report);
}

static void storing_must_show(
	const struct storing *storing, const struct session *session, const char *should, const char *who)
{
	struct strbuf picture = STRBUF_INIT;

	picture_whole(session_board(session), &picture);
	if (strcmp(picture.text, should))
		fail_msg("seed %" PRIu64 ": %s must see\n%s\nand sees\n%s", storing->seed, who, should, picture.text);
	if (picture_fault(session_board(session)))
		fail_msg("seed %" PRIu64 ": %s: %s", storing->seed, who, picture_fault(session_board(session)));
	strbuf_release(&picture);
}

static void storing_look(const struct storing *storing)
{
	struct session *late = storing_open(storing, STORE_READ, "Dan");
	struct strbuf picture = STRBUF_INIT;
	struct error err = ERROR_INIT;

	picture_whole(session_board(late), &picture);
	for (int i = 0; i < STORING_PEOPLE; i++) {
		if (session_catch_up(storing->people[i], NULL, &err))
			fail_msg("seed %" PRIu64 ": they must catch up: %s", storing->seed, err.text);
		storing_must_show(storing, storing->people[i], picture.text, session_name(storing->people[i]));
	}
	if (store_verify(session_store(late), &err))
		fail_msg("seed %" PRIu64 ": the file must be sound: %s", storing->seed, err.text);
	session_close(late);
	strbuf_release(&picture);
}

static void all_see_the_board_that_the_file_holds(void **state)
{
	int rounds = gen_rounds(6);

	(void)state;
	for (int round = 0; round < rounds; round++) {
		struct storing storing;

		storing_begin(&storing, gen_seed() + (uint64_t)round);
		for (int i = 0; i < 8; i++) {
			for (int actions = 0; actions < 10; actions++)
				storing_work(&storing);
			storing_look(&storing);
		}
		storing_end(&storing);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_see_the_board_that_the_file_holds),
	};

	return cmocka_run_group_tests_name("property/storing", tests, NULL, NULL);
}
