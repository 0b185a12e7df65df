/*
 * gen: things made at random from a seed, so that what went wrong with one can be made again.
 *
 * A property test runs gen_rounds() rounds, each with the seed gen_seed() + its number;
 * EVSTORM_SEED and EVSTORM_ROUNDS in the environment set others than it has by itself.
 */
#ifndef TESTS_LIB_GEN_H
#define TESTS_LIB_GEN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "command/command.h"
#include "model/board.h"

struct gen {
	uint64_t state;
};

uint64_t gen_seed(void);
int gen_rounds(int without_environment);

/* Starts anew from SEED and says so on standard output, as a TAP comment. */
void gen_start(struct gen *gen, uint64_t seed);

/* From 0 to COUNT - 1; true once in COUNT times. */
int gen_below(struct gen *gen, int count);
bool gen_once_in(struct gen *gen, int count);

/* Appends up to MOST parts of text: scripts of all kinds, spaces and quotes, and now and then what
 * is not clean; with HOSTILE any bytes but NUL as well. */
void gen_text(struct gen *gen, struct strbuf *out, int most, bool hostile);

/* Appends a command line that may do something on BOARD, or be refused. */
void gen_line(struct gen *gen, const struct board *board, struct strbuf *out);

/* Appends a line that runs COMMAND with arguments such as its row asks for. */
void gen_command(struct gen *gen, const struct board *board, const struct command *command, struct strbuf *out);

#endif
