#include "map/dialogue.h"

#include <string.h>

#include "base/i18n.h"
#include "check/flow.h"
#include "text/clean.h"

static const char *const dialogue_heads[INTEGRATION_QUESTION_COUNT] = {
	[INTEGRATION_CONSISTENCY] = N_("up to date"),
	[INTEGRATION_SENSITIVE] = N_("sensitive"),
	[INTEGRATION_AUTONOMOUS] = N_("goes on alone"),
	[INTEGRATION_COMPENSATED] = N_("undone together"),
	[INTEGRATION_SLOW] = N_("slow network"),
	[INTEGRATION_FAILED] = N_("failure"),
	[INTEGRATION_DISORDERED] = N_("out of order"),
	[INTEGRATION_TWICE] = N_("twice"),
};

void dialogue_init(struct dialogue *dialogue)
{
	memset(dialogue, 0, sizeof(*dialogue));
	vec_init(&dialogue->candidates, sizeof(int64_t));
}

void dialogue_release(struct dialogue *dialogue)
{
	vec_release(&dialogue->candidates);
}

static void dialogue_add(struct vec *list, enum dialogue_type type, enum integration_question question, int64_t sticky)
{
	vec_add(list, struct dialogue_page) = (struct dialogue_page){type, question, sticky};
}

static void dialogue_add_questions(const struct relation *relation, int first, int end, struct vec *list)
{
	for (int i = first; i < end; i++)
		if (integration_asks((enum relation_style)relation->style, (enum integration_question)i))
			dialogue_add(list, DIALOGUE_QUESTION, (enum integration_question)i, 0);
}

void dialogue_pages(const struct board *board, const struct relation *relation, struct vec *list)
{
	struct vec messages = VEC_INIT(const void *);

	dialogue_add(list, DIALOGUE_MESSAGES, 0, 0);
	dialogue_add_questions(relation, 0, INTEGRATION_FIRST_FAILURE, list);
	board_list(board, ENTITY_MESSAGE, &messages);
	for (size_t i = 0; i < messages.count; i++) {
		const struct message *message = vec_get(&messages, const struct message *, i);

		if (message->relation == relation->id && relation->style != RELATION_SYNC &&
			board_sticky(board, message->sticky)->kind == KIND_EVENT)
			dialogue_add(list, DIALOGUE_EVENT, 0, message->sticky);
	}
	vec_release(&messages);
	dialogue_add_questions(relation, INTEGRATION_FIRST_FAILURE, INTEGRATION_QUESTION_COUNT, list);
	dialogue_add(list, DIALOGUE_SUMMARY, 0, 0);
}

/* How many messages RELATION carries. */
static size_t dialogue_carried(const struct board *board, const struct relation *relation)
{
	const struct message *message;
	size_t count = 0;

	for (size_t at = 0; (message = board_next(board, ENTITY_MESSAGE, &at));)
		count += message->relation == relation->id;
	return count;
}

bool dialogue_is_answered(const struct board *board, const struct relation *relation, const struct dialogue_page *page)
{
	const struct message *message;

	switch (page->type) {
	case DIALOGUE_MESSAGES: return dialogue_carried(board, relation) > 0;
	case DIALOGUE_QUESTION: return integration_is_answered(relation, page->question);
	case DIALOGUE_EVENT:
		message = board_message(board, relation->id, page->sticky);
		return message && message->type != MESSAGE_UNDECIDED;
	case DIALOGUE_SUMMARY: break;
	}
	return false;
}

size_t dialogue_at(struct dialogue *dialogue, const struct vec *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct dialogue_page *page = vec_at(list, i);

		if (page->type == dialogue->page.type && page->question == dialogue->page.question &&
			page->sticky == dialogue->page.sticky)
			return i;
	}
	dialogue->page = vec_end(list, struct dialogue_page);
	dialogue->choice = 0;
	return list->count - 1;
}

enum integration_answer dialogue_answer(enum integration_question question, int at)
{
	const char *const *choices = integration_choices(question);
	int answer = 0;

