#include "lib/mapgen.h"

#include <stddef.h>

#include "base/mem.h"

#define MAPGEN_RELATIONS 25
#define MAPGEN_NEAR 4

static char *const mapgen_names[] = {"Ordering", "Payment", "Warehouse", "Delivery", "Returns", "Catalogue",
	"Customers", "Billing", "Marketing", "Identity", "Reporting", "Partner site"};

static char *const mapgen_labels[] = {"Order placed", "Request payment", "Goods picked", "Parcel handed over",
	"Item sold out", "Customer registered", "Invoice sent", "Ask for stock", "Payment declined", "Price changed"};

/* Two thirds of the ends have none. */
static char *const mapgen_patterns[] = {NULL, NULL, NULL, NULL, "anticorruption-layer", "open-host"};

static size_t mapgen_below(uint64_t *state, size_t count)
{
	*state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (size_t)(*state >> 33) % count;
}

void mapgen_fill(struct edit *edit, uint64_t seed, bool near)
{
	size_t contexts = ARRAY_SIZE(mapgen_names);

	for (size_t i = 0; i < contexts; i++) {
		struct context context = {.name = mapgen_names[i], .colour = 1};

		edit_create(edit, ENTITY_CONTEXT, &context, NULL);
	}
	for (size_t i = 0; i < MAPGEN_RELATIONS; i++) {
		size_t source = mapgen_below(&seed, contexts);
		size_t step = 1 + mapgen_below(&seed, near ? MAPGEN_NEAR : contexts - 1);
		struct relation relation = {.source = (int64_t)source + 1,
			.target = (int64_t)((source + step) % contexts) + 1,
			.style = (int)mapgen_below(&seed, 2),
			.label = mapgen_labels[mapgen_below(&seed, ARRAY_SIZE(mapgen_labels))],
			.source_pattern = mapgen_patterns[mapgen_below(&seed, ARRAY_SIZE(mapgen_patterns))],
			.target_pattern = mapgen_patterns[mapgen_below(&seed, ARRAY_SIZE(mapgen_patterns))]};

		edit_create(edit, ENTITY_RELATION, &relation, NULL);
	}
}
