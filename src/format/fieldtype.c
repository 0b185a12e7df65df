#include "format/fieldtype.h"

#include <string.h>

#include "base/mem.h"
#include "base/strbuf.h"
#include "text/utf8.h"

static const struct {
	const char *json, *format, *cml;
} fieldtype_rows[FIELDTYPE_COUNT] = {
	[FIELDTYPE_UNKNOWN] = {"string", NULL, "String"},
	[FIELDTYPE_TEXT] = {"string", NULL, "String"},
	[FIELDTYPE_UUID] = {"string", "uuid", "String"},
	[FIELDTYPE_INTEGER] = {"integer", NULL, "long"},
	[FIELDTYPE_NUMBER] = {"number", NULL, "BigDecimal"},
	[FIELDTYPE_MONEY] = {"number", NULL, "BigDecimal"},
	[FIELDTYPE_DATE] = {"string", "date", "Date"},
	[FIELDTYPE_CLOCK] = {"string", "time", "String"},
	[FIELDTYPE_MOMENT] = {"string", "date-time", "DateTime"},
	[FIELDTYPE_FLAG] = {"boolean", NULL, "boolean"},
	[FIELDTYPE_ADDRESS] = {"string", "uri", "String"},
	[FIELDTYPE_MAIL] = {"string", "email", "String"},
	[FIELDTYPE_OBJECT] = {"object", NULL, "String"},
};

static const struct {
	const char *word; /* in lower case */
	enum fieldtype_base base;
} fieldtype_words[] = {
	{"text", FIELDTYPE_TEXT},
	{"string", FIELDTYPE_TEXT},
	{"str", FIELDTYPE_TEXT},
	{"varchar", FIELDTYPE_TEXT},
	{"char", FIELDTYPE_TEXT},
	{"name", FIELDTYPE_TEXT},
	{"문자열", FIELDTYPE_TEXT},
	{"문자", FIELDTYPE_TEXT},
	{"텍스트", FIELDTYPE_TEXT},
	{"uuid", FIELDTYPE_UUID},
	{"guid", FIELDTYPE_UUID},
	{"int", FIELDTYPE_INTEGER},
	{"integer", FIELDTYPE_INTEGER},
	{"long", FIELDTYPE_INTEGER},
	{"count", FIELDTYPE_INTEGER},
	{"int32", FIELDTYPE_INTEGER},
	{"int64", FIELDTYPE_INTEGER},
	{"정수", FIELDTYPE_INTEGER},
	{"개수", FIELDTYPE_INTEGER},
	{"수량", FIELDTYPE_INTEGER},
	{"number", FIELDTYPE_NUMBER},
	{"decimal", FIELDTYPE_NUMBER},
	{"float", FIELDTYPE_NUMBER},
	{"double", FIELDTYPE_NUMBER},
	{"numeric", FIELDTYPE_NUMBER},
	{"percent", FIELDTYPE_NUMBER},
	{"숫자", FIELDTYPE_NUMBER},
	{"소수", FIELDTYPE_NUMBER},
	{"실수", FIELDTYPE_NUMBER},
	{"money", FIELDTYPE_MONEY},
	{"amount", FIELDTYPE_MONEY},
	{"price", FIELDTYPE_MONEY},
	{"금액", FIELDTYPE_MONEY},
	{"돈", FIELDTYPE_MONEY},
	{"가격", FIELDTYPE_MONEY},
	{"date", FIELDTYPE_DATE},
	{"day", FIELDTYPE_DATE},
	{"날짜", FIELDTYPE_DATE},
	{"time of day", FIELDTYPE_CLOCK},
	{"시각", FIELDTYPE_CLOCK},
	{"time", FIELDTYPE_MOMENT},
	{"datetime", FIELDTYPE_MOMENT},
	{"date-time", FIELDTYPE_MOMENT},
	{"timestamp", FIELDTYPE_MOMENT},
	{"date and time", FIELDTYPE_MOMENT},
	{"시간", FIELDTYPE_MOMENT},
	{"일시", FIELDTYPE_MOMENT},
	{"bool", FIELDTYPE_FLAG},
	{"boolean", FIELDTYPE_FLAG},
	{"flag", FIELDTYPE_FLAG},
	{"yes/no", FIELDTYPE_FLAG},
	{"yes or no", FIELDTYPE_FLAG},
	{"불리언", FIELDTYPE_FLAG},
	{"여부", FIELDTYPE_FLAG},
	{"예/아니요", FIELDTYPE_FLAG},
	{"예/아니오", FIELDTYPE_FLAG},
	{"uri", FIELDTYPE_ADDRESS},
	{"url", FIELDTYPE_ADDRESS},
	{"link", FIELDTYPE_ADDRESS},
	{"링크", FIELDTYPE_ADDRESS},
	{"email", FIELDTYPE_MAIL},
	{"e-mail", FIELDTYPE_MAIL},
	{"이메일", FIELDTYPE_MAIL},
	{"object", FIELDTYPE_OBJECT},
	{"json", FIELDTYPE_OBJECT},
	{"map", FIELDTYPE_OBJECT},
	{"객체", FIELDTYPE_OBJECT},
};

