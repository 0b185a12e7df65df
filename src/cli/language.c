#include "cli/language.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "shell/config.h"

#define LANGUAGE_DOMAIN "evstorm"

static const char *const language_fallbacks[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8"};

static void language_fall_back(int category)
{
	for (size_t i = 0; i < ARRAY_SIZE(language_fallbacks); i++)
		if (setlocale(category, language_fallbacks[i]))
			return;
}

void language_init(void)
{
	const char *messages;

	setlocale(LC_ALL, "");
	if (strcmp(nl_langinfo(CODESET), "UTF-8"))
		language_fall_back(LC_CTYPE);
	/* In the locale C, gettext ignores LANGUAGE. */
	messages = setlocale(LC_MESSAGES, NULL);
	if (!strcmp(messages, "C") || !strcmp(messages, "POSIX"))
		language_fall_back(LC_MESSAGES);
	bindtextdomain(LANGUAGE_DOMAIN, language_folder());
	bind_textdomain_codeset(LANGUAGE_DOMAIN, "UTF-8");
	textdomain(LANGUAGE_DOMAIN);
}

/* The available languages, as in the configuration. */
static const char *const *language_choices(void)
{
	size_t count;
	const struct config_option *options = config_options(&count);

	for (size_t i = 0; i < count; i++)
		if (!strcmp(options[i].name, "language"))
			return options[i].choices;
	BUG("no option for the language");
}

int language_choose(const char *language, struct error *err)
{
	const char *const *choice = language_choices();

	while (*choice && strcmp(*choice, language))
		choice++;
	if (!*choice)
		return error_set(err, ERROR_USAGE, _("--lang takes en or ko, not “%.40s”"), language);
	setenv("LANGUAGE", language, 1);
	textdomain(LANGUAGE_DOMAIN); /* drops translations looked up before */
	return 0;
}

bool language_is_utf8(void)
{
	locale_t locale = newlocale(LC_CTYPE_MASK, "", (locale_t)0);
	bool utf8;

	if (!locale)
		return false;
	utf8 = !strcmp(nl_langinfo_l(CODESET, locale), "UTF-8");
	freelocale(locale);
	return utf8;
}

const char *language_folder(void)
{
	const char *folder = getenv("EVSTORM_LOCALEDIR");

	return folder && folder[0] ? folder : LOCALEDIR;
}
