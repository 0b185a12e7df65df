/* What others write in a silent round stays theirs, whatever somebody runs meanwhile, at random. */
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

/* In all that is not to be read, and in nothing else. */
#define SILENCE_SECRET "Geheimnis"

/* What everybody sees before the round begins. */
#define SILENCE_BEFORE                                                                                 \
	"Ann: add event -c 1 -r 1 A\nBen: add command -c 2 -r 1 B\nAnn: add hotspot -c 3 -r 1 C\n"     \
	"Ben: add read-model -c 4 -r 1 D\nAnn: link 1 2\nAnn: context Sales 1\nBen: context Stock 2\n" \
	"Ann: relate Sales async Stock\nAnn: relate Stock sync Sales\nBen: vote 1\nAnn: phase 2 P\n"   \
	"Ben: lane 1 L\nBen: add event -c 1 -r 4 E\nBen: undo\nAnn: silent on\n"

/* What is written in it: Cho's is what is looked at. */
#define SILENCE_IN_IT                                                                                        \
	"Ben: add event -c 1 -r 2 F\nCho: add event -c 2 -r 2 " SILENCE_SECRET " one\n"                      \
	"Cho: add command -c 3 -r 2 " SILENCE_SECRET " two\nCho: add hotspot -c 5 -r 3 " SILENCE_SECRET "\n" \
	"Cho: context Sales 7\nCho: context " SILENCE_HERS " 8\nCho: link 7 8\nCho: link 1 7\n"              \
	"Cho: vote 7\nCho: note 7 " SILENCE_SECRET "\nCho: payload 7 \"" SILENCE_SECRET ": uuid\"\n"         \
	"Cho: message Sales Stock 7\nCho: pivotal 7\nCho: dismiss 8 same-text " SILENCE_SECRET "\n"          \
	"Ann: add event -c 6 -r 2 G\n"
#define SILENCE_HERS "\"Order Desk\""

struct silence {
	struct gen gen;
	uint64_t seed;
	struct ledger ledger;
	struct strbuf line;   /* that was run last */
	struct strbuf before; /* what Cho has, as silence_look() told it at first */
	struct lines_said said;
};

static bool silence_is_hers(const struct silence *silence, int64_t id)
{
	const struct sticky *sticky = board_sticky(silence->ledger.board, id);

	return sticky && sticky->author == ledger_person(&silence->ledger, "Cho");
}

/* Is ITEM hers, or tied to what is hers? */
static bool silence_is_looked_at(const struct silence *silence, enum entity entity, const void *item)
{
	const struct entity_type *type = entity_type(entity);

	if (entity == ENTITY_STICKY)
		return silence_is_hers(silence, *(const int64_t *)item);
	for (size_t i = 0; i < type->count; i++)
		if (type->fields[i].type == FIELD_REF && type->fields[i].refers == ENTITY_STICKY &&
			silence_is_hers(silence, *(const int64_t *)((const char *)item + type->fields[i].offset)))
			return true;
	return false;
}

/* Tells all that is hers, but for the slots that it lies in: columns and rows move as a whole. */
static void silence_look(const struct silence *silence, struct strbuf *out)
{
	for (int entity = 0; entity < ENTITY_COUNT; entity++) {
		const struct entity_type *type = entity_type((enum entity)entity);
		struct vec list = VEC_INIT(const void *);

		board_list(silence->ledger.board, (enum entity)entity, &list);
		for (size_t i = 0; i < list.count; i++) {
			const void *item = vec_get(&list, const void *, i);

			if (!silence_is_looked_at(silence, (enum entity)entity, item))
				continue;
			strbuf_addf(out, "%s %" PRId64, type->name, *(const int64_t *)item);
			for (size_t f = 0; f < type->count; f++) {
				if (type->fields[f].type == FIELD_PLACE)
					continue;
				strbuf_addf(out, " %s=", type->fields[f].name);
				field_format(&type->fields[f], item, out);
			}
			strbuf_addch(out, '\n');
		}
		vec_release(&list);
	}
}

static void silence_begin(struct silence *silence, uint64_t seed)
{
	*silence = (struct silence){.seed = seed, .line = STRBUF_INIT, .before = STRBUF_INIT, .said = LINES_SAID_INIT};
	gen_start(&silence->gen, seed);
	ledger_init(&silence->ledger);
	lines_play(&silence->ledger, SILENCE_BEFORE SILENCE_IN_IT);
	silence_look(silence, &silence->before);
	assert_non_null(strstr(silence->before.text, SILENCE_SECRET));
}

static void silence_end(struct silence *silence)
{
	ledger_release(&silence->ledger);
	strbuf_release(&silence->line);
	strbuf_release(&silence->before);
	lines_said_release(&silence->said);
}

static void silence_check(const struct silence *silence)
{
	const char *const told[] = {silence->said.output.text, silence->said.note.text, silence->said.err.text};
	struct strbuf after = STRBUF_INIT;

	silence_look(silence, &after);
	if (strcmp(after.text, silence->before.text))
		fail_msg("seed %" PRIu64 ": `%s` must leave\n%s\nand left\n%s", silence->seed, silence->line.text,
			silence->before.text, after.text);
	for (size_t i = 0; i < ARRAY_SIZE(told); i++)
		if (told[i] && strstr(told[i], SILENCE_SECRET))
			fail_msg(
				"seed %" PRIu64 ": `%s` must not say “%s”", silence->seed, silence->line.text, told[i]);
	strbuf_release(&after);
}

/* Somebody runs COMMAND; a facilitator may end the round, which then is over. */
static void silence_run(struct silence *silence, const struct command *command, const char *name, enum role role)
{
	strbuf_reset(&silence->line);
	gen_command(&silence->gen, silence->ledger.board, command, &silence->line);
	lines_run(&silence->ledger, name, role, silence->line.text, NULL, &silence->said);
	if (board_facts(silence->ledger.board)->silent)
		silence_check(silence);
}

static void every_command_leaves_alone_what_others_write(void **state)
{
	int rounds = gen_rounds(40);
	size_t count;
	const struct command *const *commands = command_list(&count);

	(void)state;
	for (int round = 0; round < rounds; round++) {
		bool leads = round % 3 == 0;
		struct silence silence;

		silence_begin(&silence, gen_seed() + (uint64_t)round);
		for (size_t i = 0; i < 4 * count && board_facts(silence.ledger.board)->silent; i++)
			silence_run(&silence, commands[(size_t)gen_below(&silence.gen, (int)count)],
				leads ? "Ann" : "Ben", leads ? ROLE_FACILITATOR : ROLE_PARTICIPANT);
		if (!leads)
			assert_true(board_facts(silence.ledger.board)->silent);
		silence_end(&silence);
	}
}

/* Each command by itself, so that none is kept from running by what another has done. */
static void each_command_alone_leaves_it_alone(void **state)
{
	int rounds = gen_rounds(6);
	size_t count;
	const struct command *const *commands = command_list(&count);

	(void)state;
	for (size_t i = 0; i < count; i++)
		for (int round = 0; round < rounds; round++) {
			struct silence silence;

			silence_begin(&silence, gen_seed() + (uint64_t)round);
			for (int times = 0; times < 6; times++)
				silence_run(&silence, commands[i], "Ben", ROLE_PARTICIPANT);
			silence_end(&silence);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_command_leaves_alone_what_others_write),
		cmocka_unit_test(each_command_alone_leaves_it_alone),
	};

	return cmocka_run_group_tests_name("property/silence", tests, NULL, NULL);
}
