#include "screens/verb_private.h"

#include <string.h>

static const struct verb verb_rows[] = {
	{"size", false, verb_size},
	{"limit", false, verb_limit},
	{"env", false, verb_env},
	{"unset", false, verb_unset},
	{"setup", false, verb_succeeds},
	{"setup!", false, verb_fails},
	{"after", false, verb_succeeds},
	{"after!", false, verb_fails},
	{"output", false, verb_output_succeeds},
	{"output!", false, verb_output_fails},
	{"run", false, verb_run},
	{"exit", true, verb_exit},
	{"signal", true, verb_signal},
	{"hangup", true, verb_hangup},
	{"keys", true, verb_keys},
	{"type", true, verb_type},
	{"paste", true, verb_paste},
	{"mouse", true, verb_mouse},
	{"resize", true, verb_resize},
	{"wait", true, verb_wait},
	{"gone", true, verb_gone},
	{"expect", true, verb_expect},
	{"absent", true, verb_absent},
	{"cursor", true, verb_cursor},
	{"shot", true, verb_shot},
	{"raw-has", true, verb_raw_has},
	{"raw-absent", true, verb_raw_absent},
	{"bytes-below", true, verb_bytes_below},
};

const struct verb *verb_find(const char *name, size_t len)
{
	for (size_t i = 0; i < VERB_COUNT(verb_rows); i++) {
		const struct verb *verb = &verb_rows[i];

		if (strlen(verb->name) == len && !memcmp(verb->name, name, len))
			return verb;
	}
	return NULL;
}
