#include "live/host.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "live/program.h"

int host_open(struct host *host, const char *folder, struct error *err)
{
	struct stat status;

	*host = (struct host){STRBUF_INIT, STRBUF_INIT, STRBUF_INIT, -1};
	strbuf_addstr(&host->folder, folder);
	strbuf_addf(&host->key, "%s/host_key", folder);
	strbuf_addf(&host->invited, "%s/authorized_keys", folder);
	if (host_check_path(folder, err))
		return ERROR_SYSTEM;
	if (mkdir(folder, 0700) && errno != EEXIST)
		return error_set(err, ERROR_SYSTEM, _("%s: cannot create the folder: %s"), folder, strerror(errno));
	host->lock = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (host->lock < 0)
		return error_set(err, ERROR_SYSTEM, "%s: %s", folder, strerror(errno));
	if (fstat(host->lock, &status) || status.st_uid != geteuid() || (status.st_mode & 077))
		return error_set(err, ERROR_SYSTEM,
			_("%s: it must be accessible to you alone: chown it to yourself and chmod 700"), folder);
	return 0;
}

void host_release(struct host *host)
{
	if (host->lock >= 0)
		close(host->lock);
	strbuf_release(&host->folder);
	strbuf_release(&host->key);
	strbuf_release(&host->invited);
}

int host_lock(struct host *host, struct error *err)
{
	int failed;

	do
		failed = flock(host->lock, LOCK_EX);
	while (failed && errno == EINTR);
	return failed ? error_set(err, ERROR_SYSTEM, "%s: %s", host->folder.text, strerror(errno)) : 0;
}

int host_check_path(const char *path, struct error *err)
{
	for (const char *at = path; *at; at++)
		if ((unsigned char)*at < ' ' || *at == 127 || strchr("\"'\\:", *at))
			return error_set(err, ERROR_REFUSED,
				_("%s: sshd's configuration cannot hold this path; use one without quotes, "
				  "backslashes, colons and control characters"),
				path);
	return 0;
}

/* Runs ssh-keygen with the arguments WORDS, which end with NULL. */
static int host_keygen(const char *const *words, struct strbuf *out, struct error *err)
{
	const char *argv[16] = {NULL};
	struct strbuf program = STRBUF_INIT;
	int failed = program_find("ssh-keygen", "openssh-client", &program, err);

	argv[0] = program.text;
	for (size_t i = 0; words[i] && i + 2 < ARRAY_SIZE(argv); i++)
		argv[i + 1] = words[i];
	if (!failed)
		failed = program_run(argv, NULL, out, err);
	strbuf_release(&program);
	return failed;
}

int host_make_key_at(const char *path, struct error *err)
{
	const char *const words[] = {"-q", "-t", "ed25519", "-N", "", "-C", "evstorm", "-f", path, NULL};
	struct strbuf said = STRBUF_INIT;
	int failed = host_keygen(words, &said, err);

	strbuf_release(&said);
	return failed;
}

int host_make_key(const struct host *host, struct error *err)
{
	return access(host->key.text, F_OK) ? host_make_key_at(host->key.text, err) : 0;
}

int host_fingerprint(const struct host *host, struct strbuf *print, struct error *err)
{
	const char *const words[] = {"-l", "-f", host->key.text, NULL};
	struct strbuf said = STRBUF_INIT;
	int failed = host_keygen(words, &said, err);
	const char *start = failed ? NULL : strstr(said.text, "SHA256:");

	if (start)
		strbuf_add(print, start, strcspn(start, " \n"));
	else if (!failed)
		failed = error_set(err, ERROR_SYSTEM, _("%s: not a host key"), host->key.text);
	strbuf_release(&said);
	return failed;
}

int host_check_port(int port, struct error *err)
{
	struct sockaddr_in address = {
		.sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_ANY)};
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), on = 1, failed = 0;

	if (fd < 0)
		return 0; /* sshd will find out */
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
	if (bind(fd, (struct sockaddr *)&address, sizeof(address)) || listen(fd, 1)) {
		if (errno == EADDRINUSE)
			failed = error_set(
				err, ERROR_SYSTEM, _("port %d is already in use; choose another with --port"), port);
		else
			failed = error_set(
				err, ERROR_SYSTEM, _("port %d: %s; choose another with --port"), port, strerror(errno));
	}
	close(fd);
	return failed;
}

int host_check_terminals(struct error *err)
{
	const struct group *tty = getgrnam("tty");
	gid_t wanted = tty ? tty->gr_gid : getegid();
	int master, failed = 0;
	struct stat status;
	char name[64];

	if (!geteuid())
		return 0; /* sshd can change the owner of terminals itself */
	master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (master < 0 || grantpt(master) || unlockpt(master) || ptsname_r(master, name, sizeof(name)) ||
		stat(name, &status))
		failed = error_set(err, ERROR_SYSTEM, _("no terminals available in /dev/pts: %s"), strerror(errno));
	else if (status.st_gid != wanted)
		failed = error_set(err, ERROR_SYSTEM,
			_("/dev/pts is not mounted the way sshd needs it; as root: mount -o remount,gid=%ld,mode=620 "
			  "/dev/pts"),
			(long)wanted);
	if (master >= 0)
		close(master);
	return failed;
}

int host_start(const char *sshd, const char *config, pid_t *pid, int *log, struct error *err)
{
	const char *const argv[] = {sshd, "-D", "-e", "-f", config, NULL};

	int failed = program_start(argv, -1, PROGRAM_ERRORS, true, pid, log, err);

	if (!failed)
		fcntl(*log, F_SETFL, O_NONBLOCK);
	return failed;
}
