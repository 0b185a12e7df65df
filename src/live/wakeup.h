/*
 * wakeup: wakes all processes that have a board open, with one write(2), however many they are.
 *
 * It is a FIFO in the live folder (livefolder.h). Everybody keeps it open and watches it with an edge-triggered
 * epoll(7): each byte written wakes all of them, and the bytes stay in it until it is full. It says that there is
 * something to look at, but not what. A wake-up that is lost costs time but no data.
 */
#ifndef LIVE_WAKEUP_H
#define LIVE_WAKEUP_H

#include <stdbool.h>

/* Its name in the folder. */
#define WAKEUP_NAME ".wake"

/* Opens the FIFO in FOLDER; with CREATE, makes it if necessary, in place of whatever else has its name. -1 if that is
 * not possible, or without CREATE if there is none. */
int wakeup_open(int folder, bool create);

/* Wakes all who watch the FIFO that FD is open on, this process too if it does. Never waits. */
void wakeup_send(int fd);

/* How many bytes are in the FIFO. If that has grown by the number of one's own, nobody else has sent any. */
int wakeup_count(int fd);

#endif
