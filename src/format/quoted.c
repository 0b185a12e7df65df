#include "format/quoted.h"

#include <stdbool.h>
#include <string.h>

#include "text/utf8.h"

/* Characters that YAML does not accept unescaped, or reads as line ends. All have numbers of four hex digits. */
static bool quoted_is_unseen(int32_t code)
{
	return code < ' ' || (code >= 0x7f && code < 0xa0) || code == 0x2028 || code == 0x2029 || code == 0xfeff ||
	       code == 0xfffe || code == 0xffff;
}

void quoted_text(struct strbuf *out, const char *text)
{
	size_t len = strlen(text), bytes;
	int32_t code;

	strbuf_addch(out, '"');
	for (size_t at = 0; at < len; at += bytes) {
		bytes = utf8_decode(text + at, len - at, &code);
		if (!bytes) {
			bytes = 1;
			strbuf_addstr(out, "\\ufffd");
		} else if (code == '"' || code == '\\') {
			strbuf_addf(out, "\\%c", (char)code);
		} else if (code == '\n') {
			strbuf_addstr(out, "\\n");
		} else if (quoted_is_unseen(code)) {
			strbuf_addf(out, "\\u%04x", (unsigned)code);
		} else {
			strbuf_add(out, text + at, bytes);
		}
	}
	strbuf_addch(out, '"');
}
