#include "csv/dialect.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

bool dialect_next(const char **rest, struct dialect_entry *entry)
{
	size_t len = strcspn(*rest, ",");
	const char *sign = memrchr(*rest, '=', len);
	size_t column = sign ? (size_t)(sign - *rest) : len;

	if (!**rest)
		return false;
	entry->column = mem_strndup(*rest, column);
	entry->field = sign ? mem_strndup(sign + 1, len - column - 1) : NULL;
	*rest += len + ((*rest)[len] == ',');
	return true;
}

void dialect_release(struct dialect_entry *entry)
{
	free(entry->column);
	free(entry->field);
}
