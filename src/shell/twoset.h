/*
 * twoset: the keys of a keyboard that Hangul letters lie on in the two-set layout (두벌식), for commands that are
 * pressed while a Korean input method is on.
 *
 * Layouts of three sets send the same letters from other keys, which cannot be told (tried with libhangul's 39, 3f and
 * 3s: the key a gives ㅇ, which is d in the two-set layout).
 */
#ifndef SHELL_TWOSET_H
#define SHELL_TWOSET_H

#include <stddef.h>
#include <stdint.h>

/* No syllable takes more keys: two each for vowel and final, as in 뷁. */
#define TWOSET_KEYS_MOST 5

/* The keys that make CODE, a letter or a syllable; returns how many, 0 when it is neither. With Shift there are only
 * those whose letter is then another: ㅁ is a, and A as well. */
size_t twoset_keys(int32_t code, char keys[TWOSET_KEYS_MOST]);

/* The letter on KEY. */
int32_t twoset_letter(char key);

#endif
