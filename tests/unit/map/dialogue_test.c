#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/mem.h"
#include "lib/lines.h"
#include "map/dialogue.h"

#define SHOP                                                                                              \
	"Ann: add event -c 1 -r 1 Packed\nAnn: add event -c 3 -r 1 Order placed\n"                        \
	"Ann: add policy -c 4 -r 1 Whenever it is placed\nAnn: add command -c 9 -r 1 Deliver\n"           \
	"Ann: add read-model -c 9 -r 3 Parcels\nAnn: context Ordering 1 2\nAnn: context Delivery 3 4 5\n" \
	"Ann: link 2 3\nAnn: relate Ordering async Delivery\nAnn: relate Ordering sync Delivery -l asks"

/* A dialogue about the relation ID of that board, after more of SCRIPT. */
struct talk {
	struct ledger ledger;
	struct dialogue dialogue;
	const struct board *board;
	const struct relation *relation;
};

static void talk_open(struct talk *talk, int64_t id, const char *script)
{
	ledger_init(&talk->ledger);
	lines_play(&talk->ledger, SHOP);
	if (script)
		lines_play(&talk->ledger, script);
	talk->board = talk->ledger.board;
	talk->relation = board_item(talk->board, ENTITY_RELATION, id);
	dialogue_init(&talk->dialogue);
	dialogue_open(&talk->dialogue, talk->board, talk->relation);
}

static void talk_close(struct talk *talk)
{
	dialogue_release(&talk->dialogue);
	ledger_release(&talk->ledger);
}

/* The lines of the page at hand must be LINES, with line feeds between. */
static void assert_lines(const struct talk *talk, const char *lines)
{
	int count = dialogue_count(&talk->dialogue, talk->board, talk->relation);
	struct strbuf text = STRBUF_INIT;

	for (int i = 0; i < count; i++) {
		strbuf_addstr(&text, i ? "\n" : "");
		dialogue_say(&talk->dialogue, talk->board, talk->relation, i, &text);
	}
	assert_string_equal(text.text, lines);
	strbuf_release(&text);
}

static void what_crosses_is_offered_first(void **state)
{
	struct talk talk;

	(void)state;
	talk_open(&talk, 1, NULL);
	assert_int_equal(talk.dialogue.page.type, DIALOGUE_MESSAGES);
	assert_lines(&talk, "[ ] Order placed (private)  ← crosses on the board\n[ ] Packed (private)");
	talk_close(&talk);
	talk_open(&talk, 1, "Ann: message Ordering Delivery 1\nAnn: publish 1");
	dialogue_turn(&talk.dialogue, talk.board, talk.relation, -1);
	assert_lines(&talk, "[ ] Order placed (private)  ← crosses on the board\n[x] Packed (public)");
	talk_close(&talk);
	talk_open(&talk, 2, NULL);
	assert_lines(&talk, "[ ] Deliver\n[ ] Parcels");
	talk_close(&talk);
}

/* Appends the pages as "m c s a u e2 5 6 7 8 ." */
static void talk_tell_pages(const struct talk *talk, struct strbuf *out)
{
	struct vec pages = VEC_INIT(struct dialogue_page);

	dialogue_pages(talk->board, talk->relation, &pages);
	for (size_t i = 0; i < pages.count; i++) {
		const struct dialogue_page *page = vec_at(&pages, i);

		if (page->type == DIALOGUE_QUESTION)
			strbuf_addf(out, "%s ", integration_token(page->question));
		else if (page->type == DIALOGUE_EVENT)
			strbuf_addf(out, "event%d ", (int)page->sticky);
		else
			strbuf_addstr(out, page->type == DIALOGUE_MESSAGES ? "messages " : "summary");
	}
	vec_release(&pages);
}

