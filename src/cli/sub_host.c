/* sub_host: lets people in over SSH while it runs. */
#include <errno.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "cli/boardpath.h"
#include "cli/hostboard.h"
#include "cli/hostguests.h"
#include "cli/output.h"
#include "cli/subcommand.h"
#include "live/family.h"
#include "live/invite.h"
#include "live/program.h"
#include "live/keeper.h"
#include "live/sshdconf.h"
#include "live/sshlog.h"
#include "model/field.h"
#include "terminal/signals.h"

/* How often to check that sshd still runs. */
#define SUB_HOST_LOOK_MS 2000

/* How often to check for new guests, and whether their time is up. */
#define SUB_HOST_GUESTS_MS 500

/* How long sessions may take to end. */
#define SUB_HOST_END_MS 3000

struct sub_host {
	struct host host;
	int port;
	const char *user;     /* the user of the machine that people log in as */
	struct vec boards;    /* of char *: paths */
	struct strbuf sshd;   /* the program */
	struct strbuf config; /* its configuration file */
	struct invites invites;
	struct sshlog log;
	struct strbuf line; /* sshd's next line so far */
	struct strbuf last; /* sshd's last line, clean */
	pid_t pid;          /* of sshd */
	int fd;             /* its output */
	bool listens;       /* people can connect */
	struct hostguests guests;
};

static int sub_host_boards(struct sub_host *work, const struct request *request, struct error *err)
{
	for (size_t i = 0; i < request_count(request); i++) {
		struct strbuf path = STRBUF_INIT;
		int failed = hostboard_find(request_operand(request, i), &path, err);

		if (failed) {
			strbuf_release(&path);
			return failed;
		}
		vec_add(&work->boards, char *) = strbuf_detach(&path);
	}
	return 0;
}

/* Reads who is invited, and makes their keys run this program. */
static int sub_host_invited(struct sub_host *work, struct error *err)
{
	struct strbuf program = STRBUF_INIT;
	struct host lock;
	int failed = hostboard_open(&lock, err);

	if (!failed)
		failed = host_lock(&lock, err);
	if (!failed)
		failed = hostboard_program(&program, err);
	if (!failed)
		failed = invites_load(&work->invites, work->host.invited.text, err);
	if (!failed)
		failed = hostguests_admit(&work->guests, &work->host, &work->invites, &work->boards, err);
	if (!failed)
		failed = invites_save(&work->invites, work->host.invited.text, program.text, err);
	host_release(&lock);
	strbuf_release(&program);
	return failed;
}

/* Writes the configuration file, with MORE at its end. */
static int sub_host_configure(const struct sub_host *work, const char *more, struct error *err)
{
	struct strbuf text = STRBUF_INIT;
	FILE *file = fopen(work->config.text, "we");
	bool good;

	sshdconf_write(&work->host, work->port, work->user, &work->boards, &text);
	strbuf_addstr(&text, more);
	good = file && fputs(text.text, file) >= 0;
	if (file && fclose(file))
		good = false;
	strbuf_release(&text);
	return good ? 0 : error_set(err, ERROR_SYSTEM, "%s: %s", work->config.text, strerror(errno));
}

/* The same with settings that only newer sshds know. If sshd does not say what it knows, they are left out. */
static int sub_host_configure_all(struct sub_host *work, struct error *err)
{
	const char *ask[] = {work->sshd.text, "-T", "-f", NULL, NULL};
	struct strbuf known = STRBUF_INIT, more = STRBUF_INIT;
	struct error silent = ERROR_INIT;
	int failed;

	strbuf_addf(&work->config, "%s/sshd_config.%d", work->host.folder.text, work->port);
	ask[3] = work->config.text;
	failed = sub_host_configure(work, "", err);
	if (!failed && !program_run(ask, NULL, &known, &silent)) {
		sshdconf_add_by_source(known.text, &more);
		failed = sub_host_configure(work, more.text, err);
	}
	strbuf_release(&known);
	strbuf_release(&more);
	return failed;
}

