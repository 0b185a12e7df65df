#include "session/sieve.h"

bool sieve_is_open(const struct sieve *sieve)
{
	return !sieve->person && !sieve->kinds && !sieve->step;
}

bool sieve_passes(const struct sieve *sieve, const struct replay_action *action)
{
	return (!sieve->person || action->person == sieve->person) &&
	       (!sieve->kinds || action->summary.kinds & sieve->kinds) &&
	       (!sieve->step || action->step == sieve->step);
}
