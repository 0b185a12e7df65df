/* sub_welcome: what sshd runs for holders of the guests' key: asks for a name, and lets them attend under it. The
 * command that a guest's client asks for is not run: it identifies their machine when it comes again. */
#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "cli/boardfile.h"
#include "cli/boardpath.h"
#include "cli/hostboard.h"
#include "cli/output.h"
#include "cli/subcommand.h"
#include "live/family.h"
#include "live/guestlist.h"
#include "live/rollcall.h"
#include "model/field.h"
#include "text/utf8.h"

/* How long somebody may be at the door, how often try a name, and how many at a time. */
#define SUB_WELCOME_MOST_S 300
#define SUB_WELCOME_TRIES 20
#define SUB_WELCOME_CROWD 50

/* No guest gets in while this many sessions are open: one key may come under many names. */
#define SUB_WELCOME_SESSIONS 120

/* The most characters in a guest's name. */
#define SUB_WELCOME_CHARACTERS 40

/* How long an earlier session of the same guest may take to end. */
#define SUB_WELCOME_END_MS 3000

struct sub_welcome {
	const struct request *request; /* LIST UNTIL ROLE BOARD ... */
	const char *list;              /* the list of invitations */
	int64_t until;                 /* seconds since 1970 */
	char token[GUESTLIST_TOKEN_MOST + 1];
	char from[80];       /* "ADDRESS port NUMBER" */
	struct strbuf known; /* the name that this machine last came under, or "" */
	struct strbuf name;  /* the name now */
};

static size_t sub_welcome_boards(const struct sub_welcome *work)
{
	return (request_count(work->request) - 2) / 2;
}

static const char *sub_welcome_board(const struct sub_welcome *work, size_t at)
{
	return request_operand(work->request, 3 + 2 * at);
}

/* Does the list still let guests in, until the same time? */
static int sub_welcome_check_key(const struct sub_welcome *work, const struct invites *invites, struct error *err)
{
	const struct invite *key = invites_guests(invites, sub_welcome_board(work, 0));

	if (!key || work->until <= clock_now_ms() / 1000)
		return error_set(err, ERROR_REFUSED, _("guests can no longer join"));
	return 0;
}

/* Loads the invitations and the guests' names; fails if guests are no longer let in. */
static int sub_welcome_load(
	const struct sub_welcome *work, struct invites *invites, struct guestlist *guests, struct error *err)
{
	int failed = invites_load(invites, work->list, err);

	if (!failed)
		failed = sub_welcome_check_key(work, invites, err);
	return failed ? failed : guestlist_load(guests, work->list, err);
}

/* Reads what came with the connection. An invalid token counts as none. */
static void sub_welcome_read_client(struct sub_welcome *work)
{
	const char *asked = getenv("SSH_ORIGINAL_COMMAND"), *connection = getenv("SSH_CONNECTION");
	char address[64], port[8];
	bool known = connection && sscanf(connection, "%63s %7s", address, port) == 2;

	snprintf(work->token, sizeof(work->token), "%s", asked && guestlist_is_token(asked) ? asked : "-");
	snprintf(work->from, sizeof(work->from), "%s port %s", known ? address : "-", known ? port : "0");
}

/* Is there room, at the door and inside? */
static int sub_welcome_check_room(const struct sub_welcome *work, struct error *err)
{
	struct vec crowd = VEC_INIT(pid_t), inside = VEC_INIT(pid_t);
	int failed = 0;

	family_at_door(work->list, &crowd);
	family_attending(work->list, NULL, NULL, &inside);
	if (crowd.count > SUB_WELCOME_CROWD)
		failed = error_set(err, ERROR_REFUSED, _("too many people are joining; try again in a moment"));
	else if (inside.count >= SUB_WELCOME_SESSIONS)
		failed = error_set(err, ERROR_REFUSED, _("no room for more guests"));
	vec_release(&crowd);
	vec_release(&inside);
	return failed;
}

