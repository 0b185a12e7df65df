/*
 * utf8: decoding, grapheme clusters and normal forms, all by utf8proc.
 *
 * Text inside the program is NFC (see clean.h). A byte that is not UTF-8 counts as a cluster of its own.
 */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"

/* Decodes the character at TEXT (of LEN bytes) into *CODE; returns its bytes, or 0 if they are not UTF-8 or
 * LEN is 0. */
size_t utf8_decode(const char *text, size_t len, int32_t *code);

/* Appends CODE as UTF-8. */
void utf8_append(struct strbuf *out, int32_t code);

/* Bytes of the grapheme cluster at TEXT; 0 only for LEN 0. */
size_t utf8_cluster(const char *text, size_t len);

/* The start of the cluster that ends at byte AT of TEXT (0 for AT 0). */
size_t utf8_cluster_before(const char *text, size_t at);

/* Is all of it UTF-8? */
bool utf8_valid(const char *text, size_t len);

/* Characters (code points) in LEN bytes of valid UTF-8. */
size_t utf8_count(const char *text, size_t len);

/* The longest text that the functions below convert; they append a longer one as it is. No text of a board is so long
 * (see clean.h), and sorting a great many combining marks takes far too long. */
#define UTF8_MAPPED_BYTES 32000

/* Appends TEXT in NFC; it must be valid. */
void utf8_nfc(struct strbuf *out, const char *text, size_t len);

/* Appends TEXT with case folded away, for comparing; it must be valid. */
void utf8_fold(struct strbuf *out, const char *text, size_t len);

/* Appends TEXT decomposed, for making names: letters without marks, compatibility forms (wide, joined) as plain
 * letters, Hangul as conjoining letters (from U+1100); it must be valid. */
void utf8_apart(struct strbuf *out, const char *text, size_t len);

/* Has it only ASCII, Hangul syllables and Han characters? Most texts do: they are in NFC, and folding changes only A
 * to Z, so no character need be looked up. */
bool utf8_is_plain(const char *text, size_t len);

/* Does NEEDLE, already folded, occur in TEXT, whatever its case? An empty one never does. */
bool utf8_contains_folded(const char *text, const char *needle);

#endif
