#include "cli/suggest.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "check/check.h"
#include "cli/boardfile.h"
#include "cli/boardpath.h"
#include "cli/subcommand.h"
#include "command/command.h"
#include "command/complete.h"
#include "format/format.h"
#include "model/step.h"

/* A command line, as far as it has been typed. */
struct suggest {
	const struct subcommand *const *rows; /* all subcommands, */
	size_t count;                         /* and how many they are */
	const struct subcommand *subcommand;
	struct vec operands; /* of const char *: those before the word */
	bool ended;          /* no more options */
	const char *word;    /* the last word, being typed */
	const char *before;  /* begins what is suggested: "--format=", or "" */
	struct suggestions *out;
};

void suggest_init(struct suggestions *suggestions)
{
	*suggestions = (struct suggestions){.list = VEC_INIT(struct suggestion)};
}

void suggest_release(struct suggestions *suggestions)
{
	for (size_t i = 0; i < suggestions->list.count; i++) {
		free(vec_get(&suggestions->list, struct suggestion, i).word);
		free(vec_get(&suggestions->list, struct suggestion, i).sentence);
	}
	vec_release(&suggestions->list);
}

static void suggest_add(struct suggest *suggest, const char *word, const char *sentence)
{
	struct strbuf whole = STRBUF_INIT;

	strbuf_addf(&whole, "%s%s", suggest->before, word);
	vec_add(&suggest->out->list, struct suggestion) =
		(struct suggestion){strbuf_detach(&whole), sentence ? mem_strdup(sentence) : NULL};
}

/* Adds the LEN bytes at WORD if they begin like what is typed. */
static void suggest_offer_part(struct suggest *suggest, const char *word, size_t len, const char *sentence)
{
	size_t typed = strlen(suggest->word);
	char *copy;

	if (typed > len || strncmp(word, suggest->word, typed) != 0)
		return;
	copy = mem_strndup(word, len);
	suggest_add(suggest, copy, sentence);
	free(copy);
}

static void suggest_offer(struct suggest *suggest, const char *word, const char *sentence)
{
	suggest_offer_part(suggest, word, strlen(word), sentence);
}

/* Values */

static void suggest_boards(struct suggest *suggest)
{
	struct strbuf folder = STRBUF_INIT;
	struct vec names = VEC_INIT(char *);

	if (!boardpath_folder(&folder, NULL))
		boardpath_list(folder.text, &names);
	for (size_t i = 0; i < names.count; i++)
		suggest_offer(suggest, vec_get(&names, char *, i), NULL);
	suggest->out->files = suggest->out->files || strpbrk(suggest->word, "./~");
	vec_release_strings(&names);
	strbuf_release(&folder);
}

static void suggest_files(struct suggest *suggest)
{
	suggest->out->files = true;
}

static void suggest_kinds(struct suggest *suggest)
{
	for (int kind = 0; kind < KIND_COUNT; kind++)
		suggest_offer(suggest, kind_token((enum kind)kind), NULL);
}

static void suggest_roles(struct suggest *suggest)
{
	for (int role = 0; role < ROLE_COUNT; role++)
		suggest_offer(suggest, role_token((enum role)role), NULL);
}

static void suggest_formats(struct suggest *suggest)
{
	size_t count;
	const struct format *const *formats = format_list(&count);

	for (size_t i = 0; i < count; i++)
		suggest_offer(suggest, formats[i]->name, _(formats[i]->sentence));
}

static void suggest_checks(struct suggest *suggest)
{
	size_t count;
	const struct check *const *checks = check_list(&count);

	for (size_t i = 0; i < count; i++)
		suggest_offer(suggest, checks[i]->id, _(checks[i]->sentence));
}

static void suggest_moments(struct suggest *suggest)
{
	struct strbuf step = STRBUF_INIT;

	for (int i = STEP_FIRST; i <= STEP_LAST; i++) {
		strbuf_reset(&step);
		strbuf_addf(&step, "step:%d", i);
		suggest_offer(suggest, step.text, step_name(i));
	}
	suggest_offer(suggest, "end", NULL);
	strbuf_release(&step);
}

/* Offers the names of ENTITY on the board that the first operand names. */
static void suggest_names(struct suggest *suggest, enum entity entity)
{
	struct vec list = VEC_INIT(const void *);
	struct strbuf name = STRBUF_INIT;
	struct boardfile file = BOARDFILE_INIT;

	if (suggest->operands.count && !boardfile_open(&file, vec_get(&suggest->operands, const char *, 0), NULL))
		board_list(file.board, entity, &list);
	for (size_t i = 0; i < list.count; i++) {
		strbuf_reset(&name);
		field_format(field_find(entity, "name"), vec_get(&list, const void *, i), &name);
		suggest_offer(suggest, name.text, NULL);
	}
	boardfile_release(&file);
	strbuf_release(&name);
	vec_release(&list);
}

