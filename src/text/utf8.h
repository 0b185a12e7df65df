/*
 * utf8: decoding, grapheme clusters and normal forms, all by utf8proc.
 *
 * Text inside the program is NFC (see clean.h), so these functions are for walking over it. Bytes
 * that are no UTF-8 are one cluster each, whatever they are.
 */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"

/* Decodes the character at TEXT (LEN bytes are there) into *CODE; returns its bytes, or 0 when
 * they are no UTF-8 or LEN is 0. */
size_t utf8_decode(const char *text, size_t len, int32_t *code);

/* Appends CODE as UTF-8. */
void utf8_append(struct strbuf *out, int32_t code);

/* Bytes of the grapheme cluster at TEXT; 0 only for LEN 0. */
size_t utf8_cluster(const char *text, size_t len);

/* Start of the cluster that ends at byte AT of TEXT (0 for AT 0). */
size_t utf8_cluster_before(const char *text, size_t at);

/* Is it UTF-8 from end to end? */
bool utf8_valid(const char *text, size_t len);

/* Characters (code points) in LEN bytes of valid UTF-8. */
size_t utf8_count(const char *text, size_t len);

/* The longest text that is mapped by the functions below; a longer one is taken as it is. No text of
 * a board is so long (see clean.h), and to put a great many marks into order takes far too long. */
#define UTF8_MAPPED_BYTES 32000

/* Appends TEXT in NFC; it must be valid. */
void utf8_nfc(struct strbuf *out, const char *text, size_t len);

/* Appends TEXT with case folded away, for comparing; it must be valid. */
void utf8_fold(struct strbuf *out, const char *text, size_t len);

/* Appends TEXT taken apart, for making names: letters without their marks, wide and joined forms as the
 * plain ones, Hangul as its letters (U+1100 and on); it must be valid. */
void utf8_apart(struct strbuf *out, const char *text, size_t len);

/* Is it of ASCII, Hangul syllables and Han characters only? Most texts are; they are in NFC as they stand, and
 * only A to Z fold, which saves looking each character up. */
bool utf8_is_plain(const char *text, size_t len);

/* Where NEEDLE, already folded, occurs in TEXT without regard to case. An empty one never does. */
bool utf8_contains_folded(const char *text, const char *needle);

#endif
