#include "terminal/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

#include "base/mem.h"

/* How many seconds after it was told to end the program is killed. */
#define SIGNALS_MOST_S 8

/* Set by the handlers; the program's only global state. */
static volatile sig_atomic_t signals_came;
static volatile sig_atomic_t signals_ending;       /* seconds since the program was told to end, from 1; 0: not told */
static volatile sig_atomic_t signals_writing = -1; /* descriptor with output to the terminal under way, or -1 */
static volatile sig_atomic_t signals_nowhere = -1; /* descriptor of /dev/null */
static void (*volatile signals_on_crash)(void);

static const struct {
	int number;
	unsigned flag;
} signals_rows[] = {
	{SIGWINCH, SIGNALS_RESIZE},
	{SIGTSTP, SIGNALS_STOP},
	{SIGTERM, SIGNALS_END},
	{SIGHUP, SIGNALS_END},
	{SIGINT, SIGNALS_END},
};

static const int signals_fatal[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGQUIT};

static void signals_note(int number)
{
	for (size_t i = 0; i < ARRAY_SIZE(signals_rows); i++)
		if (signals_rows[i].number == number)
			signals_came |= (sig_atomic_t)signals_rows[i].flag;
	if (signals_came & SIGNALS_END && !signals_ending) {
		signals_ending = 1;
		alarm(signals_on_crash ? 1 : 0);
	}
}

static void signals_crash(int number)
{
	signal(number, SIG_DFL);
	if (signals_on_crash)
		signals_on_crash();
	raise(number);
}

/* Runs every second after the program was told to end: first stops waiting for a terminal that accepts nothing, so
 * that the program can end in order; in the end kills it. */
static void signals_tick(int number)
{
	if (signals_writing >= 0 && signals_nowhere >= 0) {
		dup2(signals_nowhere, signals_writing);
		dup2(signals_nowhere, STDOUT_FILENO); /* it leads to the same terminal */
	}
	alarm(1);
	if (signals_ending++ >= SIGNALS_MOST_S)
		signals_crash(number);
}

/* Blocks or unblocks, as HOW says, the signals in FLAGS. */
static void signals_mask(int how, unsigned flags)
{
	sigset_t set;

	sigemptyset(&set);
	for (size_t i = 0; i < ARRAY_SIZE(signals_rows); i++)
		if (signals_rows[i].flag & flags)
			sigaddset(&set, signals_rows[i].number);
	sigprocmask(how, &set, NULL);
}

static void signals_handle(void (*note)(int), void (*crash)(int), void (*tick)(int))
{
	struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};

	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < ARRAY_SIZE(signals_rows); i++)
		sigaction(signals_rows[i].number, &action, NULL);
	action.sa_handler = crash;
	action.sa_flags = (int)SA_NODEFER;
	for (size_t i = 0; i < ARRAY_SIZE(signals_fatal); i++)
		sigaction(signals_fatal[i], &action, NULL);
	action.sa_handler = tick; /* no SA_RESTART: a blocked write must return and go elsewhere */
	sigaction(SIGALRM, &action, NULL);
}

void signals_open(void (*on_crash)(void))
{
	signals_on_crash = on_crash;
	signals_nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
	signals_mask(SIG_BLOCK, SIGNALS_RESIZE | SIGNALS_STOP);
	signals_handle(signals_note, signals_crash, signals_tick);
	signal(SIGPIPE, SIG_IGN);
}

/* Pending signals are delivered while still caught. A hang-up, which may come just after the end of input, stays
 * caught: the program is ending anyway and has to do so in order. */
void signals_close(void)
{
	struct sigaction hangup = {.sa_handler = signals_note};

	sigemptyset(&hangup.sa_mask);
	alarm(0);
	signals_on_crash = NULL;
	signals_mask(SIG_UNBLOCK, SIGNALS_RESIZE | SIGNALS_STOP);
	signals_handle(SIG_DFL, SIG_DFL, SIG_DFL);
	sigaction(SIGHUP, &hangup, NULL);
	if (signals_nowhere >= 0)
		close(signals_nowhere);
	signals_nowhere = -1;
	signals_ending = 0;
}

void signals_write(int fd)
{
	signals_writing = fd;
}

bool signals_wait(int fd, int second, int third, int most_ms, unsigned *flags)
{
	struct pollfd waits[] = {
		{.fd = fd, .events = POLLIN}, {.fd = second, .events = POLLIN}, {.fd = third, .events = POLLIN}};
	struct timespec most = {most_ms / 1000, most_ms % 1000 * 1000000L};
	sigset_t none;
	bool interrupted;
	int ready;

	sigemptyset(&none);
	signals_mask(SIG_BLOCK, SIGNALS_END);
	ready = signals_came ? 0 : ppoll(waits, 3, most_ms < 0 ? NULL : &most, &none);
	*flags = (unsigned)signals_came;
	signals_came = 0;
	interrupted = ready < 0 && errno == EINTR;
	signals_mask(SIG_UNBLOCK, SIGNALS_END);
	if (ready < 0)
		return interrupted;
	return !(waits[0].revents & (POLLHUP | POLLERR | POLLNVAL));
}
