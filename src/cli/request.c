#include "cli/request.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

/* The arguments still to be read. */
struct request_words {
	const char *const *argv;
	bool ended; /* no more options */
};

void request_release(struct request *request)
{
	vec_release(&request->operands);
}

static const struct option *request_find(const struct option *options, const char *name, size_t len)
{
	for (; options->name; options++)
		if (strlen(options->name) == len && !memcmp(options->name, name, len))
			return options;
	return NULL;
}

static const struct option *request_find_letter(const struct option *options, char letter)
{
	for (; options->name; options++)
		if (options->letter == letter)
			return options;
	return NULL;
}

static void request_give(struct request *request, const struct option *option, const char *value)
{
	request->given[option - request->options] = value;
}

/* Takes the next word as the value of OPTION. */
static int request_take(
	struct request *request, const struct option *option, struct request_words *words, struct error *err)
{
	if (!*words->argv)
		return error_set(err, ERROR_USAGE, _("--%s: missing %s"), option->name, option->argument);
	request_give(request, option, *words->argv++);
	return 0;
}

/* Reads WORD, a long option without its dashes: "title", "title=VALUE". */
static int request_read_name(struct request *request, const char *word, struct request_words *words, struct error *err)
{
	size_t len = strcspn(word, "=");
	const struct option *option = request_find(request->options, word, len);

	if (!strcmp(word, "help")) {
		request->help = true;
		return 0;
	}
	if (!option)
		return error_set(err, ERROR_USAGE, _("--%s: unknown option; see --help"), word);
	if (!option->argument && word[len])
		return error_set(err, ERROR_USAGE, _("--%s takes no value"), option->name);
	if (option->argument && !word[len])
		return request_take(request, option, words, err);
	request_give(request, option, option->argument ? word + len + 1 : "");
	return 0;
}

/* Reads WORD, option letters without their dash: "r", "tTITLE". */
static int request_read_letters(
	struct request *request, const char *word, struct request_words *words, struct error *err)
{
	for (; *word; word++) {
		const struct option *option = request_find_letter(request->options, *word);

		if (*word == 'h') {
			request->help = true;
			return 0;
		}
		if (!option)
			return error_set(err, ERROR_USAGE, _("-%s: unknown option; see --help"), word);
		if (option->argument && !word[1])
			return request_take(request, option, words, err);
		request_give(request, option, option->argument ? word + 1 : "");
		if (option->argument)
			return 0;
	}
	return 0;
}

int request_read(
	struct request *request, const struct option *options, size_t rest, const char *const *argv, struct error *err)
{
	struct request_words words = {argv, false};
	int failed = 0;

	request->options = options;
	request->help = false;
	memset(request->given, 0, sizeof(request->given));
	vec_init(&request->operands, sizeof(const char *));
	while (*words.argv && !failed && !request->help) {
		const char *word = *words.argv++;

		if (words.ended || word[0] != '-' || !word[1]) {
			vec_add(&request->operands, const char *) = word;
			words.ended = words.ended || request->operands.count == rest;
		} else if (!strcmp(word, "--")) {
			words.ended = true;
		} else if (word[1] == '-') {
			failed = request_read_name(request, word + 2, &words, err);
		} else {
			failed = request_read_letters(request, word + 1, &words, err);
		}
	}
	vec_push(&request->operands); /* the NULL at the end */
	return failed;
}

size_t request_count(const struct request *request)
{
	return request->operands.count - 1;
}

const char *const *request_operands(const struct request *request, size_t at)
{
	return vec_at(&request->operands, at);
}

const char *request_operand(const struct request *request, size_t at)
{
	return at < request_count(request) ? *request_operands(request, at) : NULL;
}

/* The row of the option NAME, which must have one. */
static const struct option *request_row(const struct request *request, const char *name)
{
	const struct option *option = request_find(request->options, name, strlen(name));

	if (!option)
		BUG("no option %s here", name);
	return option;
}

const char *request_option(const struct request *request, const char *name)
{
	return request->given[request_row(request, name) - request->options];
}

int request_number(const struct request *request, const char *name, int least, int most, int *number, struct error *err)
{
	const char *value = request_option(request, name);
	char *end;
	long read;

	if (!value)
		return 0;
	errno = 0;
	read = strtol(value, &end, 10);
	if (errno || end == value || *end || read < least || read > most)
		return error_set(err, ERROR_USAGE, _("--%s takes a number from %d to %d, not “%.40s”"), name, least,
			most, value);
	*number = (int)read;
	return 0;
}

int request_choice(const struct request *request, const char *name, size_t *at, struct error *err)
{
	const char *value = request_option(request, name), *words = request_row(request, name)->argument;

	*at = 0;
	if (!value)
		return 0;
	for (const char *word = words; *word; word += *word == '|') {
		size_t len = strcspn(word, "|");

		if (strlen(value) == len && !memcmp(value, word, len))
			return 0;
		word += len;
		++*at;
	}
	return error_set(err, ERROR_USAGE, _("--%s takes %s, not “%.40s”"), name, words, value);
}

const char *request_person(const struct request *request)
{
	const char *name = request_option(request, "as");

	return name ? name : request->person;
}

void request_synopsis(const struct option *options, struct strbuf *out)
{
	for (const struct option *option = options; option->name; option++) {
		strbuf_addstr(out, option > options ? " [" : "[");
		if (option->letter)
			strbuf_addf(out, "-%c", option->letter);
		else
			strbuf_addf(out, "--%s", option->name);
		if (option->argument)
			strbuf_addf(out, " %s", option->argument);
		strbuf_addch(out, ']');
	}
}

void request_usage(const struct option *option, struct strbuf *out)
{
	if (option->letter)
		strbuf_addf(out, "-%c, ", option->letter);
	else
		strbuf_addstr(out, "    ");
	strbuf_addf(out, "--%s", option->name);
	if (option->argument)
		strbuf_addf(out, " %s", option->argument);
}
