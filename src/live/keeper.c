#include "live/keeper.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* Waits for the end of WORKER; returns its status as from waitpid(2). */
static int keeper_watch(pid_t worker, const sigset_t *heeded)
{
	int number, status = 0;

	while (waitpid(worker, &status, WNOHANG) != worker) {
		number = sigwaitinfo(heeded, NULL);
		if (number == SIGTERM || number == SIGHUP || number == SIGINT)
			kill(worker, SIGTERM);
	}
	return status;
}

int keeper_divide(int *status, struct error *err)
{
	static const int numbers[] = {SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCHLD};
	sigset_t heeded, before;
	pid_t watcher = getpid(), worker;
	int ended;

	prctl(PR_SET_CHILD_SUBREAPER, 1); /* processes that the worker leaves behind become ours */
	sigemptyset(&heeded);
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		sigaddset(&heeded, numbers[i]);
	sigprocmask(SIG_BLOCK, &heeded, &before);
	worker = fork();
	if (!worker) {
		prctl(PR_SET_CHILD_SUBREAPER, 1); /* and those that sshd leaves behind become the worker's */
		prctl(PR_SET_PDEATHSIG, SIGTERM);
		sigprocmask(SIG_SETMASK, &before, NULL);
		if (getppid() != watcher)
			raise(SIGTERM);
		return KEEPER_WORKS;
	}
	if (worker < 0) {
		sigprocmask(SIG_SETMASK, &before, NULL);
		return error_set(err, ERROR_SYSTEM, "fork: %s", strerror(errno));
	}
	ended = keeper_watch(worker, &heeded);
	sigprocmask(SIG_SETMASK, &before, NULL);
	if (!WIFEXITED(ended))
		return KEEPER_ALONE;
	*status = WEXITSTATUS(ended);
	return KEEPER_ENDED;
}
