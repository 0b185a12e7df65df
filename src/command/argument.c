#include "command/argument.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/integration.h"
#include "model/step.h"
#include "text/clean.h"

/* The patterns of relations between contexts (Eric Evans, "Domain-Driven Design", 2003, part IV). */
static const char *const argument_patterns[] = {"open-host", "published-language", "anticorruption-layer", "conformist",
	"customer-supplier", "shared-kernel", "partnership", "separate-ways"};

static const char *const argument_ways[WAY_COUNT] = {"left", "right", "up", "down"};

struct argument_reader {
	struct words *words;
	const struct board *board;
	const struct focus *focus;
	const struct argument *arguments;
	struct argument_value *values; /* one for each of them */
	bool ended;                    /* after --: no more options */
	struct strbuf word;            /* the word being read */
};

void argument_values_init(struct argument_value *values, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		memset(&values[i], 0, sizeof(values[i]));
		strbuf_init(&values[i].text);
		vec_init(&values[i].ids, sizeof(int64_t));
	}
}

void argument_values_release(struct argument_value *values, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		strbuf_release(&values[i].text);
		vec_release(&values[i].ids);
		map_release(&values[i].held);
	}
}

size_t argument_count(const struct argument *arguments)
{
	size_t count = 0;

	while (arguments[count].name)
		count++;
	return count;
}

const char *const *argument_pattern_list(size_t *count)
{
	*count = ARRAY_SIZE(argument_patterns);
	return argument_patterns;
}

bool argument_is_pattern(const char *text, size_t len)
{
	for (size_t i = 0; i < ARRAY_SIZE(argument_patterns); i++)
		if (strlen(argument_patterns[i]) == len && !memcmp(argument_patterns[i], text, len))
			return true;
	return false;
}

static bool argument_parse_number(const char *text, int64_t most, int64_t *out)
{
	char *end;
	long long value;

	if (*text < '0' || *text > '9')
		return false;
	errno = 0;
	value = strtoll(text, &end, 10);
	if (*end || errno || value < 1 || value > most)
		return false;
	*out = value;
	return true;
}

static bool argument_is_number(const char *text)
{
	return *text && strspn(text, "0123456789") == strlen(text);
}

static int argument_bad(const struct argument *argument, const char *text, const char *why, struct error *err)
{
	return error_set(err, ERROR_USAGE, "%s “%.60s”: %s", argument->name, text, why);
}

static void argument_add_id(struct argument_value *value, int64_t id)
{
	if (argument_holds(value, id))
		return;
	map_set(&value->held, (uint64_t)id, value);
	vec_add(&value->ids, int64_t) = id;
}

static int argument_read_id(const struct argument_reader *reader, const struct argument *argument,
	struct argument_value *value, struct error *err)
{
	if (!argument_parse_number(reader->word.text, ITEM_ID_MOST, &value->number))
		return argument_bad(argument, reader->word.text, _("is not a sticky's id"), err);
	if (!board_sticky(reader->board, value->number))
		return error_set(err, ERROR_REFUSED, _("no sticky %" PRId64), value->number);
	argument_add_id(value, value->number);
	return 0;
}

static int argument_read_kind(const struct argument_reader *reader, const struct argument *argument,
	struct argument_value *value, struct error *err)
{
	struct strbuf tokens = STRBUF_INIT;
	enum kind kind;

	(void)argument;
	if (kind_parse(reader->word.text, &kind)) {
		value->number = kind;
		return 0;
	}
	for (int i = 0; i < KIND_COUNT; i++)
		strbuf_addf(&tokens, "%s%s", i ? ", " : "", kind_tokens[i]);
	error_set(err, ERROR_USAGE, _("unknown kind “%.60s”; use one of %s"), reader->word.text, tokens.text);
	strbuf_release(&tokens);
	return ERROR_USAGE;
}

static int argument_read_slot(const struct argument_reader *reader, const struct argument *argument,
	struct argument_value *value, struct error *err)
{
	if (!argument_parse_number(reader->word.text, PLACE_MOST, &value->number))
		return argument_bad(argument, reader->word.text, _("is not a column or row; use 1 to 999999999"), err);
	return 0;
}

static int argument_read_count(const struct argument_reader *reader, const struct argument *argument,
	struct argument_value *value, struct error *err)
{
	if (!argument_parse_number(reader->word.text, PLACE_MOST, &value->number))
		return argument_bad(argument, reader->word.text, _("is not a number from 1"), err);
	return 0;
}

