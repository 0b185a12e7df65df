/* dismiss: dismisses a check for a sticky, a context or a relation. */
#include "base/i18n.h"
#include "check/dismissal.h"
#include "command/ends.h"
#include "command/command_rows.h"

/* The item for which a check is dismissed. */
struct dismiss_place {
	enum entity entity;
	int64_t id;
	const char *dismissed; /* its list, or NULL */
	size_t check, reason;  /* which arguments these are; `reason` equals `check` if there is none */
};

/* The check that argument AT names, or NULL. */
static const struct check *dismiss_check(const struct run *run, size_t at, struct error *err)
{
	const char *id = run_value(run, at)->text.text;
	const struct check *check = check_find(id);

	if (!check)
		error_set(err, ERROR_USAGE, _("unknown check “%.40s”"), id);
	return check;
}

/* Adds the check to the list of PLACE, replacing its entry there, or removes it. */
static int dismiss_set(struct run *run, const struct dismiss_place *place, struct error *err)
{
	const struct check *check = dismiss_check(run, place->check, err);
	bool silent = place->reason != place->check;
	struct strbuf list = STRBUF_INIT;
	int failed;

	if (!check)
		return ERROR_USAGE;
	if (silent && !dismissal_fits(check, place->entity))
		return error_set(err, ERROR_REFUSED, _("the check %s does not apply to this"), check->id);
	/* dismissed again without a reason, it keeps the old one */
	if (silent && !run_value(run, place->reason)->text.len && dismissal_has(place->dismissed, check))
		return 0;
	dismissal_leave_out(place->dismissed, check, &list);
	if (silent)
		dismissal_add(&list, check, run_value(run, place->reason)->text.text);
	failed = edit_set(&run->edit, place->entity, place->id, "dismissed", list.text, err);
	strbuf_release(&list);
	return failed;
}

static int dismiss_sticky(struct run *run, size_t reason, struct error *err)
{
	const struct sticky *sticky = board_sticky(run->edit.board, run_value(run, 0)->number);

	return dismiss_set(run, &(struct dismiss_place){ENTITY_STICKY, sticky->id, sticky->dismissed, 1, reason}, err);
}

static int dismiss_add_run(struct run *run, struct error *err)
{
	return dismiss_sticky(run, 2, err);
}

static int dismiss_remove_run(struct run *run, struct error *err)
{
	return dismiss_sticky(run, 1, err);
}

static int dismiss_context(struct run *run, size_t reason, struct error *err)
{
	const struct context *context = ends_context(run, 0, err);

	if (!context)
		return ERROR_REFUSED;
	return dismiss_set(
		run, &(struct dismiss_place){ENTITY_CONTEXT, context->id, context->dismissed, 1, reason}, err);
}

static int dismiss_context_add_run(struct run *run, struct error *err)
{
	return dismiss_context(run, 2, err);
}

static int dismiss_context_remove_run(struct run *run, struct error *err)
{
	return dismiss_context(run, 1, err);
}

static int dismiss_relation(struct run *run, size_t reason, struct error *err)
{
	const struct relation *relation = ends_named(run, 0, 1, 2, err);

	if (!relation)
		return ERROR_REFUSED;
	return dismiss_set(
		run, &(struct dismiss_place){ENTITY_RELATION, relation->id, relation->dismissed, 3, reason}, err);
}

static int dismiss_relation_add_run(struct run *run, struct error *err)
{
	return dismiss_relation(run, 4, err);
}

static int dismiss_relation_remove_run(struct run *run, struct error *err)
{
	return dismiss_relation(run, 3, err);
}

#define DISMISS_STICKY                                   \
	{                                                \
		"ID", ARGUMENT_STICKY, ARGUMENT_FOCUS, 0 \
	}
#define DISMISS_CONTEXT                        \
	{                                      \
		"NAME", ARGUMENT_CONTEXT, 0, 0 \
	}
#define DISMISS_RELATION                                                  \
	{"FROM", ARGUMENT_CONTEXT, 0, 0}, {"TO", ARGUMENT_CONTEXT, 0, 0}, \
	{                                                                 \
		"LABEL", ARGUMENT_WORD, 0, 'l'                            \
	}
#define DISMISS_CHECK                        \
	{                                    \
		"CHECK", ARGUMENT_WORD, 0, 0 \
	}
#define DISMISS_REASON                                        \
	{                                                     \
		"REASON", ARGUMENT_LINE, ARGUMENT_OPTIONAL, 0 \
	}

const struct command dismiss_add = {
	.name = "dismiss",
	.sentence = N_("dismiss a check for a sticky, with an optional reason"),
	.role = ROLE_PARTICIPANT,
	.arguments = {DISMISS_STICKY, DISMISS_CHECK, DISMISS_REASON},
	.run = dismiss_add_run,
};

const struct command dismiss_remove = {
	.name = "undismiss",
	.sentence = N_("bring a dismissed check back for a sticky"),
	.role = ROLE_PARTICIPANT,
	.arguments = {DISMISS_STICKY, DISMISS_CHECK},
	.run = dismiss_remove_run,
};

const struct command dismiss_context_add = {
	.name = "dismiss-context",
	.sentence = N_("dismiss a check for a context"),
	.role = ROLE_PARTICIPANT,
	.arguments = {DISMISS_CONTEXT, DISMISS_CHECK, DISMISS_REASON},
	.run = dismiss_context_add_run,
};

const struct command dismiss_context_remove = {
	.name = "undismiss-context",
	.sentence = N_("bring a dismissed check back for a context"),
	.role = ROLE_PARTICIPANT,
	.arguments = {DISMISS_CONTEXT, DISMISS_CHECK},
	.run = dismiss_context_remove_run,
};

const struct command dismiss_relation_add = {
	.name = "dismiss-relation",
	.sentence = N_("dismiss a check for a relation"),
	.role = ROLE_PARTICIPANT,
	.arguments = {DISMISS_RELATION, DISMISS_CHECK, DISMISS_REASON},
	.run = dismiss_relation_add_run,
};

const struct command dismiss_relation_remove = {
	.name = "undismiss-relation",
	.sentence = N_("bring a dismissed check back for a relation"),
	.role = ROLE_PARTICIPANT,
	.arguments = {DISMISS_RELATION, DISMISS_CHECK},
	.run = dismiss_relation_remove_run,
};
