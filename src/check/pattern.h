/*
 * pattern: which patterns each side of a relation has.
 *
 * The context that is called supplies its caller; a sender supplies its receiver.
 */
#ifndef CHECK_PATTERN_H
#define CHECK_PATTERN_H

#include <stdbool.h>

#include "model/board.h"

#define PATTERN_OPEN_HOST "open-host"
#define PATTERN_PUBLISHED_LANGUAGE "published-language"
#define PATTERN_ANTICORRUPTION_LAYER "anticorruption-layer"
#define PATTERN_CONFORMIST "conformist"
#define PATTERN_CUSTOMER_SUPPLIER "customer-supplier"
#define PATTERN_SHARED_KERNEL "shared-kernel"
#define PATTERN_PARTNERSHIP "partnership"
#define PATTERN_SEPARATE_WAYS "separate-ways"

/* The context that supplies; does that side have PATTERN; does the other side have it? */
int64_t pattern_supplier(const struct relation *relation);
bool pattern_supplies(const struct relation *relation, const char *pattern);
bool pattern_takes(const struct relation *relation, const char *pattern);

/* Is the relation one of separate ways? */
bool pattern_is_separate(const struct relation *relation);

#endif
