/*
 * pattern: which side of a relation has said what about itself.
 *
 * The called supplies the caller, and the sender the receiver.
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

/* The context that supplies; does it say that it is PATTERN, does the other? */
int64_t pattern_supplier(const struct relation *relation);
bool pattern_supplies(const struct relation *relation, const char *pattern);
bool pattern_takes(const struct relation *relation, const char *pattern);

/* Does the relation say that there is none? */
bool pattern_is_separate(const struct relation *relation);

#endif
