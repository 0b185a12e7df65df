#include "base/mem.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Written once, before abort(), and read by the signal handler for SIGABRT. */
static char mem_bug_text[512];

void mem_bug(const char *file, int line, const char *format, ...)
{
	va_list args;
	int len;

	len = snprintf(mem_bug_text, sizeof(mem_bug_text), "evstorm: %s:%d: ", file, line);
	va_start(args, format);
	vsnprintf(mem_bug_text + len, sizeof(mem_bug_text) - (size_t)len, format, args);
	va_end(args);
	fprintf(stderr, "%s\n", mem_bug_text);
	abort();
}

const char *mem_last_words(void)
{
	return mem_bug_text;
}

void *mem_alloc(size_t size)
{
	void *memory = malloc(size ? size : 1);

	if (!memory)
		BUG("out of memory: %zu bytes wanted", size);
	return memory;
}

void *mem_zalloc(size_t size)
{
	void *memory = calloc(1, size ? size : 1);

	if (!memory)
		BUG("out of memory: %zu bytes wanted", size);
	return memory;
}

void *mem_resize(void *old, size_t count, size_t size)
{
	void *memory;

	if (size && count > SIZE_MAX / size)
		BUG("out of memory: %zu times %zu bytes wanted", count, size);
	memory = realloc(old, count && size ? count * size : 1);
	if (!memory)
		BUG("out of memory: %zu bytes wanted", count * size);
	return memory;
}

char *mem_strdup(const char *text)
{
	return text ? mem_strndup(text, strlen(text)) : NULL;
}

char *mem_strndup(const char *text, size_t len)
{
	char *copy;

	if (!text)
		return NULL;
	copy = mem_alloc(len + 1);
	memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}
