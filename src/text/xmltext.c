#include "text/xmltext.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "text/utf8.h"

/* Clean text has no control characters, but Unicode's noncharacters, which neither HTML nor XML allow. */
static bool xmltext_is_forbidden(int32_t code)
{
	return (code < ' ' && code != '\n' && code != '\t') || (code & 0xfffe) == 0xfffe ||
	       (code >= 0xfdd0 && code <= 0xfdef);
}

void xmltext_escape(struct strbuf *out, const char *text, size_t len)
{
	size_t used;
	int32_t code;

	for (size_t at = 0; at < len; at += used) {
		used = utf8_decode(text + at, len - at, &code);
		if (!used || xmltext_is_forbidden(code)) {
			strbuf_addstr(out, "\xef\xbf\xbd");
			used = used ? used : 1;
			continue;
		}
		switch (code) {
		case '&': strbuf_addstr(out, "&amp;"); break;
		case '<': strbuf_addstr(out, "&lt;"); break;
		case '>': strbuf_addstr(out, "&gt;"); break;
		case '"': strbuf_addstr(out, "&quot;"); break;
		default: strbuf_add(out, text + at, used);
		}
	}
}

void xmltext_attribute(struct strbuf *out, const char *text)
{
	for (size_t run; *text; text += run) {
		run = strcspn(text, "\n\t");
		xmltext_escape(out, text, run);
		if (text[run])
			strbuf_addf(out, "&#%d;", text[run++]);
	}
}