	for (int i = 0; i <= at; i++)
		if (!choices[i])
			return INTEGRATION_ANSWER_COUNT;
	while (answer < INTEGRATION_ANSWER_COUNT &&
		strcmp(integration_answer_token((enum integration_answer)answer), choices[at]))
		answer++;
	return (enum integration_answer)answer;
}

/* How many choices QUESTION has. */
static int dialogue_count_choices(enum integration_question question)
{
	int count = 0;

	while (integration_choices(question)[count])
		count++;
	return count;
}

int dialogue_count(const struct dialogue *dialogue, const struct board *board, const struct relation *relation)
{
	enum integration_question question = dialogue->page.question;
	struct vec pages = VEC_INIT(struct dialogue_page);
	int count = 0;

	switch (dialogue->page.type) {
	case DIALOGUE_MESSAGES: return (int)dialogue->candidates.count;
	case DIALOGUE_QUESTION: return dialogue_count_choices(question) + (question >= INTEGRATION_FIRST_FAILURE);
	case DIALOGUE_EVENT: return MESSAGE_TYPE_COUNT;
	case DIALOGUE_SUMMARY:
		dialogue_pages(board, relation, &pages);
		count = (int)pages.count - 1;
		vec_release(&pages);
	}
	return count;
}

/* The type in line AT of the menu for an event; “undecided” comes last. */
static enum message_type dialogue_type(int at)
{
	return (enum message_type)((at + 1) % MESSAGE_TYPE_COUNT);
}

/* The line with the answer of RELATION to QUESTION. */
static int dialogue_question_line(const struct relation *relation, enum integration_question question)
{
	const char *given = integration_given(relation, question);
	int count = dialogue_count_choices(question);

	if (!*given)
		return 0;
	for (int i = 0; i < count; i++)
		if (!strcmp(integration_choices(question)[i], given))
			return i;
	if (question < INTEGRATION_FIRST_FAILURE)
		return 0;
	return integration_reason(given) ? count - 1 : count;
}

void dialogue_go(struct dialogue *dialogue, const struct board *board, const struct relation *relation,
	const struct dialogue_page *page)
{
	const struct message *message = board_message(board, relation->id, page->sticky);
	const struct sticky *sticky = board_sticky(board, page->sticky);
	enum message_type type;

	dialogue->page = *page;
	dialogue->choice = 0;
	if (page->type == DIALOGUE_QUESTION)
		dialogue->choice = dialogue_question_line(relation, page->question);
	if (page->type != DIALOGUE_EVENT || !sticky)
		return;
	type = message ? (enum message_type)message->type : MESSAGE_UNDECIDED;
	if (type == MESSAGE_UNDECIDED)
		type = integration_propose(board, relation, sticky);
	dialogue->choice = (type + MESSAGE_TYPE_COUNT - 1) % MESSAGE_TYPE_COUNT;
}

bool dialogue_turn(struct dialogue *dialogue, const struct board *board, const struct relation *relation, int by)
{
	struct vec pages = VEC_INIT(struct dialogue_page);
	size_t at;
	bool there;

	dialogue_pages(board, relation, &pages);
	at = dialogue_at(dialogue, &pages) + (size_t)by;
	there = at < pages.count;
	if (there)
		dialogue_go(dialogue, board, relation, vec_at(&pages, at));
	vec_release(&pages);
	return there;
}

void dialogue_open(struct dialogue *dialogue, const struct board *board, const struct relation *relation)
{
	struct vec pages = VEC_INIT(struct dialogue_page);
	size_t at = 0;

	dialogue->relation = relation->id;
	dialogue->generation = UINT64_MAX;
	dialogue_look(dialogue, board, relation);
	dialogue_pages(board, relation, &pages);
	while (at + 1 < pages.count && dialogue_is_answered(board, relation, vec_at(&pages, at)))
		at++;
	dialogue_go(dialogue, board, relation, vec_at(&pages, at));
	vec_release(&pages);
}

static bool dialogue_crosses(const struct dialogue *dialogue, int64_t sticky)
{
	for (size_t i = 0; i < dialogue->crossing; i++)
		if (vec_get(&dialogue->candidates, int64_t, i) == sticky)
			return true;
	return false;
}