static void pages_follow_the_relation(void **state)
{
	static const struct {
		int64_t relation;
		const char *script, *pages;
	} cases[] = {
		{1, NULL,
			"messages consistency sensitive autonomous compensated slow failed disordered "
			"twice summary"},
		{1, "Ann: message Ordering Delivery 2 1",
			"messages consistency sensitive autonomous compensated event2 event1 slow failed "
			"disordered twice summary"},
		{2, "Ann: message Ordering Delivery -l asks 4",
			"messages sensitive compensated slow failed twice summary"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct strbuf told = STRBUF_INIT;
		struct talk talk;

		talk_open(&talk, cases[i].relation, cases[i].script);
		talk_tell_pages(&talk, &told);
		assert_string_equal(told.text, cases[i].pages);
		strbuf_release(&told);
		talk_close(&talk);
	}
}

#define ANSWERED                                                                                          \
	"Ann: message Ordering Delivery 2\nAnn: integrate Ordering Delivery -l '' consistency eventual\n" \
	"Ann: integrate Ordering Delivery -l '' sensitive no\n"                                           \
	"Ann: integrate Ordering Delivery -l '' autonomous yes\n"                                         \
	"Ann: integrate Ordering Delivery -l '' compensated no"

static void it_begins_where_an_answer_is_missing(void **state)
{
	struct talk talk;

	(void)state;
	talk_open(&talk, 1, "Ann: message Ordering Delivery 2");
	assert_int_equal(talk.dialogue.page.type, DIALOGUE_QUESTION);
	assert_int_equal(talk.dialogue.page.question, INTEGRATION_CONSISTENCY);
	talk_close(&talk);
	talk_open(&talk, 1, ANSWERED);
	assert_int_equal(talk.dialogue.page.type, DIALOGUE_EVENT);
	talk_close(&talk);
}

static void the_proposal_is_in_focus(void **state)
{
	struct talk talk;

	(void)state;
	talk_open(&talk, 1, ANSWERED);
	assert_int_equal(talk.dialogue.choice, 1);
	assert_lines(&talk, "notification\nstate transfer, whole state  ← proposed\n"
			    "state transfer, changes only\ndomain event\nnot decided");
	talk_close(&talk);
	talk_open(&talk, 1, ANSWERED "\nAnn: message Ordering Delivery -t domain-event 2");
	dialogue_turn(&talk.dialogue, talk.board, talk.relation, -1);
	assert_int_equal(talk.dialogue.choice, 3);
	talk_close(&talk);
}

static void what_was_answered_is_in_focus(void **state)
{
	static const struct {
		const char *answer;
		int choice;
	} cases[] = {{"outbox", 0}, {"saga", 2}, {"none-needed: no", 4}, {"we call them", 5}};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct dialogue_page page = {DIALOGUE_QUESTION, INTEGRATION_FAILED, 0};
		struct strbuf line = STRBUF_INIT, given = STRBUF_INIT;
		struct talk talk;

		strbuf_addf(&line, "Ann: integrate Ordering Delivery -l '' failed %s", cases[i].answer);
		talk_open(&talk, 1, line.text);
		dialogue_go(&talk.dialogue, talk.board, talk.relation, &page);
		assert_int_equal(talk.dialogue.choice, cases[i].choice);
		dialogue_given(talk.board, talk.relation, &page, &given);
		assert_string_equal(given.text, cases[i].answer);
		strbuf_release(&given);
		strbuf_release(&line);
		talk_close(&talk);
	}
}

static void a_page_that_is_gone_gives_way_to_the_summary(void **state)
{
	struct vec pages = VEC_INIT(struct dialogue_page);
	struct talk talk;

	(void)state;
	talk_open(&talk, 1, ANSWERED);
	lines_play(&talk.ledger, "Ann: unmessage Ordering Delivery 2");
	dialogue_pages(talk.board, talk.relation, &pages);
	assert_int_equal(dialogue_at(&talk.dialogue, &pages), pages.count - 1);
	assert_int_equal(talk.dialogue.page.type, DIALOGUE_SUMMARY);
	assert_lines(&talk, "carries: ?\nup to date: it may lag a little\nsensitive: no\ngoes on alone: yes\n"
			    "undone together: no\nslow network: ?\nfailure: ?\nout of order: ?\ntwice: ?");
	assert_false(dialogue_turn(&talk.dialogue, talk.board, talk.relation, 1));
	vec_release(&pages);
	talk_close(&talk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_crosses_is_offered_first),
		cmocka_unit_test(pages_follow_the_relation),
		cmocka_unit_test(it_begins_where_an_answer_is_missing),
		cmocka_unit_test(the_proposal_is_in_focus),
		cmocka_unit_test(what_was_answered_is_in_focus),
		cmocka_unit_test(a_page_that_is_gone_gives_way_to_the_summary),
	};

	return cmocka_run_group_tests_name("canvas/dialogue", tests, NULL, NULL);
}
