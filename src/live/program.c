#include "live/program.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/i18n.h"

int program_find(const char *name, const char *package, struct strbuf *path, struct error *err)
{
	static const char places[] = "/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin:/sbin";
	const char *home = getenv("PATH");
	struct strbuf list = STRBUF_INIT;
	bool found = false;

	strbuf_addf(&list, "%s:%s", home ? home : "", places);
	for (char *rest = list.text, *place; !found && (place = strsep(&rest, ":"));) {
		size_t before = path->len;

		if (place[0] != '/')
			continue;
		strbuf_addf(path, "%s/%s", place, name);
		found = !access(path->text + before, X_OK);
		if (!found)
			strbuf_truncate(path, before);
	}
	strbuf_release(&list);
	return found ? 0
		     : error_set(err, ERROR_SYSTEM, _("%s is not installed; install the package %s"), name, package);
}

/* In the child: resets signals as programs such as sshd expect. */
static void program_reset_signals(void)
{
	sigset_t none;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGPIPE, SIG_DFL);
	signal(SIGHUP, SIG_DFL);
}

int program_start(const char *const *argv, int in, int fd, bool apart, pid_t *pid, int *out, struct error *err)
{
	pid_t parent = getpid();
	int ends[2], null = open("/dev/null", O_RDWR | O_CLOEXEC);

	if (null < 0 || pipe2(ends, O_CLOEXEC)) {
		error_set(err, ERROR_SYSTEM, "%s: %s", argv[0], strerror(errno));
		if (null >= 0)
			close(null);
		return ERROR_SYSTEM;
	}
	*pid = fork();
	if (!*pid) {
		program_reset_signals();
		if (apart) {
			setpgid(0, 0);
			prctl(PR_SET_PDEATHSIG, SIGTERM);
			if (getppid() != parent)
				_exit(1);
		}
		dup2(in < 0 ? null : in, 0);
		for (int at = PROGRAM_OUTPUT; at <= PROGRAM_ERRORS; at++)
			dup2(at == fd ? ends[1] : null, at);
		execv(argv[0], (char *const *)argv);
		_exit(127);
	}
	close(null);
	close(ends[1]);
	if (*pid < 0) {
		close(ends[0]);
		return error_set(err, ERROR_SYSTEM, "%s: %s", argv[0], strerror(errno));
	}
	*out = ends[0];
	return 0;
}

/* A descriptor for reading TEXT; -1 on failure. */
static int program_feed(const struct strbuf *text)
{
	int fd = memfd_create("input", MFD_CLOEXEC);

	if (fd < 0 || pwrite(fd, text->text, text->len, 0) == (ssize_t)text->len)
		return fd;
	close(fd);
	return -1;
}

int program_run(const char *const *argv, const struct strbuf *input, struct strbuf *out, struct error *err)
{
	int in = input ? program_feed(input) : -1, fd, status = 0, failed;
	char bytes[512];
	ssize_t len;
	pid_t pid;

	if (input && in < 0)
		return error_set(err, ERROR_SYSTEM, "%s: %s", argv[0], strerror(errno));
	failed = program_start(argv, in, PROGRAM_OUTPUT, false, &pid, &fd, err);
	if (in >= 0)
		close(in);
	if (failed)
		return failed;
	while ((len = read(fd, bytes, sizeof(bytes))) > 0 || (len < 0 && errno == EINTR))
		strbuf_add(out, bytes, len > 0 ? (size_t)len : 0);
	close(fd);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return status ? error_set(err, ERROR_SYSTEM, _("%s failed"), argv[0]) : 0;
}