static void dialogue_offer(
	struct dialogue *dialogue, const struct relation *relation, const struct sticky *sticky, bool carried)
{
	if ((carried || integration_carries((enum relation_style)relation->style, sticky->kind)) &&
		!dialogue_crosses(dialogue, sticky->id))
		vec_add(&dialogue->candidates, int64_t) = sticky->id;
}

/* Is STICKY what RELATION could carry: an event of the sender, a command or read model of the called? */
static bool dialogue_is_home(const struct relation *relation, const struct sticky *sticky)
{
	int64_t home = sticky->kind == KIND_EVENT ? relation->source : relation->target;

	return sticky->context == home && integration_carries((enum relation_style)relation->style, sticky->kind);
}

/* First come the stickies that cross from one context to the other on the board, then the others that RELATION could
 * carry. */
void dialogue_look(struct dialogue *dialogue, const struct board *board, const struct relation *relation)
{
	struct vec crossing = VEC_INIT(int64_t), stickies = VEC_INIT(const void *);

	if (dialogue->generation == board_generation(board))
		return;
	dialogue->generation = board_generation(board);
	dialogue->crossing = 0;
	vec_reset(&dialogue->candidates);
	flow_messages(board, relation->source, relation->target, (enum relation_style)relation->style, &crossing);
	for (size_t i = 0; i < crossing.count; i++)
		dialogue_offer(dialogue, relation, board_sticky(board, vec_get(&crossing, int64_t, i)), false);
	dialogue->crossing = dialogue->candidates.count;
	board_list_in_time(board, &stickies);
	for (size_t i = 0; i < stickies.count; i++) {
		const struct sticky *sticky = vec_get(&stickies, const struct sticky *, i);
		bool carried = board_message(board, relation->id, sticky->id);

		if (dialogue_is_home(relation, sticky) || carried)
			dialogue_offer(dialogue, relation, sticky, carried);
	}
	vec_release(&stickies);
	vec_release(&crossing);
}

/* Appends the text of a sticky on one line. */
static void dialogue_text(const struct board *board, int64_t id, struct strbuf *out)
{
	const struct sticky *sticky = board_sticky(board, id);

	clean_flatten(out, sticky ? sticky->text : NULL);
}

/* Asks which messages RELATION carries. */
static void dialogue_ask_messages(const struct board *board, const struct relation *relation, struct strbuf *out)
{
	const char *source = board_context(board, relation->source)->name;
	const char *target = board_context(board, relation->target)->name;

	switch ((enum relation_style)relation->style) {
	case RELATION_SYNC:
		strbuf_addf(out, _("Which commands and read models does %s call on %s?"), source, target);
		break;
	case RELATION_ASYNC: strbuf_addf(out, _("Which events of %s does %s hear about?"), source, target); break;
	default: strbuf_addf(out, _("What passes from %s to %s?"), source, target); break;
	}
}

void dialogue_ask(const struct board *board, const struct relation *relation, const struct dialogue_page *page,
	struct strbuf *out)
{
	struct strbuf text = STRBUF_INIT;

	switch (page->type) {
	case DIALOGUE_MESSAGES: dialogue_ask_messages(board, relation, out); break;
	case DIALOGUE_QUESTION: integration_ask(board, relation, page->question, out); break;
	case DIALOGUE_EVENT:
		dialogue_text(board, page->sticky, &text);
		strbuf_addf(out, _("What does “%s” carry across?"), text.text);
		break;
	case DIALOGUE_SUMMARY: strbuf_addstr(out, _("Answered so far:")); break;
	}
	strbuf_release(&text);
}

void dialogue_head(const struct board *board, const struct dialogue_page *page, struct strbuf *out)
{
	if (page->type == DIALOGUE_MESSAGES)
		strbuf_addstr(out, _("carries"));
	else if (page->type == DIALOGUE_QUESTION)
		strbuf_addstr(out, _(dialogue_heads[page->question]));
	else if (page->type == DIALOGUE_EVENT)
		dialogue_text(board, page->sticky, out);
}

/* The translated text for WORD. */
static const char *dialogue_shown(const char *word)
{
	const char *shown = integration_shown(word);

	return shown ? _(shown) : word;
}

