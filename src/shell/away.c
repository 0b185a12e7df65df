#include "shell/away.h"

#include <string.h>

#include "base/i18n.h"
#include "text/clean.h"
#include "text/wrap.h"

/* The most rows for the notice about the file. */
#define AWAY_ROWS_MOST 5

const struct whereabouts *away_where(const struct shell *shell)
{
	return session_whereabouts(shell->session);
}

bool away_is(const struct shell *shell)
{
	return shell->session && away_where(shell)->fate != WHEREABOUTS_HERE;
}

bool away_is_lost(const struct shell *shell)
{
	return away_is(shell) && whereabouts_is_lost(away_where(shell));
}

int away_refuse(struct error *err)
{
	return error_set(err, ERROR_SYSTEM, "%s", _("nothing can be changed until the file is back in order"));
}

void away_name(const char *path, struct strbuf *name)
{
	const char *slash = strrchr(path, '/');

	path = slash ? slash + 1 : path;
	clean_for_display(name, path, strlen(path));
}

bool away_may_write(const struct shell *shell)
{
	return !session_is_invited(shell->session);
}

static void away_advise(const struct shell *shell, struct strbuf *out)
{
	struct strbuf key = STRBUF_INIT;

	shell_key_of(shell, shell_lowest(shell), "write", &key);
	if (!away_may_write(shell))
		strbuf_addstr(out,
			away_is_lost(shell)
				? _("Whoever opened the board can save it to a new file; until then nothing can be "
				    "changed.")
				: _("Nothing is lost. Nothing can be changed until the file is back in its place."));
	else if (away_is_lost(shell))
		strbuf_addf(
			out, _("%s saves what you see to a new file; until then nothing can be changed."), key.text);
	else
		strbuf_addf(out, _("Nothing is lost. %s goes on there; until then nothing can be changed."), key.text);
	strbuf_release(&key);
}

/* Draws TEXT, wrapped, in rows that end at BOTTOM; returns the row above them. */
static int away_draw_text(struct cellbuf *buf, int bottom, const char *text, enum style style)
{
	struct wrap_line lines[AWAY_ROWS_MOST];
	size_t count = wrap_text(text, strlen(text), buf->columns - 2, lines, AWAY_ROWS_MOST, NULL);
	int y = bottom - (int)count;

	for (size_t i = 0; i < count; i++) {
		cellbuf_fill(buf, 0, y + 1 + (int)i, buf->columns, 1, style);
		cellbuf_text(buf, 1, y + 1 + (int)i, buf->columns - 2, text + lines[i].start, lines[i].len, style);
	}
	return y;
}

void away_show(struct cellbuf *buf, int bottom, const char *path, const struct whereabouts *where)
{
	struct strbuf text = STRBUF_INIT;

	away_name(path, &text);
	strbuf_addstr(&text, ": ");
	whereabouts_say(where, &text);
	away_draw_text(buf, bottom, text.text, STYLE_ERROR);
	strbuf_release(&text);
}

void away_draw(const struct shell *shell, struct cellbuf *buf)
{
	struct strbuf text = STRBUF_INIT;
	int y;

	if (!away_is(shell))
		return;
	away_advise(shell, &text);
	y = away_draw_text(buf, buf->rows - 2, text.text, STYLE_STATUS);
	away_show(buf, y, session_path(shell->session), away_where(shell));
	strbuf_release(&text);
}
