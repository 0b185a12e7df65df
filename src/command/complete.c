#include "command/complete.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "command/command.h"
#include "text/needle.h"

static int complete_compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void complete_offer(struct vec *list, const char *name)
{
	vec_add(list, char *) = mem_strdup(name);
}

static void complete_drop(struct vec *list, size_t at)
{
	free(vec_get(list, char *, at));
	vec_remove(list, at);
}

/* Replaces *FOLDED by WORD, folded, without its quotes, of which the last may be missing. */
static void complete_fold(struct strbuf *folded, const char *word)
{
	struct strbuf plain = STRBUF_INIT, closed = STRBUF_INIT;
	struct words words;

	strbuf_reset(folded);
	words_from_line(&words, word);
	if (words_next(&words, &plain, NULL) < 0) {
		strbuf_addf(&closed, "%s%c", word, *word);
		words_from_line(&words, closed.text);
		if (words_next(&words, &plain, NULL) < 0)
			strbuf_reset(&plain);
	}
	needle_make(folded, plain.text);
	strbuf_release(&plain);
	strbuf_release(&closed);
}

static bool complete_begins(const char *text, const char *folded, struct strbuf *buffer)
{
	complete_fold(buffer, text);
	return !strncmp(buffer->text, folded, strlen(folded));
}

/* Keeps in LIST, from FIRST on, only the words that begin with WORD, sorted and without duplicates. */
static void complete_filter(struct vec *list, size_t first, const char *word)
{
	struct strbuf folded = STRBUF_INIT, buffer = STRBUF_INIT;

	complete_fold(&folded, word);
	for (size_t i = list->count; i-- > first;)
		if (!complete_begins(vec_get(list, char *, i), folded.text, &buffer))
			complete_drop(list, i);
	if (list->count > first)
		qsort(vec_at(list, first), list->count - first, list->size, complete_compare);
	for (size_t i = list->count; i-- > first + 1;)
		if (!complete_compare(vec_at(list, i - 1), vec_at(list, i)))
			complete_drop(list, i);
	strbuf_release(&folded);
	strbuf_release(&buffer);
}

/* How many bytes the word at TEXT has, quotes included. */
static size_t complete_word(const char *text)
{
	const char *at = text + 1;

	if (*text != '"' && *text != '\'')
		return strcspn(text, " ");
	for (; *at && *at != *text; at++)
		if (*text == '"' && *at == '\\' && at[1])
			at++;
	return (size_t)(at - text) + (*at != '\0');
}

/* Where the last word of LINE begins; the end of LINE if it ends with a space. */
static size_t complete_last(const char *line)
{
	size_t at = strspn(line, " "), len;

	while ((len = line[at] ? complete_word(line + at) : 0) && line[at + len])
		at += len + strspn(line + at + len, " ");
	return at;
}

static bool complete_is_id(const char *word, size_t len)
{
	return (len == 1 && *word == '.') || (len && strspn(word, "0123456789") == len);
}

/* Skips the complete words of LINE from *AT, after the command, on. Returns the argument to which the rest, from *AT
 * on, belongs. */
static const struct argument *complete_argument(const char *line, const struct argument *arguments, size_t *at)
{
	const struct argument *now = arguments;

	for (;;) {
		size_t len;

		while (now->name && now->option)
			now++;
		*at += strspn(line + *at, " ");
		len = line[*at] ? complete_word(line + *at) : 0;
		if (!now->name || !line[*at] || !line[*at + len])
			return now;
		if (line[*at] == '-' && len == 2) {
			*at += len + strspn(line + *at + len, " ");
			len = line[*at] ? complete_word(line + *at) : 0;
		} else if (now->type == ARGUMENT_STICKY || now->type == ARGUMENT_STICKIES) {
			if (!complete_is_id(line + *at, len))
				return now;
			now += now->type == ARGUMENT_STICKY;
		} else if (now->type == ARGUMENT_LINE || now->type == ARGUMENT_TEXT || now->type == ARGUMENT_ANSWER) {
			return now;
		} else {
			now++;
		}
		*at += len;
	}
}

