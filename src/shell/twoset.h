/*
 * twoset: the keys that Hangul letters are on in the two-set layout (두벌식), for commands pressed while a Korean
 * input method is on.
 *
 * Three-set layouts send the same letters from other keys and cannot be told apart (tried with libhangul's 39, 3f and
 * 3s: the key a gives ㅇ, which is d in the two-set layout).
 */
#ifndef SHELL_TWOSET_H
#define SHELL_TWOSET_H

#include <stddef.h>
#include <stdint.h>

/* The most keys of a syllable: two each for vowel and final, as in 뷁. */
#define TWOSET_KEYS_MOST 5

/* Fills KEYS with the keys that type CODE, a letter or a syllable; returns how many, 0 if it is neither. Keys are
 * capitals only where Shift changes the letter: ㅁ is a, though A types it too. */
size_t twoset_keys(int32_t code, char keys[TWOSET_KEYS_MOST]);

/* The letter on KEY. */
int32_t twoset_letter(char key);

#endif
