#include "terminal/frame.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/strbuf.h"
#include "terminal/signals.h"

/* Any terminal shows less, such as a moved cursor, at once. */
#define FRAME_LONG_BYTES 1024

bool frame_open(struct frame *frame, int out)
{
	int copy = fcntl(out, F_DUPFD_CLOEXEC, 0);

	*frame = (struct frame){.memory = -1, .copy = -1};
	if (copy < 0)
		return false;
	frame->file = fdopen(copy, "w");
	if (!frame->file) {
		close(copy);
		return false;
	}
	frame->memory = memfd_create("frame", MFD_CLOEXEC);
	return true;
}

void frame_close(struct frame *frame)
{
	if (frame->file)
		fclose(frame->file);
	if (frame->memory >= 0)
		close(frame->memory);
	*frame = (struct frame){.memory = -1, .copy = -1};
}

void frame_begin(struct frame *frame)
{
	int fd = fileno(frame->file);

	if (frame->memory < 0)
		return;
	frame->copy = fcntl(fd, F_DUPFD_CLOEXEC, 0);
	if (frame->copy >= 0)
		dup2(frame->memory, fd);
}

/* A program told to end meanwhile does not wait for a terminal that accepts nothing: FD then leads to /dev/null. */
static void frame_write(int fd, const struct strbuf *bytes)
{
	size_t at = 0;

	signals_write(fd);
	while (at < bytes->len) {
		ssize_t sent = write(fd, bytes->text + at, bytes->len - at);

		if (sent < 0 && errno != EINTR)
			break;
		at += sent > 0 ? (size_t)sent : 0;
	}
	signals_write(-1);
}

/* Takes the collected bytes. */
static void frame_take(const struct frame *frame, struct strbuf *bytes)
{
	off_t len = lseek(frame->memory, 0, SEEK_CUR);
	ssize_t got;

	strbuf_grow(bytes, (size_t)len);
	while ((off_t)bytes->len < len &&
		(got = pread(frame->memory, bytes->text + bytes->len, (size_t)len - bytes->len, (off_t)bytes->len)) > 0)
		bytes->len += (size_t)got;
	lseek(frame->memory, 0, SEEK_SET);
}

void frame_end(struct frame *frame, struct spot end, bool hidden, const char *before, const char *behind)
{
	struct strbuf drawn = STRBUF_INIT, bytes = STRBUF_INIT;
	int fd = fileno(frame->file);

	if (frame->copy < 0)
		return;
	dup2(frame->copy, fd);
	close(frame->copy);
	frame->copy = -1;
	frame_take(frame, &drawn);
	batch_shorten(&frame->batch, drawn.text, drawn.len, end, hidden, &bytes);
	if (bytes.len >= FRAME_LONG_BYTES) {
		strbuf_insert(&bytes, 0, before, strlen(before));
		strbuf_addstr(&bytes, behind);
	}
	frame_write(fd, &bytes);
	strbuf_release(&drawn);
	strbuf_release(&bytes);
}
