#include "check/check.h"

#include <string.h>

#include "base/mem.h"
#include "check/check_rows.h"

#define CHECK_ROW(name) &(name),
static const struct check *const check_rows[] = {CHECK_ROWS(CHECK_ROW)};
#undef CHECK_ROW

const struct check *const *check_list(size_t *count)
{
	*count = ARRAY_SIZE(check_rows);
	return check_rows;
}

const struct check *check_find(const char *id)
{
	for (size_t i = 0; i < ARRAY_SIZE(check_rows); i++)
		if (!strcmp(check_rows[i]->id, id))
			return check_rows[i];
	return NULL;
}

size_t check_index(const struct check *check)
{
	size_t at = 0;

	while (check_rows[at] != check)
		at++;
	return at;
}

const char *check_severity_token(enum check_severity severity)
{
	static const char *const tokens[CHECK_SEVERITY_COUNT] = {"hint", "warning", "error"};

	return tokens[severity];
}
