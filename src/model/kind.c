#include "model/kind.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/utf8.h"

struct kind_row {
	const char *token;
	const char *name;
	char letter;
	const char *others[8]; /* folded, with '-' between words; NULL-terminated */
};

static const struct kind_row kind_rows[KIND_COUNT] = {
	[KIND_EVENT] = {"event", N_("domain event"), 'E',
		{"domain-event", "도메인-이벤트", "도메인이벤트", "이벤트"}},
	[KIND_COMMAND] = {"command", N_("command"), 'C', {"커맨드", "명령"}},
	[KIND_EXTERNAL_SYSTEM] = {"external-system", N_("external system"), 'X',
		{"system", "external", "externalsystem", "외부-시스템", "외부시스템"}},
	[KIND_ACTOR] = {"actor", N_("actor"), 'A', {"person", "user", "role", "액터", "행위자"}},
	[KIND_AGGREGATE] = {"aggregate", N_("aggregate"), 'G',
		{"constraint", "애그리거트", "어그리거트", "애그리게이트", "어그리게잇"}},
	[KIND_POLICY] = {"policy", N_("policy"), 'P', {"rule", "business-rule", "정책", "폴리시"}},
	[KIND_READ_MODEL] = {"read-model", N_("read model"), 'R',
		{"query", "view", "readmodel", "information", "읽기-모델", "읽기모델", "조회-모델"}},
	[KIND_UI] = {"ui", N_("user interface"), 'U',
		{"user-interface", "screen", "사용자-인터페이스", "화면"}},
	[KIND_HOTSPOT] = {"hotspot", N_("hotspot"), 'H',
		{"hot-spot", "problem", "question", "!", "핫스폿", "핫스팟"}},
};

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

static void kind_normalise(struct strbuf *out, const char *text)
{
	text += strspn(text, " \t");
	utf8_fold(out, text, strlen(text));
	while (out->len && strchr(" \t", out->text[out->len - 1]))
		strbuf_truncate(out, out->len - 1);
	for (size_t i = 0; i < out->len; i++)
		if (out->text[i] == '_' || out->text[i] == ' ')
			out->text[i] = '-';
}

static bool kind_is_called(const struct kind_row *row, const char *name)
{
	if (!strcmp(name, row->token))
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

	kind_normalise(&name, text);
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
