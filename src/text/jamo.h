/*
 * jamo: replaces conjoining Hangul letters by characters that all terminals draw alike. As text is in NFC, these
 * letters are left only where they form no modern syllable; terminals disagree about their width.
 */
#ifndef TEXT_JAMO_H
#define TEXT_JAMO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Is CODE a conjoining letter? */
bool jamo_is(int32_t code);

/* The initial consonant of the syllable CODE, as a letter of its own (ㅈ for 주); 0 for any other character. */
int32_t jamo_lead(int32_t code);

/* The character to draw for the conjoining letter at TEXT (of LEN bytes): the syllable that it begins, the letter of
 * its own, or U+FFFD for a letter of old Hangul. Sets *USED to the bytes that it replaces. */
int32_t jamo_drawn(const char *text, size_t len, size_t *used);

#endif
