#include "model/kind.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/utf8.h"

struct kind_row {
	const char *token;
	const char *name;
	char letter;
	const char *others[16]; /* folded, without blanks and dashes; NULL-terminated */
};

#define KIND_ROW(constant, letter, token, name, ...) {token, name, letter, {__VA_ARGS__}},
static const struct kind_row kind_rows[] = {KIND_LIST(KIND_ROW)};
#undef KIND_ROW

#define KIND_TOKEN(constant, letter, token, ...) token,
const char *const kind_tokens[] = {KIND_LIST(KIND_TOKEN) NULL};
#undef KIND_TOKEN

static const struct kind_row *kind_row(enum kind kind)
{
	if ((unsigned)kind >= KIND_COUNT)
		BUG("kind %d", (int)kind);
	return &kind_rows[kind];
}

const char *kind_token(enum kind kind)
{
	return kind_row(kind)->token;
}

const char *kind_name(enum kind kind)
{
	return _(kind_row(kind)->name);
}

char kind_letter(enum kind kind)
{
	return kind_row(kind)->letter;
}

void kind_fold(struct strbuf *out, const char *text)
{
	size_t kept = 0;

	strbuf_reset(out);
	utf8_fold(out, text, strlen(text));
	for (size_t i = 0; i < out->len; i++)
		if (!strchr(" \t_-", out->text[i]))
			out->text[kept++] = out->text[i];
	strbuf_truncate(out, kept);
}

/* Is NAME, which is folded, that of TOKEN? */
static bool kind_is_token(const char *token, const char *name)
{
	for (; *token; token++)
		if (*token != '-' && *token != *name++)
			return false;
	return !*name;
}

static bool kind_is_called(const struct kind_row *row, const char *name)
{
	if (kind_is_token(row->token, name))
		return true;
	for (size_t i = 0; i < ARRAY_SIZE(row->others) && row->others[i]; i++)
		if (!strcmp(name, row->others[i]))
			return true;
	return false;
}

bool kind_parse(const char *text, enum kind *kind)
{
	struct strbuf name = STRBUF_INIT;
	bool found = false;

	kind_fold(&name, text);
	if (name.len == 1)
		found = kind_of_letter(name.text[0], kind);
	for (int i = 0; i < KIND_COUNT && !found; i++) {
		found = kind_is_called(&kind_rows[i], name.text);
		if (found)
			*kind = (enum kind)i;
	}
	strbuf_release(&name);
	return found;
}

bool kind_of_letter(char letter, enum kind *kind)
{
	if (letter >= 'a' && letter <= 'z')
		letter = (char)(letter - 'a' + 'A');
	for (int i = 0; i < KIND_COUNT; i++) {
		if (kind_rows[i].letter != letter)
			continue;
		*kind = (enum kind)i;
		return true;
	}
	return false;
}
