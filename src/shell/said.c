#include "shell/said.h"

#include "text/wrap.h"

void said_draw(const struct said *said, struct cellbuf *buf, int bottom, int room)
{
	enum style style = said->failed ? STYLE_ERROR : STYLE_GOOD;
	const char *text = said->text.text;
	struct wrap_line lines[SAID_LINES_MOST];
	bool rest;
	int count = (int)wrap_text(text, said->text.len, room, lines, SAID_LINES_MOST, &rest);
	int y = bottom - count;

	cellbuf_fill(buf, 0, y, buf->columns, count - 1, STYLE_STATUS);
	for (int i = 0; i < count; i++)
		if (rest && i + 1 == count)
			cellbuf_cut(buf, 1, y + i, room, text + lines[i].start, style);
		else
			cellbuf_text(buf, 1, y + i, room, text + lines[i].start, lines[i].len, style);
}

void said_draw_above(const struct said *said, struct cellbuf *buf, int y)
{
	if (!said->text.len)
		return;
	cellbuf_fill(buf, 0, y - 1, buf->columns, 1, STYLE_STATUS);
	said_draw(said, buf, y, buf->columns - 2);
}
