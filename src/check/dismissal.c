#include "check/dismissal.h"

#include <string.h>

void dismissal_init(struct dismissal *dismissal)
{
	dismissal->check = NULL;
	strbuf_init(&dismissal->word);
}

void dismissal_release(struct dismissal *dismissal)
{
	strbuf_release(&dismissal->word);
}

/* Is ID the part of WORD before its reason? */
static bool dismissal_is(const char *word, const char *id)
{
	size_t len = strlen(id);

	return !strncmp(word, id, len) && (!word[len] || word[len] == '=');
}

bool dismissal_next(struct words *words, struct dismissal *dismissal)
{
	size_t count;
	const struct check *const *rows = check_list(&count);
	const char *reason;

	if (words_next(words, &dismissal->word, NULL) <= 0)
		return false;
	reason = strchr(dismissal->word.text, '=');
	dismissal->reason = reason ? reason + 1 : "";
	dismissal->check = NULL;
	for (size_t i = 0; i < count && !dismissal->check; i++)
		if (dismissal_is(dismissal->word.text, rows[i]->id))
			dismissal->check = rows[i];
	return true;
}

bool dismissal_fits(const struct check *check, enum entity entity)
{
	if (check->scope == CHECK_CONTEXT)
		return entity == ENTITY_CONTEXT;
	if (check->scope == CHECK_RELATION)
		return entity == ENTITY_RELATION;
	return entity == ENTITY_STICKY;
}

/* Appends the words of LIST except those of CHECK to OUT, which may be NULL. Are there any of CHECK? */
static bool dismissal_split(const char *list, const struct check *check, struct strbuf *out)
{
	struct strbuf word = STRBUF_INIT;
	size_t start = out ? out->len : 0;
	bool found = false;
	struct words words;

	words_from_line(&words, list ? list : "");
	while (words_next(&words, &word, NULL) > 0) {
		if (dismissal_is(word.text, check->id)) {
			found = true;
			continue;
		}
		if (out && out->len > start)
			strbuf_addch(out, ' ');
		if (out)
			words_quote(out, word.text);
	}
	strbuf_release(&word);
	return found;
}

bool dismissal_has(const char *list, const struct check *check)
{
	return list && dismissal_split(list, check, NULL);
}

void dismissal_leave_out(const char *list, const struct check *check, struct strbuf *out)
{
	dismissal_split(list, check, out);
}

void dismissal_add(struct strbuf *out, const struct check *check, const char *reason)
{
	struct strbuf word = STRBUF_INIT;

	if (out->len)
		strbuf_addch(out, ' ');
	strbuf_addstr(&word, check->id);
	if (*reason)
		strbuf_addf(&word, "=%s", reason);
	words_quote(out, word.text);
	strbuf_release(&word);
}
