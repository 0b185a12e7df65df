#include "terminal/signals.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>

#include "base/mem.h"

/* Set by the handlers; the only state of the program that is global. */
static volatile sig_atomic_t signals_came;
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
}

static void signals_crash(int number)
{
	signal(number, SIG_DFL);
	if (signals_on_crash)
		signals_on_crash();
	raise(number);
}

static void signals_mask(int how)
{
	sigset_t set;

	sigemptyset(&set);
	for (size_t i = 0; i < ARRAY_SIZE(signals_rows); i++)
		sigaddset(&set, signals_rows[i].number);
	sigprocmask(how, &set, NULL);
}

static void signals_handle(void (*note)(int), void (*crash)(int))
{
	struct sigaction action = {.sa_handler = note};

	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < ARRAY_SIZE(signals_rows); i++)
		sigaction(signals_rows[i].number, &action, NULL);
	action.sa_handler = crash;
	action.sa_flags = (int)SA_NODEFER;
	for (size_t i = 0; i < ARRAY_SIZE(signals_fatal); i++)
		sigaction(signals_fatal[i], &action, NULL);
}

void signals_open(void (*on_crash)(void))
{
	signals_on_crash = on_crash;
	signals_mask(SIG_BLOCK);
	signals_handle(signals_note, signals_crash);
	signal(SIGPIPE, SIG_IGN);
}

/* What is still to be delivered comes while it is caught; and a hang-up, which may follow the end of input by a
 * moment, stays caught: the program is ending anyway and has things to put away. */
void signals_close(void)
{
	struct sigaction hangup = {.sa_handler = signals_note};

	sigemptyset(&hangup.sa_mask);
	signals_mask(SIG_UNBLOCK);
	signals_handle(SIG_DFL, SIG_DFL);
	sigaction(SIGHUP, &hangup, NULL);
	signals_on_crash = NULL;
}

bool signals_wait(int fd, int other, int most_ms, unsigned *flags)
{
	struct pollfd waits[] = {{.fd = fd, .events = POLLIN}, {.fd = other, .events = POLLIN}};
	struct timespec most = {most_ms / 1000, most_ms % 1000 * 1000000L};
	sigset_t none;
	int ready;

	sigemptyset(&none);
	ready = signals_came ? 0 : ppoll(waits, 2, most_ms < 0 ? NULL : &most, &none);
	*flags = (unsigned)signals_came;
	signals_came = 0;
	if (ready < 0)
		return errno == EINTR;
	return !(waits[0].revents & (POLLHUP | POLLERR | POLLNVAL));
}
