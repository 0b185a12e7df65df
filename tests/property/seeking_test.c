/*
 * A board at any moment of its log is the same whatever way one comes there: it is what the log
 * gives when it is applied up to there from nothing. Moments lie close together here (REPLAY_APART).
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
#include "model/board_apply.h"
#include "session/replay.h"
#include "session/session.h"

#define SEEKING_LINES 150
#define SEEKING_SEEKS 120

struct seeking {
	struct gen gen;
	uint64_t seed;
	char folder[64];
	char path[96];
	struct vec pictures; /* of char *: at 0 before the first action, at N after the Nth */
};

static void seeking_begin(struct seeking *seeking, uint64_t seed)
{
	*seeking = (struct seeking){.seed = seed, .pictures = VEC_INIT(char *)};
	gen_start(&seeking->gen, seed);
	strcpy(seeking->folder, "/tmp/evstorm-seeking-XXXXXX");
	assert_non_null(mkdtemp(seeking->folder));
	snprintf(seeking->path, sizeof(seeking->path), "%s/board.evs", seeking->folder);
}

static void seeking_end(struct seeking *seeking)
{
	for (size_t i = 0; i < seeking->pictures.count; i++)
		free(vec_get(&seeking->pictures, char *, i));
	vec_release(&seeking->pictures);
	unlink(seeking->path);
	assert_int_equal(rmdir(seeking->folder), 0); /* nothing is left beside it */
}

/* Two people work, undo and redo as it comes. */
static void seeking_work(struct seeking *seeking)
{
	struct session *people[2] = {NULL, NULL};

	assert_int_equal(session_open(seeking->path, STORE_NEW, "Ann", &people[0], NULL), 0);
	assert_int_equal(session_open(seeking->path, STORE_WRITE, "Bob", &people[1], NULL), 0);
	for (int i = 0; i < SEEKING_LINES; i++) {
		struct session *session = people[gen_below(&seeking->gen, 2)];
		struct session_report report = SESSION_REPORT_INIT;
		struct strbuf line = STRBUF_INIT;
		struct words words;

		if (gen_once_in(&seeking->gen, 4))
			strbuf_addstr(&line, gen_once_in(&seeking->gen, 3) ? "redo" : "undo");
		else
			gen_line(&seeking->gen, session_board(session), &line);
		words_from_line(&words, line.text);
		session_run(session, &words, 1, NULL, &report, NULL);
		session_report_release(&report);
		strbuf_release(&line);
	}
	session_close(people[0]);
	session_close(people[1]);
}

static void seeking_look(struct seeking *seeking, const struct board *board)
{
	struct strbuf picture = STRBUF_INIT;

	picture_whole(board, &picture);
	vec_add(&seeking->pictures, char *) = strbuf_detach(&picture);
}

/* The log, and the board that it makes. */
struct seeking_log {
	struct seeking *seeking;
	struct board *board;
};

static int seeking_apply(void *context, const struct action *action, struct error *err)
{
	struct seeking_log *log = context;

	for (size_t i = 0; i < action->changes.count; i++)
		if (board_apply(log->board, action_change(action, i), err))
			fail_msg("seed %" PRIu64 ": action %" PRId64 " must fit: %s", log->seeking->seed, action->id,
				err->text);
	seeking_look(log->seeking, log->board);
	return 0;
}

/* Takes a picture after each action, applying the log from nothing. */
static void seeking_take_pictures(struct seeking *seeking)
{
	struct seeking_log log = {seeking, board_new()};
	struct error err = ERROR_INIT;
	struct store *store;

	seeking_look(seeking, log.board);
	assert_int_equal(store_open(seeking->path, STORE_READ, &store, &err), 0);
	assert_int_equal(store_walk(store, 1, seeking_apply, &log, &err), 0);
	store_close(store);
	board_free(log.board);
}

static void seeking_must_show(const struct seeking *seeking, const struct replay *replay, size_t from)
{
	const char *should = vec_get(&seeking->pictures, char *, replay_at(replay));
	struct strbuf picture = STRBUF_INIT;

	picture_whole(replay_board(replay), &picture);
	if (strcmp(picture.text, should) || picture_fault(replay_board(replay)))
		fail_msg("seed %" PRIu64 ": coming from %zu to %zu the board must be\n%s\nand is\n%s\n%s",
			seeking->seed, from, replay_at(replay), should, picture.text,
			picture_fault(replay_board(replay)));
	strbuf_release(&picture);
}

/* The next place to go to: near, far, or an end. */
static size_t seeking_choose(struct seeking *seeking, const struct replay *replay)
{
	size_t count = replay_count(replay), at = replay_at(replay);

	switch (gen_below(&seeking->gen, 6)) {
	case 0: return at ? at - 1 : at;
	case 1: return at < count ? at + 1 : at;
	case 2: return 0;
	case 3: return count;
	default: return (size_t)gen_below(&seeking->gen, (int)count + 1);
	}
}

static void every_way_to_a_moment_gives_the_same_board(void **state)
{
	int rounds = gen_rounds(12);

	(void)state;
	for (int round = 0; round < rounds; round++) {
		struct error err = ERROR_INIT;
		struct replay *replay = NULL;
		struct seeking seeking;

		seeking_begin(&seeking, gen_seed() + (uint64_t)round);
		seeking_work(&seeking);
		seeking_take_pictures(&seeking);
		if (replay_open(seeking.path, &replay, &err))
			fail_msg("seed %" PRIu64 ": the log must open: %s", seeking.seed, err.text);
		assert_int_equal(replay_count(replay), seeking.pictures.count - 1);
		assert_int_equal(replay_at(replay), replay_count(replay));
		seeking_must_show(&seeking, replay, 0);
		for (int i = 0; i < SEEKING_SEEKS; i++) {
			size_t from = replay_at(replay), to = seeking_choose(&seeking, replay);

			if (replay_seek(replay, to, &err))
				fail_msg("seed %" PRIu64 ": from %zu to %zu: %s", seeking.seed, from, to, err.text);
			assert_int_equal(replay_at(replay), to);
			seeking_must_show(&seeking, replay, from);
		}
		replay_close(replay);
		seeking_end(&seeking);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_way_to_a_moment_gives_the_same_board),
	};

	return cmocka_run_group_tests_name("property/seeking", tests, NULL, NULL);
}
