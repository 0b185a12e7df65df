/* sub_invite: invites the owner of public keys, or revokes the invitation. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "cli/boardpath.h"
#include "cli/hostboard.h"
#include "cli/output.h"
#include "cli/subcommand.h"
#include "live/family.h"
#include "live/guestlist.h"
#include "live/invite.h"
#include "live/keyfile.h"
#include "live/rollcall.h"
#include "model/field.h"
#include "canvas/draftfile.h"

/* How long a session may take to end. */
#define SUB_INVITE_END_MS 3000

/* The request. */
struct sub_invite {
	struct strbuf name;  /* of the person */
	struct strbuf board; /* its path */
	struct strbuf shown; /* its name */
	struct vec keys;     /* of char *; none to revoke */
	enum role role;
	bool ends;             /* their open sessions must end */
	struct vec assistants; /* of pid_t: the processes of this user that are assistants of that name */
};

/* Checks each of KEYS. */
static int sub_invite_check_keys(const struct vec *keys, struct error *err)
{
	int failed = 0;

	for (size_t i = 0; i < keys->count && !failed; i++) {
		struct strbuf key = STRBUF_INIT;

		strbuf_addstr(&key, vec_get(keys, char *, i));
		failed = pubkey_check(&key, err);
		strbuf_release(&key);
		if (failed && keys->count > 1)
			error_prefix(err, failed, _("key %zu"), i + 1);
	}
	return failed;
}

/* Reads the keys from the file PATH, or from standard input. */
static int sub_invite_read_keys(const char *path, struct vec *keys, struct error *err)
{
	bool given = path && strcmp(path, "-");
	FILE *file = given ? fopen(path, "re") : stdin;
	char bytes[KEYFILE_BYTES_MOST + 1];
	size_t len = file ? fread(bytes, 1, sizeof(bytes), file) : 0;
	int failed = 0;

	if (!given)
		path = _("standard input");
	if (!file || ferror(file))
		failed = error_set(err, ERROR_SYSTEM, "%s: %s", path, strerror(errno));
	else if (!(failed = keyfile_read(bytes, len, keys, err)))
		failed = sub_invite_check_keys(keys, err);
	if (failed == ERROR_REFUSED)
		error_prefix(err, failed, "%s", path);
	if (given && file)
		fclose(file);
	return failed;
}

static int sub_invite_role(const struct request *request, enum role *role, struct error *err)
{
	const char *value = request_option(request, "role");

	*role = ROLE_PARTICIPANT;
	if (value && !role_parse(value, role))
		return error_set(
			err, ERROR_USAGE, _("unknown role “%.40s”; use facilitator, participant or observer"), value);
	return 0;
}

/* Reads the request. */
static int sub_invite_ask(const struct request *request, struct sub_invite *ask, struct error *err)
{
	int failed = hostboard_find(request_operand(request, 0), &ask->board, err);

	if (!failed)
		failed = invite_name(request_operand(request, 1), &ask->name, err);
	if (!failed)
		failed = sub_invite_role(request, &ask->role, err);
	if (failed)
		return failed;
	boardpath_name(ask->board.text, &ask->shown);
	if (!request_option(request, "revoke"))
		return sub_invite_read_keys(request_operand(request, 2), &ask->keys, err);
	if (request_operand(request, 2))
		return error_set(err, ERROR_USAGE, _("--revoke goes by name and takes no key"));
	return 0;
}

/* Removes a guest for good. */
static int sub_invite_expel(const struct sub_invite *ask, const char *invited, struct error *err)
{
	struct guestlist guests;
	int failed;

	guestlist_init(&guests);
	failed = guestlist_load(&guests, invited, err);
	if (!failed && !guestlist_expel(&guests, ask->name.text))
		failed = error_set(
			err, ERROR_REFUSED, _("“%s” is not invited to “%s”"), ask->name.text, ask->shown.text);
	if (!failed)
		failed = guestlist_save(&guests, invited, err);
	guestlist_release(&guests);
	return failed;
}

/* Changes the list as requested. */
static int sub_invite_alter(struct sub_invite *ask, struct invites *invites, const char *invited, struct error *err)
{
	int failed = 0;

	for (size_t i = 0; i < ask->keys.count && !failed; i++) {
		bool changed;

		failed = invites_add(invites, vec_get(&ask->keys, char *, i), ask->name.text, ask->board.text,
			ask->role, &changed, err);
		ask->ends = ask->ends || (!failed && changed);
	}
	if (ask->keys.count)
		return failed;
	ask->ends = true;
	if (invites_remove(invites, ask->name.text, ask->board.text))
		return 0;
	failed = sub_invite_expel(ask, invited, ask->assistants.count ? NULL : err);
	return ask->assistants.count ? 0 : failed; /* an assistant needs no invitation */
}

