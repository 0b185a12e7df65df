#include "check/phrase.h"

void phrase_line(const char *text, struct strbuf *out)
{
	for (const char *at = text ? text : ""; *at; at++)
		strbuf_addch(out, *at == '\n' ? ' ' : *at);
}

void phrase_sticky(const struct sticky *sticky, struct strbuf *out)
{
	strbuf_addstr(out, "“");
	phrase_line(sticky->text, out);
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
