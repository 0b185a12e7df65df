#include "session/ringing.h"

#include "live/presence.h"

void ringing_do(const struct ringing *ringing, struct doorbell *bell)
{
	struct strbuf text = STRBUF_INIT;

	if (ringing->later) {
		ringing->later(ringing->context);
		return;
	}
	presence_say_log(&text);
	doorbell_ring(bell, text.text, text.len);
	strbuf_release(&text);
}
