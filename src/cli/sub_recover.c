/* sub_recover: makes a board from what is still readable of a damaged one. */
#include <inttypes.h>
#include <string.h>

#include "base/i18n.h"
#include "cli/boardpath.h"
#include "cli/newboard.h"
#include "cli/subcommand.h"
#include "store/recovery.h"
#include "text/clean.h"

/* A session needs a name, though nothing is done in it. */
#define SUB_RECOVER_NAME "evstorm"

/* Appends the number of items: "2 stickies". */
static void sub_recover_add_items(enum entity entity, size_t count, struct strbuf *out)
{
	switch (entity) {
	case ENTITY_PERSON: strbuf_addf(out, ngettext("%zu person", "%zu people", count), count); break;
	case ENTITY_CONTEXT: strbuf_addf(out, ngettext("%zu context", "%zu contexts", count), count); break;
	case ENTITY_STICKY: strbuf_addf(out, ngettext("%zu sticky", "%zu stickies", count), count); break;
	case ENTITY_LINK: strbuf_addf(out, ngettext("%zu link", "%zu links", count), count); break;
	case ENTITY_VOTE: strbuf_addf(out, ngettext("%zu vote", "%zu votes", count), count); break;
	case ENTITY_PHASE: strbuf_addf(out, ngettext("%zu phase", "%zu phases", count), count); break;
	case ENTITY_LANE: strbuf_addf(out, ngettext("%zu lane", "%zu lanes", count), count); break;
	case ENTITY_RELATION: strbuf_addf(out, ngettext("%zu relation", "%zu relations", count), count); break;
	case ENTITY_MESSAGE: strbuf_addf(out, ngettext("%zu message", "%zu messages", count), count); break;
	case ENTITY_BOARD:
	case ENTITY_COUNT: strbuf_addstr(out, _("the board's title and step"));
	}
}

static void sub_recover_comma(struct strbuf *out)
{
	if (out->len)
		strbuf_addstr(out, ", ");
}

/* Appends "3 actions, 2 stickies". */
static void sub_recover_list(int64_t actions, int64_t changes, const size_t items[ENTITY_COUNT], struct strbuf *out)
{
	if (actions)
		strbuf_addf(
			out, ngettext("%" PRId64 " action", "%" PRId64 " actions", (unsigned long)actions), actions);
	if (changes) {
		sub_recover_comma(out);
		strbuf_addf(
			out, ngettext("%" PRId64 " change", "%" PRId64 " changes", (unsigned long)changes), changes);
	}
	for (int i = 0; i < ENTITY_COUNT; i++) {
		if (!items[i])
			continue;
		sub_recover_comma(out);
		sub_recover_add_items((enum entity)i, items[i], out);
	}
}

/* Says what is missing, as far as known. */
static void sub_recover_say_missing(const struct recovery_tally *tally)
{
	struct strbuf lost = STRBUF_INIT;

	sub_recover_list(tally->actions_lost, tally->changes_lost, tally->items_lost, &lost);
	if (lost.len)
		printf(_("missing: %s\n"), lost.text);
	if (tally->faults && tally->whole)
		printf(ngettext("%zu place of the file could not be read, but the log is whole\n",
			       "%zu places of the file could not be read, but the log is whole\n", tally->faults),
			tally->faults);
	else if (tally->faults)
		printf(ngettext("%zu place of the file could not be read; more may be missing\n",
			       "%zu places of the file could not be read; more may be missing\n", tally->faults),
			tally->faults);
	if (tally->from_tables)
		printf("%s\n", _("what the log lacks was taken from the tables"));
	strbuf_release(&lost);
}

static void sub_recover_say(const char *path, const struct recovery_tally *tally)
{
	struct strbuf found = STRBUF_INIT, shown = STRBUF_INIT;
	size_t items[ENTITY_COUNT];

	memcpy(items, tally->items, sizeof(items));
	items[ENTITY_BOARD] = 0; /* every board has one */
	sub_recover_list(tally->actions, tally->changes, items, &found);
	clean_for_display(&shown, path, strlen(path));
	printf(_("%s: recovered %s\n"), shown.text, found.len ? found.text : _("an empty board"));
	sub_recover_say_missing(tally);
	strbuf_release(&found);
	strbuf_release(&shown);
}

static int sub_recover_run(const struct request *request, struct error *err)
{
	struct strbuf from = STRBUF_INIT, to = STRBUF_INIT;
	struct recovery *recovery = NULL;
	int failed = boardpath_existing(request_operand(request, 0), &from, err);

	if (!failed)
		failed = boardpath_find(request_operand(request, 1), &to, err);
	if (!failed)
		failed = recovery_open(from.text, &recovery, err);
	if (!failed)
		failed = newboard_restore(&to, recovery_read, recovery, SUB_RECOVER_NAME, err);
	if (!failed) {
		sub_recover_say(to.text, recovery_tally(recovery));
		failed = recovery_tally(recovery)->whole ? 0 : -ERROR_REFUSED;
	}
	recovery_free(recovery);
	strbuf_release(&from);
	strbuf_release(&to);
	return failed;
}

const struct subcommand sub_recover = {
	.name = "recover",
	.operands = "FILE NEW",
	.sentence = N_("create the board NEW from everything readable in a damaged file; exit status 1 when something "
		       "is missing"),
	.least = 2,
	.most = 2,
	.options =
		{
			{0},
		},
	.run = sub_recover_run,
};
