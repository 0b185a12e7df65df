#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "session/filter.h"
#include "session/session.h"
#include "session/action_text.h"
#include "text/utf8.h"

static char action_text_folder[64];
static char action_text_path[96];

static int action_text_with_board(void **state)
{
	struct session *session;

	snprintf(action_text_folder, sizeof(action_text_folder), "/tmp/evstorm-action-text-XXXXXX");
	if (!mkdtemp(action_text_folder))
		return -1;
	snprintf(action_text_path, sizeof(action_text_path), "%s/b.evs", action_text_folder);
	if (session_open(action_text_path, STORE_NEW, "ana", &session, NULL))
		return -1;
	*state = session;
	return 0;
}

static int action_text_without_board(void **state)
{
	session_close(*state);
	unlink(action_text_path);
	return rmdir(action_text_folder);
}

/* What is done, what must be told of it, and what it is about. */
static const struct {
	const char *line, *told;
	unsigned kinds, marks;
} action_text_cases[] = {
	{"add event \"Order placed\"", "adds domain event “Order placed”", KIND_BIT(KIND_EVENT), 0},
	{"add hotspot \"Who pays?\"", "adds hotspot “Who pays?”", KIND_BIT(KIND_HOTSPOT), SUMMARY_OPENED},
	{"edit 1 \"Order taken\"", "rewords “Order placed” to “Order taken”", KIND_BIT(KIND_EVENT), 0},
	{"resolve 2", "resolves hotspot “Who pays?”", KIND_BIT(KIND_HOTSPOT), SUMMARY_RESOLVED},
	{"reopen 2", "reopens hotspot “Who pays?”", KIND_BIT(KIND_HOTSPOT), SUMMARY_OPENED},
	{"kind 2 command", "makes “Who pays?” a sticky of the kind command",
		KIND_BIT(KIND_HOTSPOT) | KIND_BIT(KIND_COMMAND), 0},
	{"move 2 4 4", "moves command “Who pays?”", KIND_BIT(KIND_COMMAND), 0},
	{"note 1 Really?", "writes a note behind domain event “Order taken”", KIND_BIT(KIND_EVENT), 0},
	{"pivotal 1", "marks domain event “Order taken” as pivotal", KIND_BIT(KIND_EVENT), 0},
	{"unpivotal 1", "unmarks domain event “Order taken” as pivotal", KIND_BIT(KIND_EVENT), 0},
	{"link 2 1", "links command “Who pays?” to domain event “Order taken”",
		KIND_BIT(KIND_EVENT) | KIND_BIT(KIND_COMMAND), 0},
	{"vote 1", "votes for domain event “Order taken”", KIND_BIT(KIND_EVENT), 0},
	{"unlink 2 1", "removes the link of command “Who pays?” to domain event “Order taken”",
		KIND_BIT(KIND_EVENT) | KIND_BIT(KIND_COMMAND), 0},
	{"context Ordering 1 2", "draws the context “Ordering”", KIND_BIT(KIND_EVENT) | KIND_BIT(KIND_COMMAND),
		SUMMARY_CONTEXT},
	{"uncontext 2", "takes command “Who pays?” out of its context", KIND_BIT(KIND_COMMAND), 0},
	{"context Billing 2", "draws the context “Billing”", KIND_BIT(KIND_COMMAND), SUMMARY_CONTEXT},
	{"relate Ordering sync Billing", "relates “Ordering” to “Billing”", 0, SUMMARY_RELATION},
	{"rename-context Billing Payment", "renames the context “Billing” to “Payment”", 0, 0},
	{"unrelate Ordering Payment", "removes the relation of “Ordering” to “Payment”", 0, 0},
	{"phase 2 Shop", "names the phase “Shop”", 0, 0},
	{"lane 1 Happy", "names the lane “Happy”", 0, 0},
	{"insert-column 1", "makes or removes room", 0, SUMMARY_SHIFT},
	{"title Shop", "titles the board “Shop”", 0, 0},
	{"step 3", "goes to step 3, Commands", 0, 0},
	{"add event Ordered", "adds domain event “Ordered”", KIND_BIT(KIND_EVENT), 0},
	{"merge 3 1", "merges domain event “Ordered” into domain event “Order taken”", KIND_BIT(KIND_EVENT), 0},
	{"undo", "undoes: adds domain event “Ordered”", KIND_BIT(KIND_EVENT), 0},
	{"redo", "redoes: merges domain event “Ordered” into domain event “Order taken”", KIND_BIT(KIND_EVENT), 0},
	{"delete 1 2", "removes domain event “Order taken” and 1 more", KIND_BIT(KIND_EVENT) | KIND_BIT(KIND_COMMAND),
		0},
	{"undo", "undoes: adds command “Who pays?” and 1 more", KIND_BIT(KIND_EVENT) | KIND_BIT(KIND_COMMAND), 0},
	{"redo", "redoes: removes domain event “Order taken” and 1 more", KIND_BIT(KIND_EVENT) | KIND_BIT(KIND_COMMAND),
		0},
};

