#include "bench/crowd.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lib/must.h"

#define CROWD_ROWS 50
#define CROWD_COLUMNS 200
#define CROWD_LEAVE_MS 5000

double crowd_now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

void crowd_init(struct crowd *crowd)
{
	*crowd = (struct crowd){.seats = must(calloc(CROWD_MOST, sizeof(*crowd->seats)))};
}

void crowd_release(struct crowd *crowd)
{
	for (size_t i = 0; i < crowd->count; i++)
		pty_hangup(&crowd->seats[i].pty);
	for (size_t i = 0; i < crowd->count; i++)
		pty_close(&crowd->seats[i].pty, CROWD_LEAVE_MS);
	free(crowd->seats);
}

void crowd_sit(struct crowd *crowd, char *const argv[], char *const env[])
{
	struct crowd_seat *seat = &crowd->seats[crowd->count];

	if (crowd->count == CROWD_MOST || pty_start(&seat->pty, CROWD_ROWS, CROWD_COLUMNS, argv, env)) {
		perror(argv[0]);
		exit(2);
	}
	crowd->count++;
}

void crowd_type(struct crowd *crowd, size_t seat, const char *text)
{
	size_t len = strlen(text);

	if (pty_write(&crowd->seats[seat].pty, text, len) != (ssize_t)len)
		fprintf(stderr, "crowd: seat %zu took not all keys\n", seat);
}

static void crowd_read(struct crowd *crowd, size_t at)
{
	struct crowd_seat *seat = &crowd->seats[at];
	char text[CROWD_TEXT_BYTES + 65536];
	size_t got, len;

	memcpy(text, seat->tail, seat->kept);
	got = pty_read(&seat->pty, text + seat->kept, sizeof(text) - seat->kept, 0);
	if (!got)
		return;
	len = seat->kept + got;
	seat->bytes += got;
	seat->last_ms = crowd_now_ms();
	if (crowd->hear)
		crowd->hear(crowd->context, at, text, len, seat->last_ms);
	seat->kept = len < CROWD_TEXT_BYTES - 1 ? len : CROWD_TEXT_BYTES - 1;
	memcpy(seat->tail, text + len - seat->kept, seat->kept);
}

void crowd_turn(struct crowd *crowd, double until_ms)
{
	struct pollfd waits[CROWD_MOST];
	double left = until_ms - crowd_now_ms();
	struct timespec most = {0, 0};

	for (size_t i = 0; i < crowd->count; i++)
		waits[i] = (struct pollfd){
			.fd = crowd->seats[i].pty.ended ? -1 : crowd->seats[i].pty.fd, .events = POLLIN};
	if (left > 0)
		most = (struct timespec){
			(time_t)(left / 1e3), (long)((left - (double)(time_t)(left / 1e3) * 1e3) * 1e6)};
	if (ppoll(waits, crowd->count, &most, NULL) <= 0)
		return;
	for (size_t i = 0; i < crowd->count; i++)
		if (waits[i].revents)
			crowd_read(crowd, i);
}

bool crowd_settle(struct crowd *crowd, double quiet_ms, double limit_ms)
{
	double now = crowd_now_ms(), limit = now + limit_ms, last = now;

	for (; now < limit; now = crowd_now_ms()) {
		for (size_t i = 0; i < crowd->count; i++)
			if (crowd->seats[i].last_ms > last)
				last = crowd->seats[i].last_ms;
		if (now - last >= quiet_ms)
			return true;
		crowd_turn(crowd, last + quiet_ms < limit ? last + quiet_ms : limit);
	}
	return false;
}

size_t crowd_ended(const struct crowd *crowd)
{
	size_t ended = 0;

	for (size_t i = 0; i < crowd->count; i++)
		ended += crowd->seats[i].pty.ended;
	return ended;
}
