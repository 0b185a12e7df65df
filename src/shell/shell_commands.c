/* shell_commands: the view commands that every shell has. */
#include "base/i18n.h"
#include "shell/away.h"
#include "shell/help.h"
#include "shell/prompt.h"
#include "shell/view_command.h"

const struct view_command shell_view_commands[] = {
	{"command", N_("ask for a command line"), {{0}}, NULL, prompt_command, ROLE_OBSERVER, 0},
	{"help", N_("show the keys and commands"), {{0}}, NULL, help_open, ROLE_OBSERVER, 0},
	{"write", N_("put the board into a new file; when its own is gone, go on in that one"),
		{{"FILE", ARGUMENT_LINE, ARGUMENT_OPTIONAL, 0}}, NULL, away_write, ROLE_OBSERVER, VIEW_FILE},
	{"quit", N_("leave; everything is saved already"), {{0}}, NULL, away_quit, ROLE_OBSERVER, 0},
	{0},
};
