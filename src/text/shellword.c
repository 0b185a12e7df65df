#include "text/shellword.h"

#include <stdbool.h>
#include <string.h>

/* Has BYTE no meaning to a shell? Spaces beyond ASCII, which may have one, begin with one of three bytes. */
static bool shellword_is_plain(unsigned char byte)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+:,./-";

	return byte < 0x80 ? strchr(letters, byte) != NULL : byte != 0xc2 && byte != 0xe2 && byte != 0xe3;
}

static bool shellword_is_safe(const char *text)
{
	bool safe = *text;

	for (; *text && safe; text++)
		safe = shellword_is_plain((unsigned char)*text);
	return safe;
}

void shellword_add(struct strbuf *out, const char *text)
{
	if (shellword_is_safe(text)) {
		strbuf_addstr(out, text);
		return;
	}
	strbuf_addch(out, '\'');
	for (; *text; text++)
		if (*text == '\'')
			strbuf_addstr(out, "'\\''");
		else
			strbuf_addch(out, *text);
	strbuf_addch(out, '\'');
}

void shellword_add_operand(struct strbuf *out, const char *text)
{
	if (*text == '-')
		strbuf_addstr(out, "-- ");
	shellword_add(out, text);
}