static void suggest_contexts(struct suggest *suggest)
{
	suggest_names(suggest, ENTITY_CONTEXT);
}

static void suggest_people(struct suggest *suggest)
{
	suggest_names(suggest, ENTITY_PERSON);
}

/* What the words of the synopses stand for; of an option only, if OPTION is set. */
static const struct suggest_value {
	const char *word, *option;
	void (*offer)(struct suggest *suggest);
} suggest_values[] = {
	{"BOARD", NULL, suggest_boards},
	{"FILE", NULL, suggest_files},
	{"DIR", NULL, suggest_files},
	{"KEYFILE", NULL, suggest_files},
	{"WHEN", NULL, suggest_moments},
	{"KIND", NULL, suggest_kinds},
	{"ROLE", NULL, suggest_roles},
	{"FORMAT", NULL, suggest_formats},
	{"ID", "explain", suggest_checks},
	{"NAME", "context", suggest_contexts},
	{"NAME", "by", suggest_people},
	{"NAME", "as", suggest_people},
};

/* Offers what one word of a synopsis stands for: a value above, or itself if it is in small letters. */
static void suggest_one(struct suggest *suggest, const char *word, size_t len, const char *option)
{
	for (size_t i = 0; i < ARRAY_SIZE(suggest_values); i++) {
		const struct suggest_value *value = &suggest_values[i];

		if (strlen(value->word) == len && !strncmp(value->word, word, len) &&
			(!value->option || (option && !strcmp(value->option, option))))
			value->offer(suggest);
	}
	if (len && (word[0] < 'A' || word[0] > 'Z'))
		suggest_offer_part(suggest, word, len, NULL);
}

/* The same for alternatives: "text|csv", "FILE|DIR". */
static void suggest_value(struct suggest *suggest, const char *synopsis, size_t len, const char *option)
{
	for (const char *end = synopsis + len; synopsis < end;) {
		size_t part = strcspn(synopsis, "|");

		if (part > (size_t)(end - synopsis))
			part = (size_t)(end - synopsis);
		suggest_one(suggest, synopsis, part, option);
		synopsis += part + 1;
	}
}

/* Operands */

/* Offers what operand AT, from 0, of a SYNOPSIS such as "BOARD NAME [BOARD ...]" stands for; moves *AT back by the
 * operands that the synopsis has. The last one may be there many times. */
static bool suggest_operand(struct suggest *suggest, const char *synopsis, size_t *at)
{
	const char *last = NULL;
	size_t len = 0;

	for (const char *word = synopsis; word && *(word += strspn(word, " [].")); word += len) {
		len = strcspn(word, " [].");
		last = word;
		if (!(*at)--) {
			suggest_value(suggest, word, len, NULL);
			return true;
		}
	}
	if (!last || !strstr(last, "..."))
		return false;
	suggest_value(suggest, last, len, NULL);
	return true;
}

/* Offers how the board command behind `do BOARD` goes on. */
static void suggest_command(struct suggest *suggest)
{
	struct strbuf line = STRBUF_INIT, word = STRBUF_INIT;
	struct boardfile file = BOARDFILE_INIT;
	struct vec list = VEC_INIT(char *);
	size_t from = 1, start;
	bool opened = !boardfile_open(&file, vec_get(&suggest->operands, const char *, 0), NULL);
	struct board *none = opened ? NULL : board_new();
	struct complete complete = {.board = opened ? file.board : none};
	bool ids;

	for (size_t i = 1; i < suggest->operands.count; i++)
		if (!strcmp(vec_get(&suggest->operands, const char *, i), ";"))
			from = i + 1;
	for (size_t i = from; i < suggest->operands.count; i++) {
		words_quote(&line, vec_get(&suggest->operands, const char *, i));
		strbuf_addch(&line, ' ');
	}
	strbuf_addf(&line, "%s%s", strchr(suggest->word, ' ') ? "\"" : "", suggest->word);
	ids = complete_line(&complete, line.text, &list, &start);
	for (size_t i = 0; i < list.count; i++) {
		const char *offered = vec_get(&list, char *, i);
		const struct command *command = command_find(offered);
		const struct sticky *sticky = ids ? board_sticky(complete.board, strtoll(offered, NULL, 10)) : NULL;
		struct words words;

		words_from_line(&words, offered);
		if (words_next(&words, &word, NULL) > 0)
			suggest_add(suggest, word.text,
				sticky                                       ? sticky->text
				: command && from == suggest->operands.count ? _(command->sentence)
									     : NULL);
	}
	vec_release_strings(&list);
	board_free(none);
	boardfile_release(&file);
	strbuf_release(&line);
	strbuf_release(&word);
}

