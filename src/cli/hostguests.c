#include "cli/hostguests.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/smallfile.h"
#include "cli/boardpath.h"
#include "cli/hostboard.h"
#include "live/family.h"
#include "live/guestlist.h"
#include "live/guestpass.h"
#include "live/pubkey.h"
#include "model/field.h"

/* How long a key is valid if nobody says until when. */
#define HOSTGUESTS_HOURS 8

/* How long a session may take to end. */
#define HOSTGUESTS_END_MS 3000

/* The prefix of files that exist only for guests. */
#define HOSTGUESTS_KEY "guest_key."
#define HOSTGUESTS_SCRIPT "guest."

static int64_t hostguests_now(void)
{
	return clock_now_ms() / 1000;
}

void hostguests_release(struct hostguests *guests)
{
	strbuf_release(&guests->address);
	strbuf_release(&guests->key);
	strbuf_release(&guests->script);
	strbuf_release(&guests->batch);
}

/* The next time that the local clock shows TEXT, "18:00" or "18:00:30"; less than 0 if TEXT is not a time. */
static int64_t hostguests_next(const char *text)
{
	int hour, minute, second = 0, used = 0,
			  count = sscanf(text, "%2d:%2d%n:%2d%n", &hour, &minute, &used, &second, &used);
	time_t now = (time_t)hostguests_now(), next;
	struct tm local;

	if (count < 2 || text[used] || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 ||
		second > 59 || !localtime_r(&now, &local))
		return -1;
	for (int day = 0; day < 2; day++) {
		struct tm then = {.tm_year = local.tm_year,
			.tm_mon = local.tm_mon,
			.tm_mday = local.tm_mday + day,
			.tm_hour = hour,
			.tm_min = minute,
			.tm_sec = second,
			.tm_isdst = -1};

		next = mktime(&then);
		if (next > now)
			return next;
	}
	return -1;
}

int hostguests_ask(struct hostguests *guests, const struct request *request, const char *user, struct error *err)
{
	const char *role = request_option(request, "guests"), *until = request_option(request, "until"),
		   *address = request_option(request, "address");

	guests->wanted = role;
	guests->until = until ? hostguests_next(until) : hostguests_now() + HOSTGUESTS_HOURS * 3600;
	if (!role && (until || address))
		return error_set(err, ERROR_USAGE, _("--until and --address are for guests; add --guests ROLE"));
	if (!role)
		return 0;
	if (!role_parse(role, &guests->role) || guests->role > ROLE_PARTICIPANT)
		return error_set(err, ERROR_USAGE, _("guests can be participant or observer, not “%.40s”"), role);
	if (guests->until < 0)
		return error_set(err, ERROR_USAGE, _("invalid time “%.40s”; write it as 18:00"), until);
	if (address)
		strbuf_addstr(&guests->address, address);
	else
		guestpass_address(&guests->address);
	return guestpass_check(user, guests->address.text, err);
}

void hostguests_place(struct hostguests *guests, const struct host *host, int port)
{
	strbuf_addf(&guests->key, "%s/" HOSTGUESTS_KEY "%d", host->folder.text, port);
	strbuf_addf(&guests->script, "%s/" HOSTGUESTS_SCRIPT "%d.sh", host->folder.text, port);
	strbuf_addf(&guests->batch, "%s/" HOSTGUESTS_SCRIPT "%d.cmd", host->folder.text, port);
}

/* Reads the public key of the guests; false if there is none. */
static bool hostguests_read_key(const struct hostguests *guests, struct strbuf *key)
{
	struct strbuf path = STRBUF_INIT, text = STRBUF_INIT;
	bool good;

	strbuf_addf(&path, "%s.pub", guests->key.text);
	good = smallfile_read(path.text, PUBKEY_BYTES_MOST, &text, NULL) > 0 && !access(guests->key.text, R_OK) &&
	       !pubkey_read(text.text, text.len, key, NULL);
	strbuf_release(&path);
	strbuf_release(&text);
	return good;
}

/* Is KEY the guests' current key to all of BOARDS? */
static bool hostguests_opens(const struct invites *invites, const char *key, const struct vec *boards)
{
	for (size_t i = 0; i < boards->count; i++) {
		const struct invite *invite = invites_guests(invites, vec_get(boards, char *, i));

		if (!invite || strcmp(invite->key, key) || invite->until <= hostguests_now() ||
			invite->grants.count != boards->count)
			return false;
	}
	return true;
}

/* Is KEY (NULL: any key) a guests' key in INVITES? */
static bool hostguests_lists(const struct invites *invites, const char *key)
{
	for (size_t i = 0; i < invites->list.count; i++) {
		const struct invite *invite = vec_at(&invites->list, i);

		if (invite->until && (!key || !strcmp(invite->key, key)))
			return true;
	}
	return false;
}