/* Offers the stickies in whose texts TEXT occurs: with BEGIN at the beginning, otherwise elsewhere. */
static void complete_stickies(const struct complete *complete, const char *text, bool begin, struct vec *list)
{
	struct vec stickies = VEC_INIT(const void *);
	struct strbuf needle = STRBUF_INIT, buffer = STRBUF_INIT, id = STRBUF_INIT;

	needle_make(&needle, text);
	board_list(complete->board, ENTITY_STICKY, &stickies);
	for (size_t i = 0; i < stickies.count && list->count < COMPLETE_STICKIES_MOST; i++) {
		const struct sticky *sticky = vec_get(&stickies, const struct sticky *, i);

		if (veil_hides(&complete->veil, sticky) || !sticky->text || !needle_occurs(needle.text, sticky->text))
			continue;
		strbuf_reset(&buffer);
		needle_make(&buffer, sticky->text);
		if (!strncmp(buffer.text, needle.text, needle.len) != begin)
			continue;
		strbuf_reset(&id);
		strbuf_addf(&id, "%" PRId64, sticky->id);
		complete_offer(list, id.text);
	}
	strbuf_release(&id);
	strbuf_release(&buffer);
	strbuf_release(&needle);
	vec_release(&stickies);
}

/* If LINE expects an id after BEHIND, offers ids for the text there, and sets *START to where that begins. */
static bool complete_ids(const struct complete *complete, const char *line, const struct argument *arguments,
	size_t behind, struct vec *list, size_t *start)
{
	size_t count = list->count, at = behind;
	const struct argument *argument = complete_argument(line, arguments, &at);
	const char *text = line + at + (line[at] == '"' || line[at] == '\'');

	if (!argument->name || (argument->type != ARGUMENT_STICKY && argument->type != ARGUMENT_STICKIES) || !*text ||
		complete_is_id(text, strlen(text)))
		return false;
	complete_stickies(complete, text, true, list);
	complete_stickies(complete, text, false, list);
	if (list->count > count)
		*start = at;
	return list->count > count;
}

/* The arguments of the command NAME, or NULL. For an extra command, also offers the words that it accepts. */
static const struct argument *complete_find(const struct complete *complete, const char *name, struct vec *list)
{
	const struct command *command = command_find(name);
	const struct complete_command *extra = complete->extra;

	if (command)
		return command->arguments;
	while (extra && extra->name && strcmp(extra->name, name))
		extra++;
	if (!extra || !extra->name)
		return NULL;
	for (const char *const *word = extra->words; word && *word; word++)
		complete_offer(list, *word);
	return extra->arguments;
}

static void complete_names(const struct complete *complete, struct vec *list)
{
	size_t count;
	const struct command *const *rows = command_list(&count);

	for (size_t i = 0; i < count; i++)
		complete_offer(list, rows[i]->name);
	for (const struct complete_command *extra = complete->extra; extra && extra->name; extra++)
		complete_offer(list, extra->name);
}

bool complete_line(const struct complete *complete, const char *line, struct vec *list, size_t *start)
{
	size_t first = list->count, skip = strspn(line, " "), len = strcspn(line + skip, " ");
	const struct argument *arguments = NULL;
	struct strbuf name = STRBUF_INIT;
	bool ids = false;

	*start = complete_last(line);
	if (!line[skip + len]) {
		complete_names(complete, list);
	} else {
		strbuf_add(&name, line + skip, len);
		arguments = complete_find(complete, name.text, list);
		if (arguments)
			argument_choices(arguments, complete->board, list);
	}
	complete_filter(list, first, line + *start);
	if (arguments && list->count == first)
		ids = complete_ids(complete, line, arguments, skip + len, list, start);
	strbuf_release(&name);
	return ids;
}