static void suggest_operands(struct suggest *suggest)
{
	size_t at = suggest->operands.count;

	if (suggest->subcommand == &sub_do && at)
		suggest_command(suggest);
	else if (!suggest_operand(suggest, suggest->subcommand->operands, &at))
		suggest_operand(suggest, suggest->subcommand->rest, &at);
}

/* Options */

static void suggest_option(struct suggest *suggest, const struct option *option)
{
	struct strbuf name = STRBUF_INIT;

	strbuf_addf(&name, "--%s", option->name);
	suggest_offer(suggest, name.text, _(option->sentence));
	strbuf_release(&name);
}

static void suggest_options(struct suggest *suggest)
{
	static const struct option help = {'h', "help", NULL, N_("print this help")};

	for (const struct option *option = suggest->subcommand->options; option->name; option++)
		suggest_option(suggest, option);
	suggest_option(suggest, &help);
}

/* The option that WORD ends with, if that needs a value: "--format", "-f", "-nf". */
static const struct option *suggest_open_option(const struct suggest *suggest, const char *word)
{
	size_t len = strlen(word);

	if (suggest->ended || len < 2 || word[0] != '-')
		return NULL;
	for (const struct option *option = suggest->subcommand->options; option->name; option++)
		if (option->argument && (word[1] == '-' ? !strcmp(word + 2, option->name)
							: option->letter && word[len - 1] == option->letter))
			return option;
	return NULL;
}

/* Offers values for "--format=te"; false if the word is nothing such. */
static bool suggest_assigned(struct suggest *suggest)
{
	const char *sign = strncmp(suggest->word, "--", 2) != 0 ? NULL : strchr(suggest->word, '=');
	char *name, *before;
	const struct option *option;

	if (!sign || suggest->ended)
		return false;
	name = mem_strndup(suggest->word, (size_t)(sign - suggest->word));
	before = mem_strndup(suggest->word, (size_t)(sign - suggest->word) + 1);
	option = suggest_open_option(suggest, name);
	suggest->before = before;
	suggest->word = sign + 1;
	if (option)
		suggest_value(suggest, option->argument, strlen(option->argument), option->name);
	suggest->before = "";
	free(name);
	free(before);
	return true;
}

/* Takes WORD, before the last one; false if it is the value of OPEN. */
static void suggest_take(struct suggest *suggest, const char *word, const struct option **open)
{
	if (*open) {
		*open = NULL;
		return;
	}
	if (!suggest->ended && !strcmp(word, "--")) {
		suggest->ended = true;
		return;
	}
	*open = suggest_open_option(suggest, word);
	if (!suggest->ended && word[0] == '-' && word[1])
		return;
	vec_add(&suggest->operands, const char *) = word;
	suggest->ended = suggest->ended || suggest->operands.count == suggest->subcommand->raw;
}

/* Offers the first word: subcommands, and boards. */
static void suggest_first(struct suggest *suggest)
{
	for (size_t i = 0; i < suggest->count; i++)
		if (!suggest->rows[i]->machine)
			suggest_offer(suggest, suggest->rows[i]->name, _(suggest->rows[i]->sentence));
	if (suggest->word[0] != '-')
		return;
	suggest_offer(suggest, "--lang", _("language of the messages; must come first"));
	suggest_offer(suggest, "--version", _("print the version"));
}

/* The subcommand that the word is the name of, or NULL. */
static const struct subcommand *suggest_subcommand(const struct suggest *suggest, const char *word)
{
	for (size_t i = 0; i < suggest->count; i++)
		if (!strcmp(suggest->rows[i]->name, word))
			return suggest->rows[i];
	return NULL;
}

void suggest_words(
	const struct subcommand *const *rows, size_t count, const char *const *words, struct suggestions *suggestions)
{
	struct suggest suggest = {
		.rows = rows, .count = count, .operands = VEC_INIT(const char *), .before = "", .out = suggestions};
	const struct option *open = NULL;

	if (words[1] && !strncmp(words[0], "--lang=", 7))
		words++;
	else if (words[1] && words[2] && !strcmp(words[0], "--lang"))
		words += 2;
	suggest.subcommand = words[1] ? suggest_subcommand(&suggest, words[0]) : NULL;
	words += suggest.subcommand != NULL;
	if (!suggest.subcommand)
		suggest.subcommand = &sub_open;
	for (; words[1]; words++)
		suggest_take(&suggest, words[0], &open);
	suggest.word = words[0];
	if (suggest.subcommand == &sub_open && !suggest.operands.count && !open)
		suggest_first(&suggest);
	if (open)
		suggest_value(&suggest, open->argument, strlen(open->argument), open->name);
	else if (!suggest_assigned(&suggest) && suggest.word[0] == '-' && !suggest.ended)
		suggest_options(&suggest);
	else if (!suggestions->list.count || suggest.subcommand != &sub_open || suggest.word[0] != '-')
		suggest_operands(&suggest);
	vec_release(&suggest.operands);
}