/* What surrounds the type of the items of a list. */
static const struct {
	const char *before, *after;
} fieldtype_lists[] = {{"list of ", ""}, {"array of ", ""}, {"set of ", ""}, {"list<", ">"}, {"array<", ">"},
	{"set<", ">"}, {"", "[]"}, {"", " list"}, {"", " array"}, {"", " 목록"}, {"", " 배열"}, {"list", ""},
	{"array", ""}, {"목록", ""}, {"배열", ""}};

/* Do BEFORE and AFTER enclose WORDS? If so, removes them. */
static bool fieldtype_strip(struct strbuf *words, const char *before, const char *after)
{
	size_t head = strlen(before), tail = strlen(after);

	if (words->len < head + tail || memcmp(words->text, before, head) ||
		memcmp(words->text + words->len - tail, after, tail))
		return false;
	/* A word that means a list by itself has nothing after it. */
	if (head && !tail && before[head - 1] != ' ' && words->len != head)
		return false;
	strbuf_truncate(words, words->len - tail);
	strbuf_remove(words, 0, head);
	return true;
}

/* Appends WORDS with single spaces, without brackets at their end: "decimal(10, 2)". */
static void fieldtype_tidy(struct strbuf *out, const char *words)
{
	struct strbuf folded = STRBUF_INIT;
	char *bracket;

	utf8_fold(&folded, words, strlen(words));
	bracket = strchr(folded.text, '(');
	if (bracket)
		strbuf_truncate(&folded, (size_t)(bracket - folded.text));
	for (const char *at = folded.text; *at; at++)
		if (*at != ' ' || (out->len && out->text[out->len - 1] != ' '))
			strbuf_addch(out, *at);
	if (out->len && out->text[out->len - 1] == ' ')
		strbuf_truncate(out, out->len - 1);
	strbuf_release(&folded);
}

struct fieldtype fieldtype_read(const char *words)
{
	struct fieldtype type = {FIELDTYPE_UNKNOWN, false};
	struct strbuf tidy = STRBUF_INIT;

	fieldtype_tidy(&tidy, words);
	for (size_t i = 0; i < ARRAY_SIZE(fieldtype_lists) && !type.list; i++)
		type.list = fieldtype_strip(&tidy, fieldtype_lists[i].before, fieldtype_lists[i].after);
	for (size_t i = 0; i < ARRAY_SIZE(fieldtype_words); i++) {
		size_t len = strlen(fieldtype_words[i].word);
		/* "list of texts" */
		bool many = type.list && tidy.len == len + 1 && tidy.text[len] == 's';

		if ((tidy.len == len || many) && !memcmp(tidy.text, fieldtype_words[i].word, len))
			type.base = fieldtype_words[i].base;
	}
	strbuf_release(&tidy);
	return type;
}

const char *fieldtype_json(enum fieldtype_base base)
{
	return fieldtype_rows[base].json;
}

const char *fieldtype_json_format(enum fieldtype_base base)
{
	return fieldtype_rows[base].format;
}

const char *fieldtype_cml(enum fieldtype_base base)
{
	return fieldtype_rows[base].cml;
}
