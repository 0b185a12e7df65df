/*
 * signals: signals as flags. None is missed between checking the flags and going to sleep.
 *
 * Where there is somebody to tell of a crash, a program that has to end does so whatever it is busy with: a second
 * after the signal what it writes to a terminal that takes nothing goes nowhere (see signals_write()), and after some
 * more it is ended.
 */
#ifndef TERMINAL_SIGNALS_H
#define TERMINAL_SIGNALS_H

#include <stdbool.h>

enum signals_flag {
	SIGNALS_RESIZE = 1 << 0, /* the terminal has another size */
	SIGNALS_STOP = 1 << 1,   /* the program should suspend (SIGTSTP) */
	SIGNALS_END = 1 << 2     /* the program must end: SIGTERM, SIGHUP, SIGINT */
};

/* Installs the handlers. ON_CRASH runs, inside a signal handler, before a fatal signal ends the program. */
void signals_open(void (*on_crash)(void));
void signals_close(void);

/* What is written to FD from here on goes to the terminal, which may never take it; -1: that is over. */
void signals_write(int fd);

/* Waits until FD, SECOND or THIRD (-1: none) can be read, a signal has come, or MOST_MS have passed (-1: however long
 * it takes). *FLAGS are the signals that came since the last call. Returns false when FD is at its end. */
bool signals_wait(int fd, int second, int third, int most_ms, unsigned *flags);

#endif