/* Does everything that can fail, before anybody is let in. */
static int sub_host_prepare(struct sub_host *work, struct error *err)
{
	int failed = program_find("sshd", "openssh-server", &work->sshd, err);

	if (!failed)
		failed = host_check_port(work->port, err);
	if (!failed)
		failed = host_check_terminals(err);
	if (!failed)
		failed = host_make_key(&work->host, err);
	if (!failed)
		failed = sub_host_invited(work, err);
	return failed ? failed : sub_host_configure_all(work, err);
}

/* Has one of the first COUNT keys the same name, and the same role on BOARD, as INVITE? */
static bool sub_host_is_named(const struct sub_host *work, size_t count, const struct invite *invite, const char *board)
{
	for (size_t i = 0; i < count; i++) {
		const struct invite *other = vec_at(&work->invites.list, i);
		const struct invite_grant *grant = invite_grants(other, board);

		if (grant && !strcmp(other->name, invite->name) && grant->role == invite_grants(invite, board)->role)
			return true;
	}
	return false;
}

/* Prints "Invited: ana (participant), ben (observer)" for one board; a person may have several keys. */
static void sub_host_print_invited(const struct sub_host *work, const char *board)
{
	struct strbuf name = STRBUF_INIT, typed = STRBUF_INIT;
	size_t count = 0;

	boardpath_name(board, &name);
	printf(_("Invited to “%s”: "), name.text);
	for (size_t i = 0; i < work->invites.list.count; i++) {
		const struct invite *invite = vec_at(&work->invites.list, i);
		const struct invite_grant *grant = invite_grants(invite, board);

		if (grant && !invite->until && !sub_host_is_named(work, i, invite, board)) {
			fputs(count++ ? ", " : "", stdout);
			output_text(stdout, invite->name, strlen(invite->name));
			printf(" (%s)", role_token(grant->role));
		}
	}
	boardpath_type(board, &typed);
	if (count)
		putchar('\n');
	else
		printf(_("nobody yet; to invite somebody: evstorm invite %s NAME KEYFILE\n"), typed.text);
	strbuf_release(&name);
	strbuf_release(&typed);
}

static int sub_host_greet(const struct sub_host *work, struct error *err)
{
	struct strbuf print = STRBUF_INIT;
	char machine[256] = "localhost";
	int failed = host_fingerprint(&work->host, &print, err);

	gethostname(machine, sizeof(machine) - 1);
	if (!failed) {
		printf(_("Participants type:    ssh -p %d %s@%s\n"), work->port, work->user,
			work->guests.wanted ? work->guests.address.text : machine);
		printf(_("Host key:             %s (ED25519)\n"), print.text);
		for (size_t i = 0; i < work->boards.count; i++)
			sub_host_print_invited(work, vec_get(&work->boards, char *, i));
	}
	if (!failed && work->guests.wanted)
		failed = hostguests_print(
			&work->guests, &work->host, work->user, work->port, vec_get(&work->boards, char *, 0), err);
	if (!failed) {
		puts(_("Ctrl-C ends it."));
		fflush(stdout);
	}
	strbuf_release(&print);
	return failed;
}

static void sub_host_say(const char *sentence)
{
	time_t now = (time_t)(clock_now_ms() / 1000);
	struct tm *local = localtime(&now);

	printf("%02d:%02d  ", local ? local->tm_hour : 0, local ? local->tm_min : 0);
	output_text(stdout, sentence, strlen(sentence));
	putchar('\n');
	fflush(stdout);
}

static void sub_host_line(struct sub_host *work)
{
	struct strbuf say = STRBUF_INIT;

	while (work->line.len && work->line.text[work->line.len - 1] == '\r')
		strbuf_truncate(&work->line, work->line.len - 1);
	if (work->line.len) {
		strbuf_reset(&work->last);
		strbuf_add(&work->last, work->line.text, work->line.len);
	}
	work->listens = work->listens || !strncmp(work->line.text, "Server listening", 16);
	if (sshlog_hear(&work->log, work->line.text, &say))
		sub_host_say(say.text);
	strbuf_release(&say);
	strbuf_reset(&work->line);
}

