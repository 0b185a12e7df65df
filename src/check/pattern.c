#include "check/pattern.h"

#include <string.h>

static bool pattern_is(const char *said, const char *pattern)
{
	return said && !strcmp(said, pattern);
}

int64_t pattern_supplier(const struct relation *relation)
{
	return relation->style == RELATION_SYNC ? relation->target : relation->source;
}

bool pattern_supplies(const struct relation *relation, const char *pattern)
{
	return pattern_is(
		relation->style == RELATION_SYNC ? relation->target_pattern : relation->source_pattern, pattern);
}

bool pattern_takes(const struct relation *relation, const char *pattern)
{
	return pattern_is(
		relation->style == RELATION_SYNC ? relation->source_pattern : relation->target_pattern, pattern);
}

bool pattern_is_separate(const struct relation *relation)
{
	return pattern_is(relation->source_pattern, PATTERN_SEPARATE_WAYS) ||
	       pattern_is(relation->target_pattern, PATTERN_SEPARATE_WAYS);
}
