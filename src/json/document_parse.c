#include "json/document_parse.h"

#include <inttypes.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "json/document.h"
#include "json/parse.h"
#include "text/clean.h"

int document_parse_check(const json_t *root, struct error *err)
{
	const json_t *version = json_object_get(root, "evstorm");
	const char *key;
	json_t *value;

	if (!json_is_integer(version) || json_integer_value(version) < 1)
		return error_set(err, ERROR_REFUSED, _("not a board in JSON: the member “evstorm” is missing"));
	if (json_integer_value(version) > DOCUMENT_VERSION_MOST)
		return error_set(err, ERROR_REFUSED,
			_("made by a newer evstorm (version %" PRId64 "; this one knows %d); update evstorm"),
			(int64_t)json_integer_value(version), DOCUMENT_VERSION_MOST);
	json_object_foreach((json_t *)root, key, value)
	{
		bool known = !strcmp(key, "evstorm") || !strcmp(key, "$schema") || !strcmp(key, DOCUMENT_HISTORY);
		struct strbuf shown = STRBUF_INIT;

		for (int i = 0; i < ENTITY_COUNT && !known; i++)
			known = !strcmp(key, document_key((enum entity)i));
		clean_for_display(&shown, key, strlen(key));
		if (!known)
			error_set(err, ERROR_REFUSED, _("%.60s: unknown member"), shown.text);
		strbuf_release(&shown);
		if (!known)
			return ERROR_REFUSED;
	}
	return 0;
}

json_t *document_parse(FILE *in, const char *name, struct error *err)
{
	json_t *root = parse_json(in, name, err);

	if (!root || !document_parse_check(root, err))
		return root;
	error_prefix(err, ERROR_REFUSED, "%s", name);
	json_decref(root);
	return NULL;
}
