/* remove: removes stickies. */
#include "base/i18n.h"
#include "command/command_rows.h"

static int remove_run(struct run *run, struct error *err)
{
	const struct vec *ids = &run_value(run, 0)->ids;
	int failed = 0;

	for (size_t i = 0; i < ids->count && !failed; i++)
		failed = edit_delete(&run->edit, ENTITY_STICKY, vec_get(ids, int64_t, i), err);
	return failed;
}

const struct command remove_delete = {
	.name = "delete",
	.sentence = N_("delete stickies, with their links and votes"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"ID", ARGUMENT_STICKIES, ARGUMENT_FOCUS, 0}},
	.run = remove_run,
};
