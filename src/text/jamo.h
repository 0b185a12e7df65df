/*
 * jamo: conjoining letters of Hangul as what every terminal draws alike. Text is in NFC, so they are left only where
 * they make no syllable; terminals draw such letters, and those of old Hangul, in all manner of widths.
 */
#ifndef TEXT_JAMO_H
#define TEXT_JAMO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Is CODE a conjoining letter? */
bool jamo_is(int32_t code);

/* The consonant, as a letter by itself, that the syllable CODE begins with; 0 for any other character. */
int32_t jamo_lead(int32_t code);

/* What to draw for the letter at TEXT (LEN bytes are there): the syllable that it begins, the letter by itself, or
 * U+FFFD for an old one. *USED are the bytes that this stands for. */
int32_t jamo_drawn(const char *text, size_t len, size_t *used);

#endif