/* Reads everything that sshd has printed. */
static void sub_host_read(struct sub_host *work)
{
	char bytes[4096];
	ssize_t len;

	while ((len = read(work->fd, bytes, sizeof(bytes))) > 0)
		for (ssize_t i = 0; i < len; i++) {
			if (bytes[i] == '\n')
				sub_host_line(work);
			else if (work->line.len < sizeof(bytes))
				strbuf_addch(&work->line, bytes[i]);
		}
}

/* Reaps children that have ended; does sshd still run? */
static bool sub_host_lives(struct sub_host *work)
{
	pid_t pid;

	while ((pid = waitpid(-1, NULL, WNOHANG)) > 0)
		if (pid == work->pid)
			work->pid = 0;
	return work->pid;
}

/* Checks the guests: says who has come, and ends their access when it is time. */
static void sub_host_look(struct sub_host *work)
{
	struct error err = ERROR_INIT;
	size_t count;

	if (!work->guests.wanted)
		return;
	hostguests_look(&work->guests, &work->host, &work->log, sub_host_say);
	if (!hostguests_is_over(&work->guests, &work->host, &work->boards))
		return;
	work->guests.wanted = false;
	if (hostguests_end(&work->boards, &count, &err))
		sub_host_say(err.text);
	sub_host_say(_("guests can no longer join"));
}

/* Lets people in until somebody ends it, or sshd is gone. */
static int sub_host_watch(struct sub_host *work, struct error *err)
{
	unsigned flags = 0;
	bool open = true, greeted = false;

	while (open && sub_host_lives(work)) {
		open = signals_wait(
			work->fd, -1, -1, work->guests.wanted ? SUB_HOST_GUESTS_MS : SUB_HOST_LOOK_MS, &flags);
		sub_host_read(work);
		if (flags & SIGNALS_END)
			return 0;
		if (work->listens && !greeted && sub_host_greet(work, err))
			return ERROR_SYSTEM;
		greeted = work->listens;
		sub_host_look(work);
	}
	sub_host_read(work);
	return error_set(err, ERROR_SYSTEM, _("sshd has ended: %s"), work->last.text);
}

/* Ends sessions first, so that each leaves in order; then what is left of sshd. */
static void sub_host_end(struct sub_host *work)
{
	struct vec all = VEC_INIT(pid_t), sessions = VEC_INIT(pid_t);

	size_t count;

	if (work->pid)
		kill(work->pid, SIGSTOP); /* nobody can connect any more */
	family_of(getpid(), &all);
	family_attending(work->host.invited.text, NULL, NULL, &sessions);
	family_keep(&sessions, &all);
	count = sessions.count;
	family_end(&sessions, SUB_HOST_END_MS);
	vec_reset(&all);
	if (work->pid) {
		kill(work->pid, SIGKILL);
		waitpid(work->pid, NULL, 0);
	}
	family_of(getpid(), &all);
	family_end(&all, SUB_HOST_END_MS);
	vec_release(&all);
	vec_release(&sessions);
	if (count)
		sub_host_say(_("all sessions are closed"));
}

static int sub_host_serve(struct sub_host *work, struct error *err)
{
	int failed;
	bool started;

	signals_open(NULL);
	failed = host_start(work->sshd.text, work->config.text, &work->pid, &work->fd, err);
	started = !failed;
	if (!failed)
		failed = sub_host_watch(work, err);
	if (started)
		sub_host_end(work);
	if (work->fd >= 0)
		close(work->fd);
	signals_close();
	return failed;
}

/* Serves in a process of its own, so that no session outlives the host even if that is killed. */
static int sub_host_serve_apart(struct sub_host *work, struct error *err)
{
	int status = 0, part = keeper_divide(&status, err);

	switch (part) {
	case KEEPER_WORKS: return sub_host_serve(work, err);
	case KEEPER_ENDED: _exit(status); /* it has already reported and cleaned up */
	case KEEPER_ALONE: sub_host_end(work); return error_set(err, ERROR_SYSTEM, _("the host was killed"));
	}
	return part;
}

