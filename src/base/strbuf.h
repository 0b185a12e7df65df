/*
 * strbuf: a string that grows.
 *
 * Invariant: `text` is never NULL and always ends with a NUL that `len` does not count.
 */
#ifndef BASE_STRBUF_H
#define BASE_STRBUF_H

#include <stdarg.h>
#include <stddef.h>

struct strbuf {
	char *text;      /* the bytes, with a final NUL */
	size_t len;      /* bytes without the NUL */
	size_t capacity; /* bytes allocated; 0 while `text` is the shared empty string */
};

/* The read-only text that all strings without memory share. */
extern const char strbuf_empty[];

#define STRBUF_INIT                          \
	{                                    \
		.text = (char *)strbuf_empty \
	}

void strbuf_init(struct strbuf *sb);
void strbuf_release(struct strbuf *sb);

/* Empties it and keeps the memory. */
void strbuf_reset(struct strbuf *sb);

/* Makes room for EXTRA more bytes. */
void strbuf_grow(struct strbuf *sb, size_t extra);

/* Cuts it to LEN bytes. */
void strbuf_truncate(struct strbuf *sb, size_t len);

void strbuf_add(struct strbuf *sb, const void *bytes, size_t len);
void strbuf_addstr(struct strbuf *sb, const char *text);
void strbuf_addch(struct strbuf *sb, char byte);
void strbuf_addf(struct strbuf *sb, const char *format, ...) __attribute__((format(printf, 2, 3)));
void strbuf_vaddf(struct strbuf *sb, const char *format, va_list args) __attribute__((format(printf, 2, 0)));

/* Inserts, or removes, LEN bytes at byte AT. */
void strbuf_insert(struct strbuf *sb, size_t at, const void *bytes, size_t len);
void strbuf_remove(struct strbuf *sb, size_t at, size_t len);

/* Hands the text over to the caller, who frees it; the strbuf is empty afterwards. */
char *strbuf_detach(struct strbuf *sb);

#endif
