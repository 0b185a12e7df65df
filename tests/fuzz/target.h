/*
 * target: what every fuzz target has: the entry that libFuzzer calls, and replay.c with the kept
 * corpus.
 *
 * A target ends the program (BUG) when something does not hold that must hold for any bytes at all.
 */
#ifndef TESTS_FUZZ_TARGET_H
#define TESTS_FUZZ_TARGET_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
