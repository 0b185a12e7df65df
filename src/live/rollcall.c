#include "live/rollcall.h"

#include <poll.h>

#include "base/clock.h"

void rollcall(struct presence *presence, const char *board, int most_ms)
{
	struct doorbell *bell = doorbell_new(board);
	int64_t end = clock_span_ms() + most_ms, left;
	struct doorbell_sender from;
	char bytes[DOORBELL_BYTES];
	struct pollfd wait = {.fd = doorbell_listen(bell), .events = POLLIN};
	struct strbuf text = STRBUF_INIT;
	size_t len;

	presence_say_who(&text);
	if (wait.fd >= 0 && doorbell_ring(bell, text.text, text.len))
		while ((left = end - clock_span_ms()) > 0 && poll(&wait, 1, (int)left) >= 0)
			while (doorbell_read(bell, bytes, &len, &from))
				presence_hear(presence, bytes, len, &from, clock_span_ms());
	strbuf_release(&text);
	doorbell_free(bell);
}