static int argument_read_change(const struct argument_reader *reader, const struct argument *argument,
	struct argument_value *value, struct error *err)
{
	const char *word = reader->word.text;

	if (!argument_parse_number(word + (*word == '#'), INT64_MAX, &value->number))
		return argument_bad(argument, word, _("is no change of the log; the log shows them as #120"), err);
	return 0;
}

static int argument_read_step(const struct argument_reader *reader, const struct argument *argument,
	struct argument_value *value, struct error *err)
{
	int now = board_step(reader->board);

	if (!strcmp(reader->word.text, "next"))
		value->number = now < STEP_LAST ? now + 1 : now;
	else if (!strcmp(reader->word.text, "prev"))
		value->number = now > STEP_FIRST ? now - 1 : now;
	else if (!argument_parse_number(reader->word.text, STEP_LAST, &value->number))
		return argument_bad(argument, reader->word.text, _("is not a step; use 1 to 8, next or prev"), err);
	return 0;
}

static int argument_read_style(const struct argument_reader *reader, const struct argument *argument,
	struct argument_value *value, struct error *err)
{
	for (int i = 0; i < RELATION_STYLE_COUNT; i++) {
		if (strcmp(reader->word.text, relation_style_token((enum relation_style)i)))
			continue;
		value->number = i;
		return 0;
	}
	return argument_bad(argument, reader->word.text, _("must be sync, async or unknown"), err);
}

static int argument_read_way(const struct argument_reader *reader, const struct argument *argument,
	struct argument_value *value, struct error *err)
{
	for (int i = 0; i < WAY_COUNT; i++) {
		if (strcmp(reader->word.text, argument_ways[i]))
			continue;
		value->number = i;
		return 0;
	}
	return argument_bad(argument, reader->word.text, _("must be left, right, up or down"), err);
}

/* Is TEXT a pattern, or "-" for none? */
static bool argument_is_side(const char *text, size_t len)
{
	return argument_is_pattern(text, len) || (len == 1 && *text == '-');
}

static int argument_read_patterns(const struct argument_reader *reader, const struct argument *argument,
	struct argument_value *value, struct error *err)
{
	const char *text = reader->word.text;
	size_t len = strcspn(text, "/");

	if (!argument_is_side(text, len) || (text[len] && !argument_is_side(text + len + 1, strlen(text + len + 1))))
		return argument_bad(argument, text,
			_("is not a pattern; use open-host, published-language, anticorruption-layer, conformist, "
			  "customer-supplier, shared-kernel, partnership or separate-ways, or - for none"),
			err);
	strbuf_reset(&value->text);
	strbuf_addstr(&value->text, text);
	return 0;
}

static int argument_read_message(const struct argument_reader *reader, const struct argument *argument,
	struct argument_value *value, struct error *err)
{
	enum message_type type;

	if (!message_type_parse(reader->word.text, &type))
		return argument_bad(argument, reader->word.text,
			_("is not a type; use notification, state-snapshot, state-delta, domain-event or undecided"),
			err);
	value->number = type;
	return 0;
}

static int argument_read_subdomain(const struct argument_reader *reader, const struct argument *argument,
	struct argument_value *value, struct error *err)
{
	enum subdomain subdomain;

	(void)argument;
	if (!subdomain_parse(reader->word.text, &subdomain))
		return error_set(err, ERROR_USAGE,
			_("unknown subdomain “%.60s”; use core, supporting, generic or unknown"), reader->word.text);
	value->number = subdomain;
	return 0;
}

static int argument_read_question(const struct argument_reader *reader, const struct argument *argument,
	struct argument_value *value, struct error *err)
{
	enum integration_question question;

	if (!integration_parse(reader->word.text, &question))
		return argument_bad(argument, reader->word.text,
			_("is not a question; use consistency, sensitive, autonomous, compensated, slow, failed, "
			  "disordered or twice"),
			err);
	value->number = question;
	return 0;
}

static int argument_read_text(const struct argument_reader *reader, const struct argument *argument,
	struct argument_value *value, struct error *err)
{
	bool many = argument->type == ARGUMENT_TEXT;