/* Checks that they may come in at all, and under which name they came before. */
static int sub_welcome_begin(struct sub_welcome *work, struct error *err)
{
	struct guestlist guests;
	struct invites invites;
	const struct guest *guest;
	int failed = sub_welcome_check_room(work, err);

	invites_init(&invites);
	guestlist_init(&guests);
	if (!failed)
		failed = sub_welcome_load(work, &invites, &guests, err);
	if (!failed && guestlist_is_out(&guests, work->token))
		failed = error_set(err, ERROR_REFUSED, _("you were removed and cannot join again"));
	if (!failed && (guest = guestlist_known(&guests, work->token)))
		strbuf_addstr(&work->known, guest->name);
	guestlist_release(&guests);
	invites_release(&invites);
	return failed;
}

/* Has somebody worked on the board PATH under NAME? */
static bool sub_welcome_worked(const char *path, const char *name)
{
	struct boardfile file = BOARDFILE_INIT;
	struct vec people = VEC_INIT(const void *);
	bool worked = false;

	if (!boardfile_open(&file, path, NULL))
		board_list(file.board, ENTITY_PERSON, &people);
	for (size_t i = 0; i < people.count && !worked; i++)
		worked = guestlist_same_name((vec_get(&people, const struct person *, i))->name, name);
	vec_release(&people);
	boardfile_release(&file);
	return worked;
}

/* Is somebody on the board PATH under NAME? */
static bool sub_welcome_is_there(const char *path, const char *name)
{
	struct presence presence;
	bool there = false;

	presence_init(&presence);
	rollcall(&presence, path);
	for (size_t i = 0; i < presence.people.count && !there; i++)
		there = guestlist_same_name(vec_get(&presence.people, struct presence_person, i).name, name);
	presence_release(&presence);
	return there;
}

/* Is NAME that of an invited person, or of the host's user? */
static bool sub_welcome_is_invited(const struct invites *invites, const char *name)
{
	const struct passwd *user = getpwuid(geteuid());
	bool invited = user && guestlist_same_name(user->pw_name, name);

	for (size_t i = 0; i < invites->list.count && !invited; i++) {
		const struct invite *invite = vec_at(&invites->list, i);

		invited = !invite->until && guestlist_same_name(invite->name, name);
	}
	return invited;
}

/* Is NAME free, or this machine's? */
static int sub_welcome_check_name(const struct sub_welcome *work, const char *name, struct error *err)
{
	struct guestlist guests;
	struct invites invites;
	bool taken;
	int failed;

	invites_init(&invites);
	guestlist_init(&guests);
	failed = invites_load(&invites, work->list, err);
	if (!failed)
		failed = guestlist_load(&guests, work->list, err);
	taken = !failed && sub_welcome_is_invited(&invites, name);
	if (!failed && !guestlist_named(&guests, name)) /* otherwise the list says whose name it is */
		for (size_t at = 0; at < sub_welcome_boards(work) && !taken; at++)
			taken = sub_welcome_worked(sub_welcome_board(work, at), name) ||
				sub_welcome_is_there(sub_welcome_board(work, at), name);
	guestlist_release(&guests);
	invites_release(&invites);
	return taken ? error_set(err, ERROR_REFUSED, _("“%s” is taken"), name) : failed;
}

/* Enters NAME into the list, unless another machine was faster. */
static int sub_welcome_enter(const struct sub_welcome *work, const char *name, struct error *err)
{
	struct strbuf folder = STRBUF_INIT;
	struct guestlist guests;
	struct invites invites;
	struct host host;
	int failed;

	invites_init(&invites);
	guestlist_init(&guests);
	strbuf_add(&folder, work->list, (size_t)(strrchr(work->list, '/') - work->list));
	failed = host_open(&host, folder.text, err);
	if (!failed)
		failed = host_lock(&host, err);
	if (!failed)
		failed = sub_welcome_load(work, &invites, &guests, err);
	if (!failed)
		failed = guestlist_enter(&guests, name, work->token, work->from, err);
	if (!failed)
		failed = guestlist_save(&guests, work->list, err);
	host_release(&host);
	guestlist_release(&guests);
	invites_release(&invites);
	strbuf_release(&folder);
	return failed;
}

/* Makes a name of LINE, as typed; an empty line means the known name. */
static int sub_welcome_name(struct sub_welcome *work, const char *line, struct error *err)
{
	int failed = 0;

	strbuf_reset(&work->name);
	if (work->known.len && !line[strspn(line, " \t\r\n")])
		strbuf_addstr(&work->name, work->known.text);
	else
		failed = invite_name(line, &work->name, err);
	if (!failed && utf8_count(work->name.text, work->name.len) > SUB_WELCOME_CHARACTERS)
		failed =
			error_set(err, ERROR_USAGE, _("the name is longer than %d characters"), SUB_WELCOME_CHARACTERS);
	if (!failed)
		failed = sub_welcome_check_name(work, work->name.text, err);
	return failed ? failed : sub_welcome_enter(work, work->name.text, err);
}

