#include "model/rekind.h"

#include <string.h>

#include "base/mem.h"

#define REKIND_MESSAGES (KIND_BIT(KIND_EVENT) | KIND_BIT(KIND_COMMAND) | KIND_BIT(KIND_READ_MODEL))

/* The fields that only some kinds have. */
static const struct rekind_own {
	const char *field;
	unsigned kinds; /* bits 1 << enum kind */
} rekind_owns[] = {
	{"resolved", KIND_RESOLVABLE},
	{"pivotal", KIND_BIT(KIND_EVENT)},
	{"public", KIND_BIT(KIND_EVENT)},
	{"payload", REKIND_MESSAGES},
	{"metadata", KIND_BIT(KIND_EVENT) | KIND_BIT(KIND_COMMAND)},
	{"rejection", KIND_BIT(KIND_COMMAND)},
	{"invariants", KIND_BIT(KIND_AGGREGATE)},
};

bool rekind_keeps(enum kind kind, const char *name)
{
	for (size_t i = 0; i < ARRAY_SIZE(rekind_owns); i++)
		if (!strcmp(rekind_owns[i].field, name))
			return rekind_owns[i].kinds & KIND_BIT(kind);
	return true;
}

int rekind_sticky(struct edit *edit, int64_t id, enum kind kind, struct error *err)
{
	int failed = edit_set(edit, ENTITY_STICKY, id, "kind", kind == KIND_EVENT ? "" : kind_token(kind), err);

	for (size_t i = 0; i < ARRAY_SIZE(rekind_owns) && !failed; i++)
		if (!(rekind_owns[i].kinds & KIND_BIT(kind)))
			failed = edit_set(edit, ENTITY_STICKY, id, rekind_owns[i].field, "", err);
	return failed;
}