	return clean_text(
		&value->text, reader->word.text, reader->word.len, many ? CLEAN_MANY_LINES : CLEAN_ONE_LINE, err);
}

/* Reads a word as a value of one type. */
typedef int argument_read_word(const struct argument_reader *reader, const struct argument *argument,
	struct argument_value *value, struct error *err);

static argument_read_word *const argument_readers[] = {
	[ARGUMENT_STICKY] = argument_read_id,
	[ARGUMENT_STICKIES] = argument_read_id,
	[ARGUMENT_KIND] = argument_read_kind,
	[ARGUMENT_COLUMN] = argument_read_slot,
	[ARGUMENT_ROW] = argument_read_slot,
	[ARGUMENT_COUNT] = argument_read_count,
	[ARGUMENT_CHANGE] = argument_read_change,
	[ARGUMENT_STEP] = argument_read_step,
	[ARGUMENT_STYLE] = argument_read_style,
	[ARGUMENT_WAY] = argument_read_way,
	[ARGUMENT_CONTEXT] = argument_read_text,
	[ARGUMENT_WORD] = argument_read_text,
	[ARGUMENT_PATTERNS] = argument_read_patterns,
	[ARGUMENT_LINE] = argument_read_text,
	[ARGUMENT_TEXT] = argument_read_text,
	[ARGUMENT_MESSAGE] = argument_read_message,
	[ARGUMENT_SUBDOMAIN] = argument_read_subdomain,
	[ARGUMENT_QUESTION] = argument_read_question,
	[ARGUMENT_ANSWER] = argument_read_text,
};

static bool argument_takes_rest(enum argument_type type)
{
	return type == ARGUMENT_LINE || type == ARGUMENT_TEXT || type == ARGUMENT_ANSWER;
}

/* Reads the next word without moving past it; returns like words_next(). */
static int argument_peek(struct argument_reader *reader, struct error *err)
{
	struct words copy = *reader->words;

	return words_next(&copy, &reader->word, err);
}

/* The least number of words for the arguments from AT on. */
static int argument_needed(const struct argument *at)
{
	int needed = 0;

	for (; at->name; at++)
		needed += !at->option && !(at->flags & ARGUMENT_OPTIONAL);
	return needed;
}

static bool argument_from_focus(
	const struct focus *focus, const struct argument *argument, struct argument_value *value)
{
	if (!focus || !(argument->flags & ARGUMENT_FOCUS))
		return false;
	if (argument->type == ARGUMENT_COLUMN || argument->type == ARGUMENT_ROW) {
		value->number = argument->type == ARGUMENT_COLUMN ? focus->place.column : focus->place.row;
		value->given = value->number > 0;
		return value->given;
	}
	if (!focus->count || (argument->type == ARGUMENT_STICKY && focus->count > 1))
		return false;
	for (size_t i = 0; i < focus->count; i++)
		argument_add_id(value, focus->stickies[i]);
	value->number = focus->stickies[0];
	value->given = true;
	return true;
}

/* The option that the current word names, or NULL. */
static const struct argument *argument_option(const struct argument_reader *reader)
{
	const struct argument *argument = reader->arguments;

	if (reader->ended || reader->word.len != 2 || reader->word.text[0] != '-')
		return NULL;
	while (argument->name && argument->option != reader->word.text[1])
		argument++;
	return argument->name ? argument : NULL;
}

/* Reads the options at this place, if any. */
static int argument_read_options(struct argument_reader *reader, struct error *err)
{
	int there;

	while (!reader->ended && argument_peek(reader, NULL) > 0) {
		const struct argument *argument = argument_option(reader);
		struct argument_value *value;

		if (!strcmp(reader->word.text, "--")) {
			words_next(reader->words, &reader->word, NULL);
			reader->ended = true;
			break;
		}
		if (!argument)
			break;
		words_next(reader->words, &reader->word, NULL);
		value = &reader->values[argument - reader->arguments];
		value->given = true;
		if (argument->type == ARGUMENT_FLAG)
			continue;
		there = words_next(reader->words, &reader->word, err);
		if (there <= 0)
			return there ? ERROR_USAGE
				     : error_set(
					       err, ERROR_USAGE, _("-%c needs a %s"), argument->option, argument->name);
		there = argument_readers[argument->type](reader, argument, value, err);
		if (there)
			return there;
	}
	return 0;
}

