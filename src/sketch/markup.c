#include "sketch/markup.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "text/utf8.h"

/* The longest name of an element or an entity that matters. */
#define MARKUP_NAME_BYTES 12

static const char *const markup_blocks[] = {
	"div", "p", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr"};

/* Elements whose content is no text. */
static const char *const markup_silent[] = {"style", "script", "title", "head"};

static const struct {
	const char *name;
	int32_t code;
} markup_entities[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", ' '},
	{"hellip", 0x2026}, {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018}, {"rsquo", 0x2019},
	{"ldquo", 0x201c}, {"rdquo", 0x201d}, {"bull", 0x2022}, {"middot", 0xb7}, {"rarr", 0x2192}, {"larr", 0x2190},
	{"times", 0xd7}, {"copy", 0xa9}, {"reg", 0xae}, {"euro", 0x20ac}};

/* A text being written. */
struct markup {
	struct strbuf *out;
	size_t start; /* of the text in it */
	bool breaks;  /* a block has ended: what follows is on a new line */
	bool blank;   /* white space came before */
	bool plain;   /* an element does not end: no more of them are looked for, or it would take for ever */
};

static bool markup_is_one_of(const char *name, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!strcasecmp(name, list[i]))
			return true;
	return false;
}

/* Writes what has to stand before the next character. */
static void markup_part(struct markup *markup)
{
	bool begun = markup->out->len > markup->start && markup->out->text[markup->out->len - 1] != '\n';

	if (markup->breaks && begun)
		strbuf_addch(markup->out, '\n');
	else if (markup->blank && begun)
		strbuf_addch(markup->out, ' ');
	markup->breaks = markup->blank = false;
}

/* Reads the name of the element at AT, behind "<", into NAME. */
static void markup_name(const char *at, char name[MARKUP_NAME_BYTES])
{
	size_t len = 0;

	at += *at == '/';
	while (len + 1 < MARKUP_NAME_BYTES &&
		((at[len] >= 'a' && at[len] <= 'z') || (at[len] >= 'A' && at[len] <= 'Z') ||
			(at[len] >= '0' && at[len] <= '9'))) {
		name[len] = at[len];
		len++;
	}
	name[len] = '\0';
}

/* The end of the element that begins at AT, behind ">"; NULL if AT is just a "<". */
static const char *markup_tag_end(const char *at)
{
	const char *end;
	char quote = '\0';

	if (!strncmp(at, "<!--", 4)) {
		end = strstr(at + 4, "-->");
		return end ? end + 3 : at + strlen(at);
	}
	if (!((at[1] | 0x20) >= 'a' && (at[1] | 0x20) <= 'z') && at[1] != '/' && at[1] != '!')
		return NULL;
	for (end = at + 1; *end && (quote || *end != '>'); end++)
		if (quote ? *end == quote : *end == '"' || *end == '\'')
			quote = quote ? '\0' : *end;
	return *end ? end + 1 : NULL;
}

/* Behind the end of the element NAME, whose content, from AT on, is no text. */
static const char *markup_skip(const char *at, const char *name)
{
	size_t len = strlen(name);

	for (; *at; at++)
		if (at[0] == '<' && at[1] == '/' && !strncasecmp(at + 2, name, len)) {
			const char *end = markup_tag_end(at);

			return end ? end : at + strlen(at);
		}
	return at;
}

/* Takes the element at *AT; false if there is none. */
static bool markup_tag(struct markup *markup, const char **at)
{
	const char *start = *at, *end = markup_tag_end(start);
	char name[MARKUP_NAME_BYTES];

	if (!end) {
		markup->plain = !strchr(" \t\n<=-&0123456789", start[1]);
		return false;
	}
	markup_name(start + 1, name);
	if (!strcasecmp(name, "br")) {
		markup_part(markup);
		strbuf_addch(markup->out, '\n');
	} else if (markup_is_one_of(name, markup_blocks, ARRAY_SIZE(markup_blocks))) {
		markup->breaks = true;
	} else if (start[1] != '/' && markup_is_one_of(name, markup_silent, ARRAY_SIZE(markup_silent))) {
		end = markup_skip(end, name);
	}
	*at = end;
	return true;
}

/* The character of the entity NAME, or 0. */
static int32_t markup_code(const char *name)
{
	bool hex = name[1] == 'x' || name[1] == 'X';
	unsigned long code;

	if (*name == '#') {
		code = strtoul(name + (hex ? 2 : 1), NULL, hex ? 16 : 10);
		return code == 0xa0 ? ' ' : code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? (int32_t)code : 0;
	}
	for (size_t i = 0; i < ARRAY_SIZE(markup_entities); i++)
		if (!strcmp(name, markup_entities[i].name))
			return markup_entities[i].code;
	return 0;
}

/* Takes the entity at *AT; false if there is none. */
static bool markup_entity(struct markup *markup, const char **at)
{
	char name[MARKUP_NAME_BYTES];
	size_t len = 0;
	int32_t code;

	while (len < sizeof(name) && (*at)[1 + len] && (*at)[1 + len] != ';')
		len++;
	if (!len || len == sizeof(name) || (*at)[1 + len] != ';')
		return false;
	memcpy(name, *at + 1, len);
	name[len] = '\0';
	code = markup_code(name);
	if (!code)
		return false;
	markup_part(markup);
	utf8_append(markup->out, code);
	*at += len + 2;
	return true;
}

void markup_text(struct strbuf *out, const char *html)
{
	struct markup markup = {.out = out, .start = out->len};

	while (*html) {
		if (*html == '<' && !markup.plain && markup_tag(&markup, &html))
			continue;
		if (*html == '&' && markup_entity(&markup, &html))
			continue;
		if (strchr(" \t\r\n", *html)) {
			markup.blank = true;
		} else {
			markup_part(&markup);
			strbuf_addch(out, *html);
		}
		html++;
	}
}