static void sub_welcome_print_board(const struct sub_welcome *work)
{
	struct strbuf name = STRBUF_INIT;
	time_t until = (time_t)work->until;
	struct tm end;

	localtime_r(&until, &end);
	boardpath_name(sub_welcome_board(work, 0), &name);
	printf(_("Welcome to “%s”. You are a guest, until %02d:%02d.\n"), name.text, end.tm_hour, end.tm_min);
	strbuf_release(&name);
}

/* Asks for a name until there is one; false if they leave instead. */
static bool sub_welcome_ask(struct sub_welcome *work)
{
	char line[INVITE_NAME_BYTES * 2];

	sub_welcome_print_board(work);
	for (int i = 0; i < SUB_WELCOME_TRIES; i++) {
		struct error err = ERROR_INIT;

		if (work->known.len)
			printf(_("Press Enter to join as %s, or type another name: "), work->known.text);
		else
			fputs(_("Your name, as the others will see it: "), stdout);
		fflush(stdout);
		if (!fgets(line, sizeof(line), stdin))
			return false;
		if (!sub_welcome_name(work, line, &err))
			return true;
		output_text(stdout, err.text, strlen(err.text));
		putchar('\n');
	}
	return false;
}

/* Becomes the session of the guest, after ending one that they left behind, as when their line broke. */
static int sub_welcome_attend(const struct sub_welcome *work, struct error *err)
{
	struct strbuf program = STRBUF_INIT;
	struct vec argv = VEC_INIT(const char *), earlier = VEC_INIT(pid_t);
	const char *const head[] = {"attend", "--", work->list, work->name.text};
	int failed = hostboard_program(&program, err);

	family_attending(work->list, work->name.text, NULL, &earlier);
	family_end(&earlier, SUB_WELCOME_END_MS);
	vec_release(&earlier);
	vec_add(&argv, const char *) = program.text;
	for (size_t i = 0; i < sizeof(head) / sizeof(head[0]); i++)
		vec_add(&argv, const char *) = head[i];
	for (size_t i = 2; i < request_count(work->request); i++)
		vec_add(&argv, const char *) = request_operand(work->request, i);
	vec_add(&argv, const char *) = NULL;
	if (!failed) {
		execv(program.text, (char *const *)argv.items);
		failed = error_set(err, ERROR_SYSTEM, "%s: %s", program.text, strerror(errno));
	}
	vec_release(&argv);
	strbuf_release(&program);
	return failed;
}

/* Reads the request. */
static int sub_welcome_read(struct sub_welcome *work, struct error *err)
{
	work->list = request_operand(work->request, 0);
	work->until = strtoll(request_operand(work->request, 1), NULL, 10);
	if (work->list[0] != '/' || !sub_welcome_board(work, 0))
		return error_set(err, ERROR_USAGE, _("this is for sshd to run; see evstorm host --guests"));
	sub_welcome_read_client(work);
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return error_set(
			err, ERROR_REFUSED, _("this account only opens the board, which needs a terminal: use ssh -t"));
	return 0;
}

static int sub_welcome_run(const struct request *request, struct error *err)
{
	struct sub_welcome work = {.request = request};
	int failed = sub_welcome_read(&work, err);

	alarm(SUB_WELCOME_MOST_S);
	if (!failed)
		failed = sub_welcome_begin(&work, err);
	if (!failed && sub_welcome_ask(&work)) {
		alarm(0);
		failed = sub_welcome_attend(&work, err);
	}
	strbuf_release(&work.known);
	strbuf_release(&work.name);
	return failed;
}

const struct subcommand sub_welcome = {
	.name = "welcome",
	.operands = "LIST UNTIL ROLE BOARD",
	.rest = "[ROLE BOARD ...]",
	.sentence = N_("what sshd runs for guests: asks for a name, and lets them attend until UNTIL"),
	.least = 4,
	.most = SUBCOMMAND_MANY,
	.machine = true,
	.raw = 1,
	.run = sub_welcome_run,
};
