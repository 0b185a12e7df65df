#include "session/filter.h"

bool filter_is_open(const struct filter *filter)
{
	return !filter->person && !filter->kinds && !filter->step;
}

bool filter_passes(const struct filter *filter, const struct replay_action *action)
{
	return (!filter->person || action->person == filter->person) &&
	       (!filter->kinds || action->summary.kinds & filter->kinds) &&
	       (!filter->step || action->step == filter->step);
}
