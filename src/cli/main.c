/* main: the start of the program: its streams, its language, and the choice of subcommand. */
#include "config.h"

#include <fcntl.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "cli/language.h"
#include "cli/output.h"
#include "cli/subcommand.h"
#include "shell/config.h"

/* The program's own options, which come first; every subcommand has "help". */
static const struct option main_options[] = {
	{0, "lang", "en|ko", N_("language of the messages; must come first")},
	{0, "version", NULL, N_("print the version")},
	{0, NULL, NULL, NULL},
};

/* Opens closed standard streams, in a way that using them fails: otherwise a board could become descriptor 1 and be
 * overwritten by output. */
static void main_open_streams(void)
{
	static const int modes[] = {O_WRONLY, O_RDONLY, O_RDWR};

	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", modes[fd]) != fd)
			_exit(-ERROR_SYSTEM);
}

/* The user's login name. */
static const char *main_login(void)
{
	const struct passwd *user = getpwuid(getuid());
	const char *name = user ? user->pw_name : getenv("LOGNAME");

	return name ? name : "";
}

/* Removes --lang from *ARGV, if given. */
static int main_language(const char *const **argv, struct error *err)
{
	const char *word = **argv;

	if (!word || strncmp(word, "--lang", 6) || (word[6] && word[6] != '='))
		return 0;
	++*argv;
	if (word[6])
		return language_choose(word + 7, err);
	if (!**argv)
		return error_set(err, ERROR_USAGE, _("--%s: missing %s"), "lang", "en|ko");
	return language_choose(*(*argv)++, err);
}

static int main_run(const char *const *argv, const char *person, struct error *err)
{
	const struct subcommand *subcommand = argv[0] ? subcommand_find(argv[0]) : NULL;

	if (subcommand)
		return subcommand_run(subcommand, argv + 1, person, err);
	if (argv[0] && (!strcmp(argv[0], "--help") || !strcmp(argv[0], "-h")))
		subcommand_overview(main_options, stdout);
	else if (argv[0] && !strcmp(argv[0], "--version"))
		printf("evstorm %s\n", PACKAGE_VERSION);
	else
		return subcommand_run(&sub_open, argv, person, err);
	return 0;
}

int main(int argc, char **argv)
{
	const char *const *words = (const char *const *)argv + (argc > 0);
	struct error err = ERROR_INIT;
	struct config config;
	int status;

	main_open_streams();
	signal(SIGPIPE, SIG_IGN);
	language_init();
	config_init(&config);
	config_load(&config, &err); /* errors in it are shown by the canvas and doctor */
	if (config.language.len)
		language_choose(config.language.text, NULL);
	status = main_language(&words, &err);
	if (!status)
		status = main_run(words, config.name.len ? config.name.text : main_login(), &err);
	if (status >= 0 && output_check(&err))
		status = err.code;
	if (status < 0) {
		fputs("evstorm: ", stderr);
		output_text(stderr, err.text, strlen(err.text));
		fputc('\n', stderr);
	}
	config_release(&config);
	return status < 0 ? -status : status;
}
