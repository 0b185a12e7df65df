/* facilitate: what the facilitator starts and ends for everybody: locking the board, silent rounds, votes. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/map.h"
#include "command/command_rows.h"

static int facilitate_give(struct run *run, const char *field, int64_t value, struct error *err)
{
	char text[24] = "";

	if (value)
		snprintf(text, sizeof(text), "%" PRId64, value);
	return edit_set(&run->edit, ENTITY_BOARD, BOARD_ITEM, field, text, err);
}

static int facilitate_set_locked(struct run *run, bool locked, struct error *err)
{
	if (board_facts(run->edit.board)->locked == locked)
		return error_set(err, ERROR_REFUSED, "%s",
			locked ? _("the board is already locked") : _("the board is not locked"));
	strbuf_addstr(run->note, locked ? _("locked: only facilitators can change the board")
					: _("unlocked: everybody can change the board again"));
	return facilitate_give(run, "locked", locked, err);
}

static int facilitate_lock_run(struct run *run, struct error *err)
{
	return facilitate_set_locked(run, true, err);
}

static int facilitate_unlock_run(struct run *run, struct error *err)
{
	return facilitate_set_locked(run, false, err);
}

/* Notes how many stickies the round brought, and from how many people. */
static void facilitate_reveal(struct run *run, int64_t first)
{
	struct map people = MAP_INIT;
	const struct sticky *sticky;
	size_t count = 0, authors = 0;

	for (size_t at = 0; (sticky = board_next(run->edit.board, ENTITY_STICKY, &at));) {
		if (sticky->id < first)
			continue;
		authors += !map_get(&people, (uint64_t)sticky->author);
		map_set(&people, (uint64_t)sticky->author, (void *)sticky);
		count++;
	}
	strbuf_addf(run->note, ngettext("%zu sticky revealed", "%zu stickies revealed", count), count);
	if (count)
		strbuf_addf(run->note, ngettext(", by %zu person", ", by %zu people", authors), authors);
	map_release(&people);
}

static int facilitate_silent_run(struct run *run, struct error *err)
{
	const char *text = run_value(run, 0)->text.text;
	int64_t first = board_facts(run->edit.board)->silent;
	bool on = !strcmp(text, "on");

	if (!on && strcmp(text, "off"))
		return error_set(err, ERROR_USAGE, _("“%.40s” is neither on nor off"), text);
	if (on == (first != 0))
		return error_set(err, ERROR_REFUSED, "%s",
			on ? _("a silent round is already running") : _("no silent round is running"));
	if (on)
		strbuf_addstr(run->note, _("silent round: everybody sees only what they write themselves"));
	else
		facilitate_reveal(run, first);
	return facilitate_give(run, "silent", on ? board_next_id(run->edit.board, ENTITY_STICKY) : 0, err);
}

static int facilitate_budget(struct run *run, const char *text, struct error *err)
{
	char *end;
	long dots = strtol(text, &end, 10);

	if (!strcmp(text, "none"))
		return facilitate_give(run, "votes", 0, err);
	if (*end || end == text || dots < 1 || dots > BOARD_VOTES_MOST)
		return error_set(err, ERROR_USAGE, _("must be a number of votes from 1 to %d, none, hide or show"),
			BOARD_VOTES_MOST);
	strbuf_addf(
		run->note, ngettext("everybody has %ld vote", "everybody has %ld votes", (unsigned long)dots), dots);
	return facilitate_give(run, "votes", dots, err);
}

static int facilitate_votes_run(struct run *run, struct error *err)
{
	const char *text = run_value(run, 0)->text.text;
	bool hide = !strcmp(text, "hide");

	if (!hide && strcmp(text, "show"))
		return facilitate_budget(run, text, err);
	if (board_facts(run->edit.board)->votes_hidden == hide)
		return error_set(err, ERROR_REFUSED, "%s",
			hide ? _("the votes are already hidden") : _("the votes are not hidden"));
	strbuf_addstr(run->note,
		hide ? _("everybody sees only their own votes until you show them") : _("everybody sees all votes"));
	return facilitate_give(run, "votes_hidden", hide, err);
}

static int facilitate_set_run(struct run *run, struct error *err)
{
	const char *name = run_value(run, 0)->text.text;

	if (strcmp(name, "votes"))
		return error_set(err, ERROR_USAGE, _("“%.40s” cannot be set on a board; votes can"), name);
	return facilitate_budget(run, run_value(run, 1)->text.text, err);
}

const struct command facilitate_lock = {
	.name = "lock",
	.sentence = N_("let only facilitators change the board"),
	.role = ROLE_FACILITATOR,
	.run = facilitate_lock_run,
};

const struct command facilitate_unlock = {
	.name = "unlock",
	.sentence = N_("let everybody change the board again"),
	.role = ROLE_FACILITATOR,
	.run = facilitate_unlock_run,
};

const struct command facilitate_silent = {
	.name = "silent",
	.sentence = N_("start a round in which everybody sees only their own new stickies; off reveals all"),
	.role = ROLE_FACILITATOR,
	.arguments = {{"on|off", ARGUMENT_WORD, 0, 0}},
	.run = facilitate_silent_run,
};

const struct command facilitate_votes = {
	.name = "votes",
	.sentence = N_("how many votes each person has; hide or show them"),
	.role = ROLE_FACILITATOR,
	.arguments = {{"N|none|hide|show", ARGUMENT_WORD, 0, 0}},
	.run = facilitate_votes_run,
};

const struct command facilitate_set = {
	.name = "set",
	.sentence = N_("same as votes N"),
	.role = ROLE_FACILITATOR,
	.arguments = {{"votes", ARGUMENT_WORD, 0, 0}, {"N|none", ARGUMENT_WORD, 0, 0}},
	.run = facilitate_set_run,
};
