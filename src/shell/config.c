#include "shell/config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/smallfile.h"
#include "text/clean.h"
#include "text/utf8.h"
#include "text/words.h"

/* Larger than any sensible file. */
#define CONFIG_BYTES_MOST 1048576

static const char *const config_languages[] = {"en", "ko", NULL};
static const char *const config_borders[] = {"unicode", "ascii", NULL};
static const char *const config_switch[] = {"on", "off", NULL};
static const char *const config_themes[] = {"auto", "dark", "light", NULL};
static const char *const config_aggregates[] = {"aggregate", "constraint", NULL};

static const struct config_option config_rows[] = {
	{"language", offsetof(struct config, language), config_languages, N_("the language of the messages")},
	{"name", offsetof(struct config, name), NULL, N_("your name on boards")},
	{"borders", offsetof(struct config, borders), config_borders,
		N_("draw lines with Unicode or plain characters")},
	{"names", offsetof(struct config, names), config_switch,
		N_("show the name of the kind next to its letter on stickies")},
	{"aggregate", offsetof(struct config, aggregate), config_aggregates,
		N_("what to call an aggregate: aggregate or constraint")},
	{"theme", offsetof(struct config, theme), config_themes, N_("colours for a dark or a light terminal")},
	{"mouse", offsetof(struct config, mouse), config_switch,
		N_("whether the mouse works on the board; off leaves it to the terminal")},
	{"clipboard", offsetof(struct config, clipboard), config_switch,
		N_("whether what is copied also goes on the clipboard of the terminal")},
	{"hangul", offsetof(struct config, hangul), config_switch,
		N_("whether Hangul letters, as commands, mean the keys they lie on")},
};

const struct config_option *config_options(size_t *count)
{
	*count = ARRAY_SIZE(config_rows);
	return config_rows;
}

static struct strbuf *config_slot(struct config *config, const struct config_option *option)
{
	return (struct strbuf *)((char *)config + option->offset);
}

void config_init(struct config *config)
{
	for (size_t i = 0; i < ARRAY_SIZE(config_rows); i++)
		strbuf_init(config_slot(config, &config_rows[i]));
	keymap_init(&config->keymap);
}

void config_release(struct config *config)
{
	keymap_release(&config->keymap);
	for (size_t i = 0; i < ARRAY_SIZE(config_rows); i++)
		strbuf_release(config_slot(config, &config_rows[i]));
}

static int config_set(struct config *config, struct words *words, struct error *err)
{
	struct strbuf word = STRBUF_INIT, *value = NULL;
	const struct config_option *option = NULL;
	int failed = words_next(words, &word, err);

	for (size_t i = 0; failed > 0 && i < ARRAY_SIZE(config_rows); i++)
		if (!strcmp(config_rows[i].name, word.text))
			option = &config_rows[i];
	if (failed >= 0 && !option)
		failed = error_set(err, ERROR_USAGE, _("unknown option “%.40s”"), word.text);
	if (failed > 0) {
		const char *const *choice = option->choices;

		value = config_slot(config, option);
		words_rest(words, &word);
		failed = clean_text(value, word.text, word.len, CLEAN_ONE_LINE, err);
		while (!failed && choice && *choice && strcmp(*choice, value->text))
			choice++;
		if (!failed && choice && !*choice)
			failed = error_set(err, ERROR_USAGE, _("%s cannot be “%.40s”"), option->name, value->text);
		if (failed)
			strbuf_reset(value);
	}
	strbuf_release(&word);
	return failed;
}

/* [-m MODE] KEYS COMMAND */
static int config_bind(struct config *config, struct words *words, struct error *err)
{
	struct strbuf mode = STRBUF_INIT, keys = STRBUF_INIT, command = STRBUF_INIT;
	int failed = words_next(words, &keys, err);

	strbuf_addstr(&mode, "canvas");
	if (failed > 0 && !strcmp(keys.text, "-m")) {
		failed = words_next(words, &mode, err);
		if (failed > 0)
			failed = words_next(words, &keys, err);
	}
	words_rest(words, &command);
	if (failed >= 0)
		failed = failed && command.len ? 0 : error_set(err, ERROR_USAGE, _("“bind” takes a key and a command"));
	if (!failed)
		failed = keymap_bind(&config->keymap, mode.text, keys.text, command.text, err);
	strbuf_release(&mode);
	strbuf_release(&keys);
	strbuf_release(&command);
	return failed;
}

static int config_line(struct config *config, const char *line, struct error *err)
{
	struct strbuf word = STRBUF_INIT;
	struct words words;
	int failed;

	words_from_line(&words, line);
	failed = words_next(&words, &word, err);
	if (failed > 0) {
		if (word.text[0] == '#')
			failed = 0;
		else if (!strcmp(word.text, "set"))
			failed = config_set(config, &words, err);
		else if (!strcmp(word.text, "bind"))
			failed = config_bind(config, &words, err);
		else
			failed = error_set(err, ERROR_USAGE,
				_("a line starts with “set”, “bind” or “#”, not with “%.40s”"), word.text);
	}
	strbuf_release(&word);
	return failed;
}

/* The path of the file; false without a home. */
static bool config_path(struct strbuf *path)
{
	const char *folder = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");

	if (folder && folder[0])
		strbuf_addf(path, "%s/evstorm/config", folder);
	else if (home && home[0])
		strbuf_addf(path, "%s/.config/evstorm/config", home);
	return path->len;
}

static int config_read(struct config *config, struct strbuf *text, const char *path, struct error *err)
{
	size_t at = 0, len;
	int number = 0, failed = 0;
	char *line;

	while (!failed && smallfile_line(text, &at, &line, &len)) {
		number++;
		if (len && line[len - 1] == '\r')
			line[--len] = '\0';
		failed = strlen(line) == len && utf8_valid(line, len) ? config_line(config, line, err)
								      : error_set(err, ERROR_USAGE, _("not UTF-8"));
	}
	return failed ? error_prefix(err, failed, "%s:%d", path, number) : 0;
}

int config_load(struct config *config, struct error *err)
{
	struct strbuf path = STRBUF_INIT, text = STRBUF_INIT;
	int failed = 0;

	if (config_path(&path)) {
		failed = smallfile_read(path.text, CONFIG_BYTES_MOST, &text, err);
		failed = failed < 0 ? error_prefix(err, failed, "%s", path.text)
				    : config_read(config, &text, path.text, err);
	}
	strbuf_release(&path);
	strbuf_release(&text);
	return failed;
}

/* Is the terminal's background light, as far as the user or the terminal has said? COLORFGBG, "0;15", which rxvt,
 * konsole and others set, ends with the number of the background. */
static bool config_is_light(const struct config *config)
{
	const char *said = getenv("COLORFGBG"), *ground = said ? strrchr(said, ';') : NULL;

	if (config->theme.len && strcmp(config->theme.text, "auto"))
		return !strcmp(config->theme.text, "light");
	return ground && (!strcmp(ground, ";7") || !strcmp(ground, ";15"));
}

void config_look(const struct config *config, struct looks *looks)
{
	looks->light = config_is_light(config);
	looks->ascii = !strcmp(config->borders.text, "ascii");
	looks->names = !strcmp(config->names.text, "on");
	if (!strcmp(config->aggregate.text, "constraint"))
		looks->kinds[KIND_AGGREGATE] = _("constraint");
}

void config_load_looks(struct looks *looks)
{
	struct config config;

	*looks = (struct looks){0};
	config_init(&config);
	config_load(&config, NULL);
	config_look(&config, looks);
	config_release(&config);
}

bool config_is_off(const struct strbuf *option)
{
	return !strcmp(option->text, "off");
}