/* Removes the files for the key of the host at PORT. */
static void hostguests_unlink(const struct host *host, int port)
{
	static const char *const names[][2] = {{HOSTGUESTS_KEY, ""}, {HOSTGUESTS_KEY, ".pub"},
		{HOSTGUESTS_SCRIPT, ".sh"}, {HOSTGUESTS_SCRIPT, ".cmd"}};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		struct strbuf path = STRBUF_INIT;

		strbuf_addf(&path, "%s/%s%d%s", host->folder.text, names[i][0], port, names[i][1]);
		unlink(path.text);
		strbuf_release(&path);
	}
}

/* Removes the files of keys that no longer open anything; without any key, also the guests' names. */
static void hostguests_sweep(const struct host *host, const struct invites *invites)
{
	DIR *dir = opendir(host->folder.text);
	const struct dirent *entry;

	while (dir && (entry = readdir(dir))) {
		struct hostguests guests = HOSTGUESTS_INIT;
		struct strbuf key = STRBUF_INIT;
		int port = strncmp(entry->d_name, HOSTGUESTS_KEY, strlen(HOSTGUESTS_KEY))
				   ? 0
				   : (int)strtol(entry->d_name + strlen(HOSTGUESTS_KEY), NULL, 10);

		hostguests_place(&guests, host, port);
		if (port > 0 && (!hostguests_read_key(&guests, &key) || !hostguests_lists(invites, key.text)))
			hostguests_unlink(host, port);
		hostguests_release(&guests);
		strbuf_release(&key);
	}
	if (dir)
		closedir(dir);
	if (!hostguests_lists(invites, NULL)) {
		struct strbuf path = STRBUF_INIT;

		guestlist_path(host->invited.text, &path);
		unlink(path.text);
		strbuf_release(&path);
	}
}

/* Lets holders of KEY in to BOARDS. */
static void hostguests_add(
	const struct hostguests *guests, struct invites *invites, const char *key, const struct vec *boards)
{
	for (size_t i = 0; i < boards->count; i++)
		invites_add_guests(invites, key, vec_get(boards, char *, i), guests->role, guests->until);
}

int hostguests_admit(const struct hostguests *guests, const struct host *host, struct invites *invites,
	const struct vec *boards, struct error *err)
{
	struct strbuf key = STRBUF_INIT;
	bool goes_on =
		guests->wanted && hostguests_read_key(guests, &key) && hostguests_opens(invites, key.text, boards);
	int failed = 0;

	invites_remove_guests(invites, boards, hostguests_now());
	if (goes_on)
		hostguests_add(guests, invites, key.text, boards);
	hostguests_sweep(host, invites);
	if (guests->wanted && !goes_on) {
		strbuf_reset(&key);
		failed = host_make_key_at(guests->key.text, err);
		if (!failed && !hostguests_read_key(guests, &key))
			failed = error_set(err, ERROR_SYSTEM, _("%s: not a private key"), guests->key.text);
		if (!failed)
			hostguests_add(guests, invites, key.text, boards);
	}
	strbuf_release(&key);
	return failed;
}

/* Writes TEXT to the file PATH, for its owner only. */
static int hostguests_write(const char *path, const struct strbuf *text, struct error *err)
{
	int fd;
	bool good;

	unlink(path);
	fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	good = fd >= 0 && write(fd, text->text, text->len) == (ssize_t)text->len;
	if (fd >= 0 && close(fd))
		good = false;
	return good ? 0 : error_set(err, ERROR_SYSTEM, "%s: %s", path, strerror(errno));
}

static int hostguests_write_scripts(const struct hostguests *guests, const struct guestpass *pass, struct error *err)
{
	struct strbuf text = STRBUF_INIT;
	int failed;

	guestpass_script(pass, &text);
	failed = hostguests_write(guests->script.text, &text, err);
	strbuf_reset(&text);
	guestpass_batch(pass, &text);
	if (!failed)
		failed = hostguests_write(guests->batch.text, &text, err);
	strbuf_release(&text);
	return failed;
}

static void hostguests_print_line(
	const char *title, void (*write)(const struct guestpass *, struct strbuf *), const struct guestpass *pass)
{
	struct strbuf line = STRBUF_INIT;

	write(pass, &line);
	printf("\n%s\n\n%s\n", title, line.text);
	strbuf_release(&line);
}

/* "18:00", or "18:00 tomorrow". */
static void hostguests_print_until(int64_t until)
{
	time_t then = (time_t)until, now = (time_t)hostguests_now();
	struct tm end, today;

	localtime_r(&then, &end);
	localtime_r(&now, &today);
	if (end.tm_mday == today.tm_mday)
		printf(_("Until %02d:%02d guests join by pasting one line into a terminal.\n"), end.tm_hour,
			end.tm_min);
	else
		printf(_("Until %02d:%02d tomorrow guests join by pasting one line into a terminal.\n"), end.tm_hour,
			end.tm_min);
}

