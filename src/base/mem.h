/*
 * mem: allocation that never returns NULL, and BUG(), which ends the program on a broken invariant.
 *
 * Running out of memory and a broken invariant both end in abort(): the signal handler of the terminal
 * restores the screen and then prints mem_last_words().
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

/* Memory of SIZE bytes; mem_zalloc() clears it. Free with free(). */
void *mem_alloc(size_t size);
void *mem_zalloc(size_t size);

/* Resizes OLD (may be NULL) to COUNT elements of SIZE bytes, checked for overflow. */
void *mem_resize(void *old, size_t count, size_t size);

/* Copies of a string; NULL gives NULL. Free with free(). */
char *mem_strdup(const char *text);
char *mem_strndup(const char *text, size_t len);

/* Prints FILE:LINE and the message, and aborts. Call it through BUG(), which is never compiled out. */
void mem_bug(const char *file, int line, const char *format, ...) __attribute__((noreturn, format(printf, 3, 4)));

/* The message of the mem_bug() that is ending the program, or "". Safe in a signal handler. */
const char *mem_last_words(void);

#define BUG(...) mem_bug(__FILE__, __LINE__, __VA_ARGS__)

#define ARRAY_SIZE(array) (sizeof(array) / sizeof((array)[0]))

#endif
