#include "base/strbuf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

const char strbuf_empty[1] = "";

void strbuf_init(struct strbuf *sb)
{
	sb->text = (char *)strbuf_empty;
	sb->len = 0;
	sb->capacity = 0;
}

void strbuf_release(struct strbuf *sb)
{
	if (sb->capacity)
		free(sb->text);
	strbuf_init(sb);
}

void strbuf_reset(struct strbuf *sb)
{
	strbuf_truncate(sb, 0);
}

void strbuf_grow(struct strbuf *sb, size_t extra)
{
	size_t needed = sb->len + extra + 1;

	if (needed < extra)
		BUG("a string of %zu bytes cannot grow by %zu", sb->len, extra);
	if (needed <= sb->capacity)
		return;
	if (needed < sb->capacity * 2)
		needed = sb->capacity * 2;
	if (needed < 32)
		needed = 32;
	sb->text = mem_resize(sb->capacity ? sb->text : NULL, needed, 1);
	sb->capacity = needed;
	sb->text[sb->len] = '\0';
}

void strbuf_truncate(struct strbuf *sb, size_t len)
{
	if (len > sb->len)
		BUG("a string of %zu bytes cannot be cut to %zu", sb->len, len);
	sb->len = len;
	if (sb->capacity)
		sb->text[len] = '\0';
}

void strbuf_add(struct strbuf *sb, const void *bytes, size_t len)
{
	if (!len)
		return;
	strbuf_grow(sb, len);
	memcpy(sb->text + sb->len, bytes, len);
	sb->len += len;
	sb->text[sb->len] = '\0';
}

void strbuf_addstr(struct strbuf *sb, const char *text)
{
	strbuf_add(sb, text, strlen(text));
}

void strbuf_addch(struct strbuf *sb, char byte)
{
	if (sb->len + 2 > sb->capacity)
		strbuf_grow(sb, 1);
	sb->text[sb->len++] = byte;
	sb->text[sb->len] = '\0';
}

void strbuf_vaddf(struct strbuf *sb, const char *format, va_list args)
{
	va_list again;
	int len;

	va_copy(again, args);
	len = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (len < 0)
		BUG("bad format: %s", format);
	strbuf_grow(sb, (size_t)len);
	vsnprintf(sb->text + sb->len, (size_t)len + 1, format, args);
	sb->len += (size_t)len;
}

void strbuf_addf(struct strbuf *sb, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	strbuf_vaddf(sb, format, args);
	va_end(args);
}

void strbuf_insert(struct strbuf *sb, size_t at, const void *bytes, size_t len)
{
	if (at > sb->len)
		BUG("byte %zu of %zu", at, sb->len);
	if (!len)
		return;
	strbuf_grow(sb, len);
	memmove(sb->text + at + len, sb->text + at, sb->len - at + 1);
	memcpy(sb->text + at, bytes, len);
	sb->len += len;
}

void strbuf_remove(struct strbuf *sb, size_t at, size_t len)
{
	if (at > sb->len || len > sb->len - at)
		BUG("bytes %zu to %zu of %zu", at, at + len, sb->len);
	if (!len)
		return;
	memmove(sb->text + at, sb->text + at + len, sb->len - at - len + 1);
	sb->len -= len;
}

char *strbuf_detach(struct strbuf *sb)
{
	char *text = sb->capacity ? sb->text : mem_strdup("");

	strbuf_init(sb);
	return text;
}
