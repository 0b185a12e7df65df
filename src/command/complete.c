#include "command/complete.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "command/command.h"

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

/* Keeps of LIST from FIRST on what begins with WORD, sorted, each once. */
static void complete_filter(struct vec *list, size_t first, const char *word)
{
	for (size_t i = list->count; i-- > first;)
		if (strncmp(vec_get(list, char *, i), word, strlen(word)))
			complete_drop(list, i);
	if (list->count > first)
		qsort(vec_at(list, first), list->count - first, list->size, complete_compare);
	for (size_t i = list->count; i-- > first + 1;)
		if (!complete_compare(vec_at(list, i - 1), vec_at(list, i)))
			complete_drop(list, i);
}

void complete_line(
	const char *line, const struct board *board, const char *const *extra, struct vec *list, size_t *start)
{
	const char *last = strrchr(line, ' ');
	size_t first = list->count, count, skip = strspn(line, " ");
	const struct command *const *rows = command_list(&count);
	struct strbuf name = STRBUF_INIT;

	if (!last || (size_t)(last - line) < skip) {
		*start = skip;
		for (size_t i = 0; i < count; i++)
			complete_offer(list, rows[i]->name);
		for (; extra && *extra; extra++)
			complete_offer(list, *extra);
	} else {
		const struct command *command;

		*start = (size_t)(last + 1 - line);
		strbuf_add(&name, line + skip, strcspn(line + skip, " "));
		command = command_find(name.text);
		if (command)
			argument_choices(command->arguments, board, list);
	}
	complete_filter(list, first, line + *start);
	strbuf_release(&name);
}
