#include "shell/view_command.h"

#include <string.h>

#include "base/i18n.h"
#include "shell/shell.h"

const struct view_command *view_command_next(const struct shell *shell, size_t *at)
{
	size_t left = (*at)++;

	for (const struct view_command *const *table = shell->tables; *table; table++)
		for (const struct view_command *row = *table; row->name; row++)
			if (!left--)
				return row;
	return NULL;
}

const struct view_command *view_command_find(const struct shell *shell, const char *name)
{
	for (const struct view_command *const *table = shell->tables; *table; table++)
		for (const struct view_command *row = *table; row->name; row++)
			if (!strcmp(row->name, name))
				return row;
	return NULL;
}

static int view_command_choice(
	const struct view_command *command, const struct argument_value *value, int *choice, struct error *err)
{
	*choice = value->given ? (int)value->number : -1;
	if (!command->choices || !value->given)
		return 0;
	for (*choice = 0; command->choices[*choice]; ++*choice)
		if (!strcmp(command->choices[*choice], value->text.text))
			return 0;
	return error_set(err, ERROR_USAGE, _("“%.40s” is not valid for %s"), value->text.text, command->name);
}

int view_command_refuse(const struct view_command *command, const struct shell *shell, struct error *err)
{
	bool alters = command->role == ROLE_PARTICIPANT && !(command->flags & VIEW_ALOUD);

	if (command->flags & VIEW_FILE && (!shell->session || session_is_invited(shell->session)))
		return error_set(
			err, ERROR_REFUSED, _("%s is for whoever opened the file of the board"), command->name);
	return shell_refuse(shell, command->name, command->role, alters, err);
}

int view_command_run(const struct view_command *command, struct shell *shell, struct words *words, struct error *err)
{
	const struct argument_value *before = shell->given;
	struct argument_value value;
	int choice = -1, failed = view_command_refuse(command, shell, err);

	if (failed)
		return failed;
	argument_values_init(&value, 1);
	failed =
		argument_read(command->arguments, words, shell->session ? shell_board(shell) : NULL, NULL, &value, err);
	if (!failed && argument_count(command->arguments))
		failed = view_command_choice(command, &value, &choice, err);
	shell->given = &value;
	if (!failed)
		command->run(shell, choice);
	shell->given = before;
	argument_values_release(&value, 1);
	return failed ? error_prefix(err, failed, "%s", command->name) : 0;
}