int hostguests_print(const struct hostguests *guests, const struct host *host, const char *user, int port,
	const char *board, struct error *err)
{
	struct guestpass pass = GUESTPASS_INIT;
	struct strbuf public = STRBUF_INIT, name = STRBUF_INIT;
	int failed;

	strbuf_addf(&public, "%s.pub", host->key.text);
	failed = guestpass_read(&pass, guests->key.text, public.text, user, guests->address.text, port, err);
	if (!failed)
		failed = hostguests_write_scripts(guests, &pass, err);
	if (!failed) {
		boardpath_name(board, &name);
		hostguests_print_until(guests->until);
		hostguests_print_line(_("On Linux and macOS:"), guestpass_posix, &pass);
		hostguests_print_line(_("On Windows, in cmd or PowerShell:"), guestpass_windows, &pass);
		printf(_("\nAs files to send: %s, %s\n"), guests->script.text, guests->batch.text);
		printf(_("They reach this machine as %s; if that is wrong, start again with --address.\n"),
			guests->address.text);
		printf(_("Whoever has the line can join, under any free name. To end that: evstorm host %s "
			 "--end-guests\n\n"),
			name.text);
	}
	guestpass_release(&pass);
	strbuf_release(&public);
	strbuf_release(&name);
	return failed;
}

void hostguests_look(
	struct hostguests *guests, const struct host *host, struct sshlog *log, void (*say)(const char *sentence))
{
	struct strbuf path = STRBUF_INIT;
	struct guestlist list;
	struct stat status;

	guestlist_init(&list);
	guestlist_path(host->invited.text, &path);
	if (!stat(path.text, &status) &&
		(status.st_mtim.tv_sec != guests->seen.tv_sec || status.st_mtim.tv_nsec != guests->seen.tv_nsec)) {
		guests->seen = status.st_mtim;
		guestlist_load(&list, host->invited.text, NULL);
	}
	for (size_t i = 0; i < list.list.count; i++) {
		const struct guest *guest = vec_at(&list.list, i);
		struct strbuf sentence = STRBUF_INIT;

		if (sshlog_name(log, guest->from, guest->name, &sentence))
			say(sentence.text);
		strbuf_release(&sentence);
	}
	guestlist_release(&list);
	strbuf_release(&path);
}

bool hostguests_is_over(const struct hostguests *guests, const struct host *host, const struct vec *boards)
{
	struct invites invites;
	bool over = guests->until <= hostguests_now();

	invites_init(&invites);
	if (!over && !invites_load(&invites, host->invited.text, NULL))
		over = !invites_guests(&invites, vec_get(boards, char *, 0));
	invites_release(&invites);
	return over;
}

/* Ends the sessions that NAMES (of char *) have on BOARDS. */
static void hostguests_end_sessions(const struct vec *names, const struct vec *boards)
{
	struct vec pids = VEC_INIT(pid_t);

	for (size_t i = 0; i < names->count; i++)
		for (size_t b = 0; b < boards->count; b++)
			family_attending(NULL, vec_get(names, char *, i), vec_get(boards, char *, b), &pids);
	family_end(&pids, HOSTGUESTS_END_MS);
	vec_release(&pids);
}

/* Is NAME invited to one of BOARDS with a key of their own? */
static bool hostguests_is_invited(const struct invites *invites, const char *name, const struct vec *boards)
{
	for (size_t b = 0; b < boards->count; b++)
		for (int role = 0; role < ROLE_COUNT; role++)
			if (invites_allow(invites, name, vec_get(boards, char *, b), (enum role)role))
				return true;
	return false;
}

/* Removes the keys from the list; NAMES gets those who were let in with them. */
static int hostguests_remove_keys(const struct vec *boards, struct vec *names, size_t *count, struct error *err)
{
	struct strbuf program = STRBUF_INIT;
	struct guestlist list;
	struct invites invites;
	struct host host;
	int failed = hostboard_open(&host, err);

	invites_init(&invites);
	guestlist_init(&list);
	if (!failed)
		failed = host_lock(&host, err);
	if (!failed)
		failed = hostboard_program(&program, err);
	if (!failed)
		failed = invites_load(&invites, host.invited.text, err);
	if (!failed)
		failed = guestlist_load(&list, host.invited.text, err);
	if (!failed && (*count = invites_remove_guests(&invites, boards, hostguests_now())))
		failed = invites_save(&invites, host.invited.text, program.text, err);
	for (size_t i = 0; !failed && i < list.list.count; i++) {
		const char *name = vec_get(&list.list, struct guest, i).name;

		if (!hostguests_is_invited(&invites, name, boards))
			vec_add(names, char *) = mem_strdup(name);
	}
	if (!failed)
		hostguests_sweep(&host, &invites);
	guestlist_release(&list);
	invites_release(&invites);
	host_release(&host);
	strbuf_release(&program);
	return failed;
}

int hostguests_end(const struct vec *boards, size_t *count, struct error *err)
{
	struct vec names = VEC_INIT(char *);
	int failed;

	*count = 0;
	failed = hostguests_remove_keys(boards, &names, count, err);
	if (!failed)
		hostguests_end_sessions(&names, boards);
	vec_release_strings(&names);
	return failed;
}
