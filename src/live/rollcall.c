#include "live/rollcall.h"

static void rollcall_add(void *context, const struct doorbell_sender *from, const char *text)
{
	presence_see(context, text, from, (struct place_rect)PLACE_RECT_EMPTY);
}

void rollcall(struct presence *presence, const char *board)
{
	struct doorbell *bell = doorbell_new(board);

	doorbell_see(bell, rollcall_add, presence);
	doorbell_free(bell);
}
