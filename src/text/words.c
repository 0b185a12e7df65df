#include "text/words.h"

#include <inttypes.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

void words_from_line(struct words *words, const char *line)
{
	words->line = line + strspn(line, " ");
	words->argv = NULL;
}

void words_from_argv(struct words *words, const char *const *argv)
{
	words->line = NULL;
	words->argv = argv;
}

bool words_at_end(const struct words *words)
{
	return words->line ? !*words->line : !words->argv[0];
}

int words_left(const struct words *words)
{
	int count = 0;

	if (!words->line) {
		while (words->argv[count])
			count++;
		return count;
	}
	for (const char *at = words->line; *at; count++) {
		at += strcspn(at, " ");
		at += strspn(at, " ");
	}
	return count;
}

/* Reads a double-quoted word after its opening quote; returns where it ended, or NULL. */
static const char *words_unescape(const char *at, struct strbuf *out)
{
	for (;;) {
		size_t plain = strcspn(at, "\"\\");

		strbuf_add(out, at, plain);
		at += plain;
		if (*at != '\\')
			return *at ? at + 1 : NULL;
		if (at[1])
			at++;
		strbuf_addch(out, *at == 'n' ? '\n' : *at);
		at++;
	}
}

/* Reads one word at AT; returns where it ended, or NULL when its quote is not closed. */
static const char *words_read(const char *at, struct strbuf *out)
{
	const char *end;

	if (*at == '"')
		return words_unescape(at + 1, out);
	if (*at == '\'') {
		end = strchr(at + 1, '\'');
		if (!end)
			return NULL;
		strbuf_add(out, at + 1, (size_t)(end - at - 1));
		return end + 1;
	}
	end = at + strcspn(at, " ");
	strbuf_add(out, at, (size_t)(end - at));
	return end;
}

int words_next(struct words *words, struct strbuf *out, struct error *err)
{
	const char *end;

	strbuf_reset(out);
	if (words_at_end(words))
		return 0;
	if (!words->line) {
		strbuf_addstr(out, *words->argv++);
		return 1;
	}
	end = words_read(words->line, out);
	if (!end)
		return error_set(err, ERROR_USAGE, _("a quote is not closed: %s"), words->line);
	words->line = end + strspn(end, " ");
	return 1;
}

bool words_next_is_whole(const struct words *words)
{
	return words->line ? *words->line == '"' || *words->line == '\'' : words->argv[0] != NULL;
}

void words_rest(struct words *words, struct strbuf *out)
{
	const char *end;

	strbuf_reset(out);
	if (!words->line) {
		for (; *words->argv; words->argv++) {
			if (out->len)
				strbuf_addch(out, ' ');
			strbuf_addstr(out, *words->argv);
		}
		return;
	}
	if (*words->line == '"' || *words->line == '\'') {
		end = words_read(words->line, out);
		if (end && !end[strspn(end, " ")]) {
			words->line = end + strlen(end);
			return;
		}
		strbuf_reset(out); /* not a single quoted word: its quotes belong to the text */
	}
	strbuf_addstr(out, words->line);
	words->line += strlen(words->line);
	return;
}

void words_quote(struct strbuf *out, const char *text)
{
	if (*text && *text != '"' && *text != '\'' && !strpbrk(text, " \n")) {
		strbuf_addstr(out, text);
		return;
	}
	strbuf_addch(out, '"');
	for (; *text; text++) {
		if (*text == '"' || *text == '\\')
			strbuf_addch(out, '\\');
		if (*text == '\n')
			strbuf_addstr(out, "\\n");
		else
			strbuf_addch(out, *text);
	}
	strbuf_addch(out, '"');
}

void words_quote_rest(struct strbuf *out, const char *text)
{
	if (*text == '"' || *text == '\'')
		words_quote(out, text);
	else
		strbuf_addstr(out, text);
}

void words_vformat(struct strbuf *out, const char *format, va_list arguments)
{
	static const char number[] = "%" PRId64;

	for (;; format++) {
		size_t plain = strcspn(format, "%");

		strbuf_add(out, format, plain);
		format += plain;
		if (!*format)
			break;
		if (!strncmp(format, number, strlen(number))) {
			strbuf_addf(out, "%" PRId64, va_arg(arguments, int64_t));
			format += strlen(number) - 1;
		} else if (*++format == 'd') {
			strbuf_addf(out, "%d", va_arg(arguments, int));
		} else if (*format == 's') {
			const char *text = va_arg(arguments, const char *);

			words_quote(out, text ? text : "");
		} else {
			BUG("a command line cannot have %%%c", *format);
		}
	}
	strbuf_addch(out, '\n');
}

void words_format(struct strbuf *out, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	words_vformat(out, format, arguments);
	va_end(arguments);
}
