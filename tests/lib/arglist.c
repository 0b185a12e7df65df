#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "lib/arglist.h"

#include "lib/must.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void arglist_release(struct arglist *list)
{
	for (size_t i = 0; i < list->count; i++)
		free(list->items[i]);
	free(list->items);
	*list = (struct arglist)ARGLIST_INIT;
}

/* Appends `item` itself, which the list frees. */
static void arglist_take(struct arglist *list, char *item)
{
	list->items = must(realloc(list->items, (list->count + 2) * sizeof(*list->items)));
	list->items[list->count++] = item;
	list->items[list->count] = NULL;
}

void arglist_add(struct arglist *list, const char *item)
{
	arglist_take(list, must(strdup(item)));
}

/* Writes the value of the name at `p` and returns what follows it, or NULL. */
static const char *arglist_expand(FILE *word, const char *p, const struct arglist *vars)
{
	const char *value;
	size_t len = 0;

	while (isalnum((unsigned char)p[len]) || p[len] == '_')
		len++;
	value = arglist_get(vars, p, len);
	if (!value)
		return NULL;
	fputs(value, word);
	return p + len;
}

/* Writes one word and returns what follows it, or NULL when it is malformed. */
static const char *arglist_word(FILE *word, const char *p, const struct arglist *vars)
{
	char quote = '\0';

	while (*p && (quote || !isblank((unsigned char)*p))) {
		if (quote ? *p == quote : *p == '\'' || *p == '"') {
			quote = quote ? '\0' : *p;
			p++;
		} else if (*p == '$' && quote != '\'') {
			p = arglist_expand(word, p + 1, vars);
			if (!p)
				return NULL;
		} else {
			if (*p == '\\' && quote != '\'' && p[1])
				p++;
			fputc(*p++, word);
		}
	}
	return quote ? NULL : p;
}

bool arglist_split(struct arglist *list, const char *text, const struct arglist *vars)
{
	for (;;) {
		char *item = NULL;
		size_t size;
		FILE *word;

		text += strspn(text, " \t");
		if (!*text)
			return true;
		word = must(open_memstream(&item, &size));
		text = arglist_word(word, text, vars);
		fclose(word);
		if (!text) {
			free(item);
			return false;
		}
		arglist_take(list, must(item));
	}
}

/* Whether `item` starts with "NAME=". */
static bool arglist_names(const char *item, const char *name, size_t len)
{
	return !strncmp(item, name, len) && item[len] == '=';
}

void arglist_set(struct arglist *env, const char *item)
{
	size_t len = strcspn(item, "=");

	for (size_t i = 0; i < env->count; i++) {
		if (arglist_names(env->items[i], item, len)) {
			free(env->items[i]);
			env->items[i] = must(strdup(item));
			return;
		}
	}
	arglist_add(env, item);
}

void arglist_set_value(struct arglist *env, const char *name, const char *value)
{
	char *item;

	if (asprintf(&item, "%s=%s", name, value) < 0)
		must(NULL);
	arglist_set(env, item);
	free(item);
}

void arglist_unset(struct arglist *env, const char *name)
{
	for (size_t i = 0; i < env->count; i++) {
		if (arglist_names(env->items[i], name, strlen(name))) {
			free(env->items[i]);
			memmove(&env->items[i], &env->items[i + 1], (env->count - i) * sizeof(*env->items));
			env->count--;
			return;
		}
	}
}

const char *arglist_get(const struct arglist *env, const char *name, size_t len)
{
	for (size_t i = 0; i < env->count; i++) {
		if (arglist_names(env->items[i], name, len))
			return env->items[i] + len + 1;
	}
	return NULL;
}
