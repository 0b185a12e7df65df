/*
 * signals: signals as flags. None is missed between checking the flags and going to sleep.
 *
 * With an ON_CRASH handler, a program that is told to end does so even if it is stuck: a second after the signal, its
 * output to a terminal that accepts none is discarded (signals_write()), and some seconds later it is killed.
 */
#ifndef TERMINAL_SIGNALS_H
#define TERMINAL_SIGNALS_H

#include <stdbool.h>

enum signals_flag {
	SIGNALS_RESIZE = 1 << 0, /* the terminal's size has changed */
	SIGNALS_STOP = 1 << 1,   /* the program should suspend (SIGTSTP) */
	SIGNALS_END = 1 << 2     /* the program must end: SIGTERM, SIGHUP, SIGINT */
};

/* Installs the handlers. ON_CRASH runs, inside a signal handler, before a fatal signal ends the program. */
void signals_open(void (*on_crash)(void));
void signals_close(void);

/* Announces that output to FD goes to the terminal, which may never accept it; -1: no longer. */
void signals_write(int fd);

/* Waits until FD, SECOND or THIRD (-1: none) is readable, a signal has come, or MOST_MS have passed (-1: no limit).
 * *FLAGS gets the signals since the last call. Returns false if FD is at its end. */
bool signals_wait(int fd, int second, int third, int most_ms, unsigned *flags);

#endif
