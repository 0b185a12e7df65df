#include "command/ends.h"

#include <string.h>

#include "base/i18n.h"

const struct context *ends_context(const struct run *run, size_t at, struct error *err)
{
	const char *name = run_value(run, at)->text.text;
	const struct context *context = board_context_named(run->edit.board, name);

	if (!context)
		error_set(err, ERROR_REFUSED, _("no context “%.60s”"), name);
	return context;
}

const struct relation *ends_relation(const struct board *board, int64_t source, int64_t target, const char *label)
{
	const struct relation *relation;
	size_t at = 0;

	while ((relation = board_next(board, ENTITY_RELATION, &at)))
		if (relation->source == source && relation->target == target &&
			!strcmp(relation->label ? relation->label : "", label))
			return relation;
	return NULL;
}

/* The only relation from SOURCE to TARGET; NULL if there is none or, with *SEVERAL set, more than one. */
static const struct relation *ends_only(const struct board *board, int64_t source, int64_t target, bool *several)
{
	const struct relation *relation, *found = NULL;
	size_t at = 0;

	while ((relation = board_next(board, ENTITY_RELATION, &at))) {
		if (relation->source != source || relation->target != target)
			continue;
		*several = found != NULL;
		if (found)
			return NULL;
		found = relation;
	}
	return found;
}

const struct relation *ends_named(const struct run *run, size_t from, size_t to, size_t label, struct error *err)
{
	const struct context *source = ends_context(run, from, err);
	const struct context *target = source ? ends_context(run, to, err) : NULL;
	const struct relation *relation;
	bool several = false;

	if (!target)
		return NULL;
	relation = ends_relation(run->edit.board, source->id, target->id, run_value(run, label)->text.text);
	if (!relation && !run_value(run, label)->given)
		relation = ends_only(run->edit.board, source->id, target->id, &several);
	if (!relation)
		error_set(err, ERROR_REFUSED,
			several ? _("several relations from %.40s to %.40s; choose one with -l LABEL")
				: _("no such relation from %.40s to %.40s"),
			source->name, target->name);
	return relation;
}
