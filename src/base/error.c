#include "base/error.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static bool error_goes_on(char byte)
{
	return ((unsigned char)byte & 0xc0) == 0x80;
}

/* How many bytes should follow LEAD in its UTF-8 sequence. */
static size_t error_followers(char lead)
{
	unsigned char byte = (unsigned char)lead;

	return byte < 0xc0 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
}

/* Drops UTF-8 sequences cut by a precision (`%.60s`) or by the end of the buffer, and replaces control characters. */
static void error_tidy(char *text)
{
	char *out = text;

	while (*text) {
		size_t wanted = error_followers(*text), len = 1;

		while (len <= wanted && error_goes_on(text[len]))
			len++;
		if (len > wanted) {
			memmove(out, text, len);
			if ((unsigned char)*out < 0x20 || *out == 0x7f)
				*out = '?';
			out += len;
		}
		text += len;
	}
	*out = '\0';
}

int error_set(struct error *err, int code, const char *format, ...)
{
	va_list args;

	if (!err)
		return code;
	err->code = code;
	va_start(args, format);
	vsnprintf(err->text, sizeof(err->text), format, args);
	va_end(args);
	error_tidy(err->text);
	return code;
}

int error_prefix(struct error *err, int code, const char *format, ...)
{
	char old[ERROR_TEXT_BYTES];
	va_list args;
	size_t len;

	if (!err)
		return code;
	memcpy(old, err->text, sizeof(old));
	va_start(args, format);
	vsnprintf(err->text, sizeof(err->text), format, args);
	va_end(args);
	len = strlen(err->text);
	snprintf(err->text + len, sizeof(err->text) - len, ": %s", old);
	error_tidy(err->text);
	return code;
}