static void sub_host_release(struct sub_host *work)
{
	if (work->config.len)
		unlink(work->config.text);
	host_release(&work->host);
	vec_release_strings(&work->boards);
	strbuf_release(&work->sshd);
	strbuf_release(&work->config);
	invites_release(&work->invites);
	sshlog_release(&work->log);
	strbuf_release(&work->line);
	strbuf_release(&work->last);
	hostguests_release(&work->guests);
}

/* Prints the configuration for a machine-wide sshd. */
static void sub_host_print_config(const struct sub_host *work)
{
	struct strbuf text = STRBUF_INIT;

	puts(_("# For a file in /etc/ssh/sshd_config.d; see evstorm(1). Whoever logs in as this user\n"
	       "# gets to the boards they were invited to, and nowhere else."));
	sshdconf_match(&work->host, work->user, &text);
	fwrite(text.text, 1, text.len, stdout);
	strbuf_release(&text);
}

/* Ends the guests' access to the named boards. */
static int sub_host_end_guests(const struct sub_host *work, struct error *err)
{
	size_t count;
	int failed = hostguests_end(&work->boards, &count, err);

	if (!failed && !count)
		failed = error_set(err, ERROR_REFUSED, _("that board is not open to guests"));
	if (!failed)
		puts(_("Guests can no longer join; those who were there have left."));
	return failed;
}

/* Runs the request. */
static int sub_host_do(struct sub_host *work, const struct request *request, struct error *err)
{
	int failed;

	if (request_option(request, "print-config")) {
		sub_host_print_config(work);
		return 0;
	}
	if (!work->boards.count)
		return error_set(err, ERROR_USAGE, _("which board? usage: %s"), "evstorm host BOARD... [--port N]");
	if (request_option(request, "end-guests"))
		return sub_host_end_guests(work, err);
	failed = sub_host_prepare(work, err);
	return failed ? failed : sub_host_serve_apart(work, err);
}

static int sub_host_run(const struct request *request, struct error *err)
{
	const struct passwd *user = getpwuid(geteuid());
	struct sub_host work = {.port = HOST_PORT, .boards = VEC_INIT(char *), .fd = -1};
	int failed;

	invites_init(&work.invites);
	sshlog_init(&work.log);
	failed = hostboard_open(&work.host, err);
	if (!failed && !user)
		failed = error_set(err, ERROR_SYSTEM, _("you have no user name on this machine"));
	work.user = user ? user->pw_name : "";
	if (!failed)
		failed = request_number(request, "port", 1, 65535, &work.port, err);
	if (!failed)
		failed = hostguests_ask(&work.guests, request, work.user, err);
	if (!failed)
		failed = sub_host_boards(&work, request, err);
	if (!failed) {
		hostguests_place(&work.guests, &work.host, work.port);
		failed = sub_host_do(&work, request, err);
	}
	sub_host_release(&work);
	return failed;
}

const struct subcommand sub_host = {
	.name = "host",
	.operands = "BOARD...",
	.sentence = N_("let those invited in over SSH, until Ctrl-C"),
	.least = 0,
	.most = SUBCOMMAND_MANY,
	.options =
		{
			{0, "port", "N", N_("port to listen on (default: 2222)")},
			{0, "guests", "ROLE", N_("let guests in without a key, as participant or observer")},
			{0, "until", "HH:MM", N_("when guests have to leave (default: in 8 hours)")},
			{0, "address", "ADDRESS", N_("how guests reach this machine, if that cannot be found out")},
			{0, "end-guests", NULL, N_("let no more guests in, and end their open sessions")},
			{0, "print-config", NULL, N_("print what the machine's own sshd needs to do the same")},
		},
	.run = sub_host_run,
};