/* Reads the text that ends the line: a quoted word if options follow it, otherwise everything that is left. */
static int argument_take_rest(struct argument_reader *reader, struct error *err)
{
	struct words behind = *reader->words;
	bool whole = words_next_is_whole(&behind);

	for (size_t i = 0; words_next(&behind, &reader->word, NULL) > 0; i++) {
		const struct argument *option = i ? argument_option(reader) : NULL;

		if (option && i == 1 && whole)
			return words_next(reader->words, &reader->word, err) > 0 ? 0 : ERROR_USAGE;
		if (option)
			return error_set(err, ERROR_USAGE,
				_("-%c after a text: quote the text, or put -%c before it; -- before the text makes it "
				  "part of it"),
				option->option, option->option);
	}
	words_rest(reader->words, &reader->word);
	return 0;
}

static int argument_missing(const struct argument_reader *reader, const struct argument *argument, struct error *err)
{
	if (reader->focus && argument->flags & ARGUMENT_FOCUS &&
		(argument->type == ARGUMENT_STICKY || argument->type == ARGUMENT_STICKIES))
		return error_set(err, ERROR_REFUSED,
			reader->focus->count ? _("this takes one sticky, not a selection") : _("no sticky here"));
	return error_set(err, ERROR_USAGE, _("missing %s"), argument->name);
}

/* Uses the focus if the argument is missing or `.`. 1: done, 0: read the next word instead, negative: there is a `.`
 * but no focus. THERE: is there a next word? */
static int argument_try_focus(struct argument_reader *reader, const struct argument *argument,
	struct argument_value *value, int there, struct error *err)
{
	bool dot = there && !strcmp(reader->word.text, ".");
	bool number = there && argument_is_number(reader->word.text);
	bool needed = there && words_left(reader->words) <= argument_needed(argument + 1);

	if (!(argument->flags & ARGUMENT_FOCUS) || !reader->focus)
		return 0;
	if (there && number && !needed)
		return 0;
	if (!argument_from_focus(reader->focus, argument, value))
		return dot ? argument_missing(reader, argument, err) : 0;
	if (dot)
		words_next(reader->words, &reader->word, NULL);
	return 1;
}

/* Reads the ids behind the first one, and the options among them. */
static int argument_read_more(struct argument_reader *reader, const struct argument *argument,
	struct argument_value *value, struct error *err)
{
	int failed = argument_read_options(reader, err);

	while (!failed && !words_at_end(reader->words)) {
		failed = words_next(reader->words, &reader->word, err) < 0 ? ERROR_USAGE : 0;
		if (!failed)
			failed = argument_read_id(reader, argument, value, err);
		if (!failed)
			failed = argument_read_options(reader, err);
	}
	return failed;
}

static int argument_read_one(struct argument_reader *reader, const struct argument *argument,
	struct argument_value *value, struct error *err)
{
	int there, focused;

	if (argument_takes_rest(argument->type)) {
		there = !words_at_end(reader->words);
		if (argument_take_rest(reader, err))
			return ERROR_USAGE;
	} else {
		there = argument_peek(reader, err);
		if (there < 0)
			return ERROR_USAGE;
		focused = argument_try_focus(reader, argument, value, there, err);
		if (focused)
			return focused < 0 ? focused : 0;
		words_next(reader->words, &reader->word, NULL);
	}
	if (!there)
		return argument->flags & ARGUMENT_OPTIONAL ? 0 : argument_missing(reader, argument, err);
	value->given = true;
	there = argument_readers[argument->type](reader, argument, value, err);
	return there || argument->type != ARGUMENT_STICKIES ? there : argument_read_more(reader, argument, value, err);
}

int argument_read(const struct argument *arguments, struct words *words, const struct board *board,
	const struct focus *focus, struct argument_value *values, struct error *err)
{
	struct argument_reader reader = {words, board, focus, arguments, values, false, STRBUF_INIT};
	int failed = 0;

	for (size_t i = 0; arguments[i].name && !failed; i++) {
		failed = argument_read_options(&reader, err);
		if (!failed && !arguments[i].option)
			failed = argument_read_one(&reader, &arguments[i], &values[i], err);
	}
	if (!failed)
		failed = argument_read_options(&reader, err);
	if (!failed && !words_at_end(words)) {
		words_rest(words, &reader.word);
		failed = error_set(err, ERROR_USAGE, _("unexpected argument “%.60s”"), reader.word.text);
	}
	for (size_t i = 0; arguments[i].name && !failed; i++)
		if (arguments[i].option && !values[i].given)
			argument_from_focus(focus, &arguments[i], &values[i]);
	strbuf_release(&reader.word);
	return failed;
}

