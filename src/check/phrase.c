#include "check/phrase.h"

#include "text/clean.h"

void phrase_sticky(const struct sticky *sticky, struct strbuf *out)
{
	strbuf_addstr(out, "“");
	clean_flatten(out, sticky->text);
	strbuf_addstr(out, "”");
}

void phrase_context(const struct board *board, int64_t id, struct strbuf *out)
{
	const struct context *context = board_context(board, id);

	strbuf_addstr(out, context && context->name ? context->name : "");
}

void phrase_next(bool *first, struct strbuf *out)
{
	strbuf_addstr(out, *first ? ": " : ", ");
	*first = false;
}
