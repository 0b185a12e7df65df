/* shell_commands: the view commands that every shell has. */
#include "base/i18n.h"
#include "shell/away.h"
#include "shell/help.h"
#include "shell/prompt.h"
#include "shell/shell.h"
#include "shell/view_command.h"

static void shell_repaint(struct shell *shell, int choice)
{
	(void)choice;
	shell->repaint = true;
}

static void shell_leave_mouse(struct shell *shell, int choice)
{
	(void)choice;
	shell->no_mouse = !shell->no_mouse;
	shell_say(shell, "%s",
		shell->no_mouse ? _("the mouse is the terminal's now, to select text with")
				: _("the mouse works on the board again"));
}

/* Handles :w, which vim users type. */
static void shell_w(struct shell *shell, int choice)
{
	(void)choice;
	if (shell->given && shell->given->given)
		shell_do(shell, NULL, "write %s", shell->given->text.text);
	else if (away_is(shell))
		shell_run(shell, "write");
	else
		shell_say(shell, "%s", _("everything is saved already"));
}

const struct view_command shell_view_commands[] = {
	{"command", N_("open the command line"), {{0}}, NULL, prompt_command, ROLE_OBSERVER, 0},
	{"help", N_("show the keys and commands"), {{0}}, NULL, help_open, ROLE_OBSERVER, 0},
	{"write", N_("save the board to a new file; when its own is gone, go on in that one"),
		{{"FILE", ARGUMENT_LINE, ARGUMENT_OPTIONAL, 0}}, NULL, away_write, ROLE_OBSERVER, VIEW_FILE},
	{"repaint", N_("redraw everything"), {{0}}, NULL, shell_repaint, ROLE_OBSERVER, 0},
	{"mouse", N_("leave the mouse to the terminal, to select text with, or take it back"), {{0}}, NULL,
		shell_leave_mouse, ROLE_OBSERVER, 0},
	{"quit", N_("leave; everything is already saved"), {{0}}, NULL, away_quit, ROLE_OBSERVER, 0},
	{"q", N_("the same as quit"), {{0}}, NULL, away_quit, ROLE_OBSERVER, 0},
	{"q!", N_("the same as quit"), {{0}}, NULL, away_quit, ROLE_OBSERVER, 0},
	{"wq", N_("the same as quit"), {{0}}, NULL, away_quit, ROLE_OBSERVER, 0},
	{"w", N_("the same as write; without FILE nothing, as everything is saved"),
		{{"FILE", ARGUMENT_LINE, ARGUMENT_OPTIONAL, 0}}, NULL, shell_w, ROLE_OBSERVER, 0},
	{0},
};