void argument_synopsis(const struct argument *arguments, struct strbuf *out)
{
	for (const struct argument *at = arguments; at->name; at++) {
		bool optional = at->option || at->flags & ARGUMENT_OPTIONAL;

		strbuf_addstr(out, optional ? " [" : " ");
		if (at->option)
			strbuf_addf(out, "-%c", at->option);
		if (at->option && at->type != ARGUMENT_FLAG)
			strbuf_addch(out, ' ');
		if (at->type != ARGUMENT_FLAG)
			strbuf_addstr(out, at->name);
		if (at->type == ARGUMENT_STICKIES)
			strbuf_addstr(out, "...");
		if (optional)
			strbuf_addch(out, ']');
	}
}

static void argument_offer(struct vec *list, const char *text)
{
	vec_add(list, char *) = mem_strdup(text);
}

static void argument_offer_contexts(const struct board *board, struct vec *list)
{
	struct vec contexts = VEC_INIT(const void *);
	struct strbuf name = STRBUF_INIT;

	board_list(board, ENTITY_CONTEXT, &contexts);
	for (size_t i = 0; i < contexts.count; i++) {
		const struct context *context = vec_get(&contexts, const struct context *, i);

		strbuf_reset(&name);
		words_quote(&name, context->name);
		argument_offer(list, name.text);
	}
	strbuf_release(&name);
	vec_release(&contexts);
}

/* Offers the literal words in a NAME such as "N|next|prev": those in lower case. */
static void argument_offer_words(const char *name, struct vec *list)
{
	for (size_t len; *name; name += len + (name[len] == '|')) {
		len = strcspn(name, "|");
		if (name[0] >= 'a' && name[0] <= 'z')
			vec_add(list, char *) = mem_strndup(name, len);
	}
}

static void argument_offer_answers(struct vec *list)
{
	for (int i = 0; i < INTEGRATION_QUESTION_COUNT; i++) {
		const char *const *choice = integration_choices((enum integration_question)i);

		for (; *choice; choice++)
			argument_offer(list, *choice);
	}
}

static void argument_offer_type(enum argument_type type, const struct board *board, struct vec *list)
{
	if (type == ARGUMENT_KIND)
		for (int i = 0; i < KIND_COUNT; i++)
			argument_offer(list, kind_token((enum kind)i));
	if (type == ARGUMENT_STYLE)
		for (int i = 0; i < RELATION_STYLE_COUNT; i++)
			argument_offer(list, relation_style_token((enum relation_style)i));
	if (type == ARGUMENT_WAY)
		for (int i = 0; i < WAY_COUNT; i++)
			argument_offer(list, argument_ways[i]);
	if (type == ARGUMENT_PATTERNS)
		for (size_t i = 0; i < ARRAY_SIZE(argument_patterns); i++)
			argument_offer(list, argument_patterns[i]);
	if (type == ARGUMENT_STEP) {
		argument_offer(list, "next");
		argument_offer(list, "prev");
	}
	if (type == ARGUMENT_CONTEXT)
		argument_offer_contexts(board, list);
	if (type == ARGUMENT_MESSAGE)
		for (int i = 0; i < MESSAGE_TYPE_COUNT; i++)
			argument_offer(list, message_type_token((enum message_type)i));
	if (type == ARGUMENT_SUBDOMAIN)
		for (int i = 0; i < SUBDOMAIN_COUNT; i++)
			argument_offer(list, subdomain_token((enum subdomain)i));
	if (type == ARGUMENT_QUESTION)
		for (int i = 0; i < INTEGRATION_QUESTION_COUNT; i++)
			argument_offer(list, integration_token((enum integration_question)i));
	if (type == ARGUMENT_ANSWER)
		argument_offer_answers(list);
}

void argument_choices(const struct argument *arguments, const struct board *board, struct vec *list)
{
	for (const struct argument *at = arguments; at->name; at++) {
		if (at->type == ARGUMENT_WORD)
			argument_offer_words(at->name, list);
		argument_offer_type(at->type, board, list);
	}
}
