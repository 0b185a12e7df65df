#include "sketch/drawio_style.h"

#include <string.h>
#include <strings.h>

#include "base/mem.h"

bool drawio_style_get(const char *style, const char *name, struct strbuf *out)
{
	size_t len = strlen(name), run;

	strbuf_reset(out);
	for (; style && *style; style += run + (style[run] == ';')) {
		run = strcspn(style, ";");
		if (run < len || strncmp(style, name, len) != 0 || (style[len] != '=' && run != len))
			continue;
		if (run == len)
			strbuf_addstr(out, "1");
		else
			strbuf_add(out, style + len + 1, run - len - 1);
		return true;
	}
	return false;
}

bool drawio_style_is(const char *style, const char *name, const char *value)
{
	struct strbuf found = STRBUF_INIT;
	bool is = drawio_style_get(style, name, &found) && !strcmp(found.text, value);

	strbuf_release(&found);
	return is;
}

bool drawio_style_has(const char *style, const char *word)
{
	return drawio_style_is(style, word, "1");
}

bool drawio_style_colour(const char *style, const char *name, struct strbuf *out)
{
	static const char *const nones[] = {"", "none", "default", "inherit", "transparent", "swimlane"};
	static const char both[] = "light-dark(";

	if (!drawio_style_get(style, name, out))
		return false;
	if (!strncmp(out->text, both, strlen(both))) {
		strbuf_remove(out, 0, strlen(both));
		strbuf_truncate(out, strcspn(out->text, ",)"));
	}
	for (size_t i = 0; i < ARRAY_SIZE(nones); i++)
		if (!strcasecmp(out->text, nones[i])) {
			strbuf_reset(out);
			return false;
		}
	return true;
}
