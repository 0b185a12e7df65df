#include "command/command.h"

#include <inttypes.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "command/command_rows.h"
#include "model/veil.h"

#define COMMAND_ROW(name) &(name),
static const struct command *const command_rows[] = {COMMAND_ROWS(COMMAND_ROW)};
#undef COMMAND_ROW

const struct command *const *command_list(size_t *count)
{
	*count = ARRAY_SIZE(command_rows);
	return command_rows;
}

const struct command *command_find(const char *name)
{
	for (size_t i = 0; i < ARRAY_SIZE(command_rows); i++)
		if (!strcmp(command_rows[i]->name, name))
			return command_rows[i];
	return NULL;
}

void command_synopsis(const struct command *command, struct strbuf *out)
{
	strbuf_addstr(out, command->name);
	argument_synopsis(command->arguments, out);
}

/* Fails if the row does not accept these stickies. */
static int command_check_kinds(const struct run *run, const struct argument_value *value, struct error *err)
{
	for (size_t i = 0; run->command->kinds && i < value->ids.count; i++) {
		int64_t id = vec_get(&value->ids, int64_t, i);
		const struct sticky *sticky = board_sticky(run->edit.board, id);

		if (!(run->command->kinds & KIND_BIT(sticky->kind)))
			return error_set(err, ERROR_REFUSED, _("sticky %" PRId64 ": %s"), id, _(run->command->why));
	}
	return 0;
}

/* Fails if a sticky is hidden. edit.h prevents changes to hidden stickies; this prevents commands from revealing them
 * through their output or errors. */
static int command_check_veil(const struct run *run, const struct argument_value *value, struct error *err)
{
	struct veil veil = veil_for(run->edit.board, run->person);
	int failed = 0;

	for (size_t i = 0; i < value->ids.count && !failed; i++)
		failed = veil_guard(&veil, board_sticky(run->edit.board, vec_get(&value->ids, int64_t, i)), err);
	return failed;
}

/* Fails if this person may not run the command now. */
static int command_check_person(const struct run *run, struct error *err)
{
	if (run->role < run->command->role)
		return error_set(err, ERROR_REFUSED, _("%s requires the role %s"), run->command->name,
			role_token(run->command->role));
	if (run->role < ROLE_FACILITATOR && board_facts(run->edit.board)->locked)
		return error_set(err, ERROR_REFUSED, "%s", _("the board is locked; a facilitator can unlock it"));
	return 0;
}

static int command_call(struct run *run, struct words *words, const struct focus *focus, struct argument_value *values,
	struct error *err)
{
	size_t count = argument_count(run->command->arguments);
	int failed = argument_read(run->command->arguments, words, run->edit.board, focus, values, err);

	for (size_t i = 0; i < count && !failed; i++) {
		failed = command_check_veil(run, &values[i], err);
		if (!failed)
			failed = command_check_kinds(run, &values[i], err);
	}
	if (failed)
		return failed;
	run->values = values;
	return run->command->run(run, err);
}

int command_run(struct run *run, struct words *words, const struct focus *focus, struct error *err)
{
	struct argument_value values[COMMAND_ARGUMENTS_MOST];
	size_t before = run->edit.action->changes.count;
	struct strbuf name = STRBUF_INIT;
	int failed = words_next(words, &name, err);

	run->command = NULL;
	run->again = 0;
	run->watched = focus != NULL;
	argument_values_init(values, COMMAND_ARGUMENTS_MOST);
	if (failed > 0) {
		run->command = command_find(name.text);
		failed = 0;
		if (!run->command)
			failed = error_set(err, ERROR_USAGE, _("unknown command “%.60s”"), name.text);
		else if (run->edit.action->kind != ACTION_DO)
			failed = error_set(
				err, ERROR_REFUSED, _("undo and redo cannot be combined with other commands"));
		else
			failed = command_check_person(run, err);
		if (!failed)
			failed = command_call(run, words, focus, values, err);
	}
	if (failed) {
		edit_rollback(&run->edit, before);
		if (run->command && failed == ERROR_USAGE) {
			strbuf_reset(&name);
			command_synopsis(run->command, &name);
			error_prefix(err, failed, "%s", name.text);
		}
	}
	argument_values_release(values, COMMAND_ARGUMENTS_MOST);
	strbuf_release(&name);
	return failed;
}