/* Appends the messages of RELATION, separated by commas. */
static void dialogue_list_carried(const struct board *board, const struct relation *relation, struct strbuf *out)
{
	struct vec messages = VEC_INIT(const void *);
	bool first = true;

	board_list(board, ENTITY_MESSAGE, &messages);
	for (size_t i = 0; i < messages.count; i++) {
		const struct message *message = vec_get(&messages, const struct message *, i);

		if (message->relation != relation->id)
			continue;
		strbuf_addstr(out, first ? "" : ", ");
		dialogue_text(board, message->sticky, out);
		first = false;
	}
	vec_release(&messages);
}

void dialogue_given(const struct board *board, const struct relation *relation, const struct dialogue_page *page,
	struct strbuf *out)
{
	const struct message *message;

	if (!dialogue_is_answered(board, relation, page))
		return;
	switch (page->type) {
	case DIALOGUE_MESSAGES: dialogue_list_carried(board, relation, out); break;
	case DIALOGUE_QUESTION: strbuf_addstr(out, dialogue_shown(integration_given(relation, page->question))); break;
	case DIALOGUE_EVENT:
		message = board_message(board, relation->id, page->sticky);
		strbuf_addstr(out, _(integration_type_name((enum message_type)message->type)));
		break;
	case DIALOGUE_SUMMARY: break;
	}
}

static void dialogue_say_candidate(const struct dialogue *dialogue, const struct board *board,
	const struct relation *relation, int at, struct strbuf *out)
{
	int64_t id = vec_get(&dialogue->candidates, int64_t, (size_t)at);
	const struct sticky *sticky = board_sticky(board, id);

	strbuf_addstr(out, board_message(board, relation->id, id) ? "[x] " : "[ ] ");
	dialogue_text(board, id, out);
	if (sticky && sticky->kind == KIND_EVENT)
		strbuf_addf(out, " (%s)", sticky->public ? _("public") : _("private"));
	if ((size_t)at < dialogue->crossing)
		strbuf_addf(out, "  ← %s", _("crosses on the board"));
}

static void dialogue_say_choice(enum integration_question question, int at, struct strbuf *out)
{
	enum integration_answer answer;

	if (question < INTEGRATION_FIRST_FAILURE) {
		strbuf_addstr(out, dialogue_shown(integration_choices(question)[at]));
		return;
	}
	answer = dialogue_answer(question, at);
	if (answer == INTEGRATION_ANSWER_COUNT)
		strbuf_addstr(out, _("something else, in your own words"));
	else
		strbuf_addf(out, "%s: %s", integration_answer_token(answer), _(integration_answer_sentence(answer)));
}

static void dialogue_say_type(const struct dialogue *dialogue, const struct board *board,
	const struct relation *relation, int at, struct strbuf *out)
{
	const struct sticky *sticky = board_sticky(board, dialogue->page.sticky);
	enum message_type type = dialogue_type(at);

	strbuf_addstr(out, _(integration_type_name(type)));
	if (type != MESSAGE_UNDECIDED && sticky && integration_propose(board, relation, sticky) == type)
		strbuf_addf(out, "  ← %s", _("proposed"));
}

static void dialogue_say_page(const struct board *board, const struct relation *relation, int at, struct strbuf *out)
{
	struct vec pages = VEC_INIT(struct dialogue_page);
	const struct dialogue_page *page;

	dialogue_pages(board, relation, &pages);
	page = vec_at(&pages, (size_t)at);
	dialogue_head(board, page, out);
	strbuf_addstr(out, ": ");
	if (dialogue_is_answered(board, relation, page))
		dialogue_given(board, relation, page, out);
	else
		strbuf_addstr(out, "?");
	vec_release(&pages);
}

void dialogue_say(const struct dialogue *dialogue, const struct board *board, const struct relation *relation, int at,
	struct strbuf *out)
{
	switch (dialogue->page.type) {
	case DIALOGUE_MESSAGES: dialogue_say_candidate(dialogue, board, relation, at, out); break;
	case DIALOGUE_QUESTION: dialogue_say_choice(dialogue->page.question, at, out); break;
	case DIALOGUE_EVENT: dialogue_say_type(dialogue, board, relation, at, out); break;
	case DIALOGUE_SUMMARY: dialogue_say_page(board, relation, at, out); break;
	}
}