/* Finds the assistants of that name on the board. */
static void sub_invite_find_assistants(struct sub_invite *ask)
{
	struct presence here;

	presence_init(&here);
	rollcall(&here, ask->board.text);
	for (size_t i = 0; i < here.people.count; i++) {
		const struct presence_person *person = vec_at(&here.people, i);

		if (person->state.assistant && person->user == geteuid() && presence_is_called(person, ask->name.text))
			vec_add(&ask->assistants, pid_t) = (pid_t)strtol(person->from, NULL, 10);
	}
	presence_release(&here);
}

static int sub_invite_do(struct sub_invite *ask, struct error *err)
{
	struct strbuf program = STRBUF_INIT;
	struct invites invites;
	struct host host;
	int failed = hostboard_open(&host, err);

	invites_init(&invites);
	if (!failed)
		failed = hostboard_program(&program, err);
	if (!failed)
		failed = host_lock(&host, err);
	if (!failed)
		failed = invites_load(&invites, host.invited.text, err);
	if (!failed)
		failed = sub_invite_alter(ask, &invites, host.invited.text, err);
	if (!failed)
		failed = invites_save(&invites, host.invited.text, program.text, err);
	invites_release(&invites);
	host_release(&host);
	strbuf_release(&program);
	return failed;
}

static void sub_invite_end_sessions(const struct sub_invite *ask)
{
	struct vec pids = VEC_INIT(pid_t);

	family_attending(NULL, ask->name.text, ask->board.text, &pids);
	for (size_t i = 0; i < ask->assistants.count; i++)
		if (!vec_holds(&pids, pid_t, vec_get(&ask->assistants, pid_t, i)))
			vec_add(&pids, pid_t) = vec_get(&ask->assistants, pid_t, i);
	family_end(&pids, SUB_INVITE_END_MS);
	vec_release(&pids);
}

/* Says where to find the text that they were typing when their session ended. */
static void sub_invite_tell_draft(const struct sub_invite *ask)
{
	struct strbuf text = STRBUF_INIT, file = STRBUF_INIT;

	if (draftfile_look(ask->board.text, ask->name.text, &text, &file)) {
		fputs(_("What they were typing is kept for them: "), stdout);
		output_text(stdout, file.text, file.len);
		putchar('\n');
	}
	strbuf_release(&text);
	strbuf_release(&file);
}

static int sub_invite_run(const struct request *request, struct error *err)
{
	struct sub_invite ask = {
		STRBUF_INIT, STRBUF_INIT, STRBUF_INIT, VEC_INIT(char *), ROLE_PARTICIPANT, false, VEC_INIT(pid_t)};
	int failed = sub_invite_ask(request, &ask, err);

	if (!failed && !ask.keys.count)
		sub_invite_find_assistants(&ask);
	if (!failed)
		failed = sub_invite_do(&ask, err);
	if (!failed && ask.ends)
		sub_invite_end_sessions(&ask);
	if (!failed && ask.keys.count > 1)
		printf(ngettext("%s can now join “%s” as %s, with %zu key.\n",
			       "%s can now join “%s” as %s, with any of %zu keys.\n", ask.keys.count),
			ask.name.text, ask.shown.text, role_token(ask.role), ask.keys.count);
	else if (!failed && ask.keys.count)
		printf(_("%s can now join “%s” as %s.\n"), ask.name.text, ask.shown.text, role_token(ask.role));
	else if (!failed)
		printf(_("%s can no longer join “%s”.\n"), ask.name.text, ask.shown.text);
	if (!failed && !ask.keys.count)
		sub_invite_tell_draft(&ask);
	strbuf_release(&ask.name);
	strbuf_release(&ask.board);
	strbuf_release(&ask.shown);
	vec_release_strings(&ask.keys);
	vec_release(&ask.assistants);
	return failed;
}

const struct subcommand sub_invite = {
	.name = "invite",
	.operands = "BOARD NAME",
	.rest = "[KEYFILE]",
	.sentence = N_("invite NAME, identified by the public keys in KEYFILE or on standard input"),
	.least = 2,
	.most = 3,
	.options =
		{
			{0, "role", "ROLE", N_("facilitator, participant (default) or observer")},
			{0, "revoke", NULL, N_("revoke the invitation, of guests too, and end open sessions")},
		},
	.run = sub_invite_run,
};
