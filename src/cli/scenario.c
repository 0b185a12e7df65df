#include "cli/scenario.h"

#include <stdlib.h>

#include "base/i18n.h"

int scenario_read(const struct board *board, const char *text, struct vec *events, struct error *err)
{
	while (*text) {
		char *end;
		long long id = strtoll(text, &end, 10);
		const struct sticky *sticky = board_sticky(board, id);

		if (end == text || (*end && *end != ','))
			return error_set(err, ERROR_USAGE, _("--events takes ids of events, such as 3,7,9"));
		if (!sticky || sticky->kind != KIND_EVENT)
			return error_set(err, ERROR_REFUSED, _("no event %lld"), id);
		vec_add(events, int64_t) = id;
		text = *end ? end + 1 : end;
	}
	return 0;
}
