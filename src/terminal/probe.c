#include "terminal/probe.h"

#include <langinfo.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/clock.h"

bool probe_fits(const char *cup)
{
	return !strcmp(nl_langinfo(CODESET), "UTF-8") && !strncmp(cup, "\033[", 2);
}

const char *probe_question(void)
{
	return "\0337\033[3;1H\033[6n─\033[6n\033[3;1H\033[K\0338";
}

int probe_column(const struct sequence *sequence, int row_least)
{
	int row, column;
	char last = '\0';

	if (sequence->type != SEQUENCE_CSI || sscanf(sequence->body, "%6d;%6d%c", &row, &column, &last) != 3 ||
		last != 'R')
		return -1;
	return row >= row_least && column >= 0 ? column : -1;
}

/* Reads the answers; returns the cells, or 0. */
static int probe_listen(int in, int64_t end_ms)
{
	int columns[PROBE_ANSWERS], count = 0;
	struct sequence sequence;
	struct pollfd wait = {.fd = in, .events = POLLIN};
	int64_t now;
	char byte;

	sequence_start(&sequence);
	while ((now = clock_span_ms()) < end_ms && poll(&wait, 1, (int)(end_ms - now)) == 1 && read(in, &byte, 1) == 1)
		if (sequence_take(&sequence, (unsigned char)byte) == SEQUENCE_DONE && probe_column(&sequence, 0) >= 0) {
			columns[count++] = probe_column(&sequence, 0);
			if (count == PROBE_ANSWERS)
				return columns[1] > columns[0] ? columns[1] - columns[0] : 0;
		}
	return 0;
}

int probe_ask(int in, int out, int most_ms)
{
	struct pollfd typed = {.fd = in, .events = POLLIN};
	static const char question[] = "\r\033[6n─\033[6n\r\033[K"; /* on the current line */
	struct termios modes, raw;
	int cells = 0;

	if (!isatty(in) || !isatty(out) || tcgetpgrp(in) != getpgrp() || poll(&typed, 1, 0) || tcgetattr(in, &modes))
		return 0;
	raw = modes;
	raw.c_lflag &= (tcflag_t) ~(ICANON | ECHO | ISIG); /* a signal now would leave the shell without echo */
	raw.c_cc[VMIN] = 1;
	raw.c_cc[VTIME] = 0;
	if (tcsetattr(in, TCSANOW, &raw))
		return 0;
	if (write(out, question, strlen(question)) == (ssize_t)strlen(question))
		cells = probe_listen(in, clock_span_ms() + most_ms);
	tcsetattr(in, TCSANOW, &modes);
	return cells;
}
