/*
 * config: the user's settings, from $XDG_CONFIG_HOME/evstorm/config:
 *
 *	# a comment
 *	set OPTION VALUE
 *	bind [-m MODE] KEYS COMMAND
 */
#ifndef SHELL_CONFIG_H
#define SHELL_CONFIG_H

#include <stdbool.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "shell/keymap.h"
#include "shell/shell.h"

struct config {
	struct strbuf language;  /* of messages: "en", "ko", or "" for the system's */
	struct strbuf name;      /* the user's on boards, or "" */
	struct strbuf borders;   /* "unicode" or "ascii" */
	struct strbuf names;     /* "on" or "off": whether stickies show the name of their kind */
	struct strbuf aggregate; /* the word for aggregates: "aggregate" or "constraint" */
	struct strbuf hangul;    /* "on" or "off": whether Hangul letters are commands */
	struct strbuf theme;     /* "dark", "light" or "auto": the background that colours are for */
	struct strbuf mouse;     /* "on" or "off": whether the mouse works on the board */
	struct strbuf clipboard; /* "on" or "off": whether copying also sets the terminal's clipboard */
	struct keymap keymap;    /* the `bind` lines */
};

/* An option, for the manual and the help. */
struct config_option {
	const char *name;
	size_t offset;              /* of its strbuf in struct config */
	const char *const *choices; /* allowed values, NULL-terminated; NULL: any text */
	const char *sentence;       /* its purpose; translated when shown */
};

/* The options, *COUNT rows. */
const struct config_option *config_options(size_t *count);

void config_init(struct config *config);
void config_release(struct config *config);

/* Reads the user's file; a missing file counts as empty. Errors name file and line; the lines before it take effect. */
int config_load(struct config *config, struct error *err);

/* Fills LOOKS from the settings. */
void config_look(const struct config *config, struct looks *looks);

/* Sets LOOKS from the current user's file, for drawing without a canvas. Ignores errors in the file; doctor reports
 * them. */
void config_load_looks(struct looks *looks);

/* Does OPTION, "on", "off" or "", say off? */
bool config_is_off(const struct strbuf *option);

#endif
