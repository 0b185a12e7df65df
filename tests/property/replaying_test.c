/* What must hold of the log whatever people do, at random. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "lib/gen.h"
#include "lib/lines.h"
#include "lib/picture.h"
#include "model/board_apply.h"

static const char *const replaying_people[] = {"Ann", "Bob", "Cho"};

/* One round: a board that people work on. */
struct replaying {
	struct gen gen;
	uint64_t seed;
	struct ledger ledger;
	struct strbuf picture; /* of the board, as it was looked at last */
	struct strbuf line;    /* the last that was run */
};

static void replaying_look(struct replaying *replaying)
{
	strbuf_reset(&replaying->picture);
	picture_whole(replaying->ledger.board, &replaying->picture);
}

static void replaying_begin(struct replaying *replaying, uint64_t seed)
{
	*replaying = (struct replaying){.seed = seed, .picture = STRBUF_INIT, .line = STRBUF_INIT};
	gen_start(&replaying->gen, seed);
	ledger_init(&replaying->ledger);
	/* All are known from the start, as undoing somebody's first action leaves their name. */
	lines_play(&replaying->ledger, "Ann: add event A\nBob: add event B\nCho: add event C");
	replaying_look(replaying);
}

static void replaying_end(struct replaying *replaying)
{
	ledger_release(&replaying->ledger);
	strbuf_release(&replaying->picture);
	strbuf_release(&replaying->line);
}

static void replaying_must_be_whole(const struct replaying *replaying)
{
	const char *fault = picture_fault(replaying->ledger.board);

	if (fault)
		fail_msg("seed %" PRIu64 ": after “%s” %s", replaying->seed, replaying->line.text, fault);
}

/* Compares the board with the picture SHOULD. */
static void replaying_must_show(struct replaying *replaying, const char *should, const char *when)
{
	replaying_look(replaying);
	if (strcmp(replaying->picture.text, should))
		fail_msg("seed %" PRIu64 ": %s the board must be\n%s\nand is\n%s", replaying->seed, when, should,
			replaying->picture.text);
}

/* Somebody runs LINE. What is refused must leave the board as it was. */
static void replaying_run(struct replaying *replaying, const char *line)
{
	const char *name = replaying_people[gen_below(&replaying->gen, ARRAY_SIZE(replaying_people))];
	struct lines_said said = LINES_SAID_INIT;
	char *before = mem_strdup(replaying->picture.text);
	int failed;

	strbuf_reset(&replaying->line);
	strbuf_addf(&replaying->line, "%s: %s", name, line);
	failed = lines_run(&replaying->ledger, name, ROLE_FACILITATOR, line, NULL, &said);
	if (failed == ERROR_SYSTEM)
		fail_msg("seed %" PRIu64 ": “%s” must be done or refused: %s", replaying->seed, replaying->line.text,
			said.err.text);
	replaying_look(replaying);
	if (failed && strcmp(before, replaying->picture.text))
		fail_msg("seed %" PRIu64 ": “%s”, refused, must leave the board alone", replaying->seed,
			replaying->line.text);
	replaying_must_be_whole(replaying);
	free(before);
	lines_said_release(&said);
}

static void replaying_run_any(struct replaying *replaying)
{
	struct strbuf line = STRBUF_INIT;

	gen_line(&replaying->gen, replaying->ledger.board, &line);
	replaying_run(replaying, line.text);
	strbuf_release(&line);
}

static void replaying_forget(struct vec *pictures)
{
	for (size_t i = 0; i < pictures->count; i++)
		free(vec_get(pictures, char *, i));
	vec_release(pictures);
}

/* Appends what ACTION did, a change a line. */
static void replaying_tell(const struct action *action, struct strbuf *out)
{
	for (size_t i = 0; i < action->changes.count; i++) {
		const struct change *change = action_change(action, i);

		strbuf_addf(out, "\n%s %" PRId64 " %s: %s -> %s", entity_type(change->entity)->name, change->item,
			change->field ? change->field->name : "", change->before ? change->before : "-",
			change->after ? change->after : "-");
	}
}

/* Takes action ID back, or does it again; the last that its person took back must be that one. */
static void replaying_take_back(struct replaying *replaying, int64_t id, enum action_kind kind)
{
	const struct ledger_entry *entry = vec_get(&replaying->ledger.entries, struct ledger_entry *, (size_t)id - 1);
	const char *name = board_person(replaying->ledger.board, entry->action.person)->name;
	struct error err = ERROR_INIT;
	int64_t change = 1;
	size_t kept = 0;

	for (int64_t before = 1; before < id; before++)
		change += (int64_t)vec_get(&replaying->ledger.entries, struct ledger_entry *, (size_t)before - 1)
				  ->action.changes.count;
	strbuf_reset(&replaying->line);
	strbuf_addf(&replaying->line, "the %s of action %" PRId64 ",", kind == ACTION_UNDO ? "undo" : "redo", id);
	replaying_tell(&entry->action, &replaying->line);
	if (ledger_revert(&replaying->ledger, name, kind, kind == ACTION_UNDO ? change : 0, &kept, &err) != 1 || kept)
		fail_msg("seed %" PRIu64 ": %s\nmust be possible and keep nothing, not %zu: %s", replaying->seed,
			replaying->line.text, kept, err.text);
	replaying_must_be_whole(replaying);
}