static void action_text_run(struct session *session, const char *line)
{
	struct session_report report = SESSION_REPORT_INIT;
	struct error err = ERROR_INIT;
	struct words words;

	words_from_line(&words, line);
	if (session_run(session, &words, 1, NULL, &report, &err))
		fail_msg("“%s” must be possible: %s", line, err.text);
	session_report_release(&report);
}

static struct replay *action_text_replay(struct session *session)
{
	struct replay *replay = NULL;
	struct error err = ERROR_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(action_text_cases); i++)
		action_text_run(session, action_text_cases[i].line);
	if (replay_open(action_text_path, &replay, &err))
		fail_msg("the log must open: %s", err.text);
	assert_int_equal(replay_count(replay), ARRAY_SIZE(action_text_cases));
	return replay;
}

static void each_action_is_told_and_known_for_what_it_is(void **state)
{
	struct replay *replay = action_text_replay(*state);

	for (size_t i = 0; i < ARRAY_SIZE(action_text_cases); i++) {
		const struct summary *summary = &replay_action(replay, i)->summary;
		struct strbuf told = STRBUF_INIT;
		struct action action;

		action_init(&action);
		assert_int_equal(replay_seek(replay, i + 1, NULL), 0);
		assert_int_equal(replay_read(replay, i, &action, NULL), 0);
		action_text_format(replay_board(replay), &action, &told);
		assert_string_equal(told.text, action_text_cases[i].told);
		if (summary->kinds != action_text_cases[i].kinds || summary->marks != action_text_cases[i].marks)
			fail_msg("“%s” must have the kinds %x and the marks %x, not %x and %x",
				action_text_cases[i].line, action_text_cases[i].kinds, action_text_cases[i].marks,
				summary->kinds, summary->marks);
		action_release(&action);
		strbuf_release(&told);
	}
	replay_close(replay);
}

static void texts_are_found_in_time_and_through_the_filter(void **state)
{
	static const struct {
		const char *needle;
		size_t at;
		bool forward;
		struct filter filter;
		size_t found; /* 0: nowhere */
	} cases[] = {
		{"order", 0, true, {0, 0, 0}, 1},
		{"order", 1, true, {0, 0, 0}, 3},
		{"order", 31, false, {0, 0, 0}, 30},
		{"order", 3, false, {0, 0, 0}, 1},
		{"order", 1, false, {0, 0, 0}, 0},
		{"order", 0, true, {0, KIND_BIT(KIND_COMMAND), 0}, 14},
		{"really", 0, true, {0, 0, 0}, 8},
		{"payment", 0, true, {0, 0, 0}, 18},
		{"happy", 0, true, {0, 0, 0}, 21},
		{"event", 0, true, {0, 0, 0}, 0}, /* a word of the log, not of the board */
		{"author", 0, true, {0, 0, 0}, 0},
		{"who", 0, true, {0, 0, 2}, 0},
		{"order", 31, true, {0, 0, 0}, 0},
	};
	struct replay *replay = action_text_replay(*state);

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		size_t found = 0;
		int status = filter_find_text(
			replay, &cases[i].filter, cases[i].needle, cases[i].at, cases[i].forward, &found, NULL);

		if (status != (cases[i].found != 0) || found != cases[i].found)
			fail_msg("case %zu: “%s” from %zu must be found at %zu, not %zu", i, cases[i].needle,
				cases[i].at, cases[i].found, found);
	}
	replay_close(replay);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(each_action_is_told_and_known_for_what_it_is, action_text_with_board,
			action_text_without_board),
		cmocka_unit_test_setup_teardown(texts_are_found_in_time_and_through_the_filter, action_text_with_board,
			action_text_without_board),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("session/action_text", tests, NULL, NULL);
}
