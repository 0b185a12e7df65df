#include "session/ringing.h"

void ringing_do(const struct ringing *ringing, struct doorbell *bell)
{
	if (ringing->later)
		ringing->later(ringing->context);
	else
		doorbell_wake(bell);
}