static void undone_backwards_every_action_goes_without_a_trace(void **state)
{
	int rounds = gen_rounds(150);

	(void)state;
	for (int round = 0; round < rounds; round++) {
		struct vec pictures = VEC_INIT(char *); /* before each action, and at the end */
		struct replaying replaying;
		int64_t first, count;

		replaying_begin(&replaying, gen_seed() + (uint64_t)round);
		first = (int64_t)replaying.ledger.entries.count;
		vec_add(&pictures, char *) = mem_strdup(replaying.picture.text);
		for (int i = 0; i < 60; i++) {
			replaying_run_any(&replaying);
			if ((int64_t)replaying.ledger.entries.count == first + (int64_t)pictures.count)
				vec_add(&pictures, char *) = mem_strdup(replaying.picture.text);
		}
		count = (int64_t)pictures.count - 1;
		for (int64_t i = count; i-- > 0;) {
			replaying_take_back(&replaying, first + i + 1, ACTION_UNDO);
			replaying_must_show(&replaying, vec_get(&pictures, char *, (size_t)i), replaying.line.text);
		}
		for (int64_t i = 0; i < count; i++) {
			replaying_take_back(&replaying, first + i + 1, ACTION_REDO);
			replaying_must_show(&replaying, vec_get(&pictures, char *, (size_t)i + 1), replaying.line.text);
		}
		replaying_forget(&pictures);
		replaying_end(&replaying);
	}
}

/* People work, undo and redo as it comes. */
static void replaying_work(struct replaying *replaying, int lines)
{
	for (int i = 0; i < lines; i++) {
		if (gen_once_in(&replaying->gen, 4))
			replaying_run(replaying, gen_once_in(&replaying->gen, 3) ? "redo" : "undo");
		else
			replaying_run_any(replaying);
	}
}

/* Applies, or reverts, the change AT of the log to BOARD. */
static void replaying_step(const struct replaying *replaying, struct board *board, size_t at, bool back)
{
	const struct change *change = ledger_change(&replaying->ledger, at);
	struct error err = ERROR_INIT;

	if (back ? board_revert(board, change, &err) : board_apply(board, change, &err))
		fail_msg("seed %" PRIu64 ": change %zu must go %s: %s", replaying->seed, at, back ? "back" : "forwards",
			err.text);
}

static void replaying_must_be_same(const struct replaying *replaying, const struct board *board, const char *when)
{
	struct strbuf picture = STRBUF_INIT;

	picture_whole(board, &picture);
	if (strcmp(picture.text, replaying->picture.text))
		fail_msg("seed %" PRIu64 ": %s the board must be\n%s\nand is\n%s", replaying->seed, when,
			replaying->picture.text, picture.text);
	for (int entity = 0; entity < ENTITY_COUNT; entity++)
		if (board_next_id(board, (enum entity)entity) !=
			board_next_id(replaying->ledger.board, (enum entity)entity))
			fail_msg("seed %" PRIu64 ": %s the next %s must get the same id", replaying->seed, when,
				entity_type((enum entity)entity)->name);
	if (picture_fault(board))
		fail_msg("seed %" PRIu64 ": %s %s", replaying->seed, when, picture_fault(board));
	strbuf_release(&picture);
}

static void the_log_replayed_gives_the_board(void **state)
{
	int rounds = gen_rounds(150);

	(void)state;
	for (int round = 0; round < rounds; round++) {
		struct board *board = board_new();
		struct strbuf empty = STRBUF_INIT;
		struct replaying replaying;
		size_t count;

		replaying_begin(&replaying, gen_seed() + (uint64_t)round);
		replaying_work(&replaying, 80);
		count = ledger_changes(&replaying.ledger);
		for (size_t at = 0; at < count; at++)
			replaying_step(&replaying, board, at, false);
		replaying_must_be_same(&replaying, board, "replayed");
		for (size_t at = count; at-- > 0;)
			replaying_step(&replaying, board, at, true);
		picture_whole(board, &empty);
		assert_string_equal(empty.text, "");
		for (int entity = 0; entity < ENTITY_COUNT; entity++)
			assert_int_equal(board_next_id(board, (enum entity)entity), entity == ENTITY_BOARD ? 2 : 1);
		strbuf_release(&empty);
		board_free(board);
		replaying_end(&replaying);
	}
}

static void backwards_and_forwards_again_is_nothing_at_all(void **state)
{
	int rounds = gen_rounds(60);

	(void)state;
	for (int round = 0; round < rounds; round++) {
		struct replaying replaying;
		size_t count, at;

		replaying_begin(&replaying, gen_seed() + (uint64_t)round);
		replaying_work(&replaying, 60);
		count = at = ledger_changes(&replaying.ledger);
		for (int walk = 0; walk < 10; walk++) {
			size_t to = (size_t)gen_below(&replaying.gen, (int)count + 1);

			while (at > to)
				replaying_step(&replaying, replaying.ledger.board, --at, true);
			while (at < to)
				replaying_step(&replaying, replaying.ledger.board, at++, false);
		}
		while (at < count)
			replaying_step(&replaying, replaying.ledger.board, at++, false);
		replaying_must_be_same(&replaying, replaying.ledger.board, "at the end of the walk");
		replaying_end(&replaying);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(undone_backwards_every_action_goes_without_a_trace),
		cmocka_unit_test(the_log_replayed_gives_the_board),
		cmocka_unit_test(backwards_and_forwards_again_is_nothing_at_all),
	};

	return cmocka_run_group_tests_name("property/replaying", tests, NULL, NULL);
}
