#include "shell/keyline.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "shell/away.h"
#include "shell/everywhere.h"
#include "shell/help.h"
#include "text/width.h"

/* With fewer columns the keys need the room. */
#define KEYLINE_SAVED_COLUMNS 80

/* Where the next hint goes, and where the room ends. */
struct keyline {
	struct cellbuf *buf;
	int x, right;
};

/* Adds a key and what it does, if it fits; if not, nothing after it does either. The first one is cut instead. */
static void keyline_add(struct keyline *line, const char *key, const char *text)
{
	int gap = *text ? 1 : 0, y = line->buf->rows - 1;
	int cells = width_of(key, strlen(key)) + gap + width_of(text, strlen(text));

	if (line->x > 1 && line->x + cells > line->right) {
		line->x = line->right;
		return;
	}
	line->x = cellbuf_cut(line->buf, line->x, y, line->right - line->x, key, STYLE_KEY);
	line->x = cellbuf_cut(line->buf, line->x + gap, y, line->right - line->x - gap, text, STYLE_STATUS) + 2;
}

/* The first mode, from the top down as far as keys pass, that has a row with COMMAND. */
static const struct mode *keyline_mode(const struct shell *shell, const char *command)
{
	for (size_t i = shell->modes.count; i-- > 0;) {
		const struct mode *mode = vec_get(&shell->modes, const struct mode *, i);

		if (keymap_row(mode, command))
			return mode;
		if (!mode->passes)
			break;
	}
	return NULL;
}

static void keyline_row(const struct shell *shell, struct keyline *line, const struct mode *mode,
	const struct binding *row, const char *text)
{
	struct strbuf keys = STRBUF_INIT;

	if (shell_offers(shell, row) && strcmp(row->command, "help"))
		keymap_list_all(&shell->keymap, mode, row, true, &keys);
	if (keys.len && !text)
		text = row->hint ? _(row->hint) : row->note ? _(row->note) : row->command;
	if (keys.len)
		keyline_add(line, keys.text, text);
	strbuf_release(&keys);
}

static void keyline_offer(const struct shell *shell, struct keyline *line, const struct offer *offer)
{
	const struct mode *mode = offer->keys ? NULL : keyline_mode(shell, offer->command);

	if (offer->keys)
		keyline_add(line, offer->keys, offer->hint);
	else if (mode)
		keyline_row(shell, line, mode, keymap_row(mode, offer->command), offer->hint);
}

static void keyline_hints(const struct shell *shell, struct keyline *line)
{
	const struct mode *mode = shell_top(shell);
	struct vec offers = VEC_INIT(struct offer);

	if (mode->offers) {
		mode->offers(shell, &offers);
		for (size_t i = 0; i < offers.count; i++)
			keyline_offer(shell, line, vec_at(&offers, i));
		vec_release(&offers);
		return;
	}
	for (const struct binding *row = mode->rows; row && row->keys; row++)
		if (row->hint)
			keyline_row(shell, line, mode, row, NULL);
}

/* Draws the sequences that the keys pressed so far may become. */
static void keyline_pending(const struct shell *shell, struct keyline *line)
{
	struct vec rows = VEC_INIT(struct keymap_row);

	for (size_t i = shell->modes.count; i-- > 0;) {
		const struct mode *mode = vec_get(&shell->modes, const struct mode *, i);

		keymap_longer(&shell->keymap, mode, &shell->keys, &rows);
		if (!mode->passes)
			break;
	}
	for (size_t i = 0; i < rows.count; i++) {
		const struct keymap_row *row = vec_at(&rows, i);
		struct strbuf keys = STRBUF_INIT;

		for (size_t k = 0; k < row->keys.count; k++)
			key_format(row->keys.keys[k], &keys);
		if (shell_may(shell, row->command))
			keyline_add(line, keys.text, row->command);
		strbuf_release(&keys);
	}
	vec_release(&rows);
}

/* Draws the key of the help at the right end, where it always shows except while text is typed; only the key if there
 * is no room for CELLS besides. Returns where it begins. */
static int keyline_help(const struct shell *shell, struct cellbuf *buf, int cells)
{
	const struct mode *top = shell_top(shell);
	const char *hint = _("help");
	struct strbuf key = STRBUF_INIT;
	int x = buf->columns - 2;

	if (top->line || top == &help_mode)
		return buf->columns;
	everywhere_key(shell, "help", &key);
	x -= width_of(hint, strlen(hint)) + width_of(key.text, key.len);
	if (cells + 3 > x) {
		hint = "";
		x = buf->columns - 1 - width_of(key.text, key.len);
	}
	keyline_add(&(struct keyline){buf, x, buf->columns}, key.text, hint);
	strbuf_release(&key);
	return x;
}

/* Draws how many stickies are saved, ending before RIGHT; returns where it begins. */
static int keyline_saved(const struct shell *shell, struct cellbuf *buf, int right)
{
	size_t count = board_count(shell_board(shell), ENTITY_STICKY);
	char text[120];
	int cells;

	if (away_is(shell))
		snprintf(text, sizeof(text), ngettext("%zu sticky", "%zu stickies", count), count);
	else
		snprintf(text, sizeof(text), ngettext("saved · %zu sticky", "saved · %zu stickies", count), count);
	cells = width_of(text, strlen(text));
	if (buf->columns < KEYLINE_SAVED_COLUMNS)
		return right;
	cellbuf_cut(buf, right - cells - 1, buf->rows - 1, cells, text, STYLE_STATUS);
	return right - cells - 1;
}

void keyline_draw(const struct shell *shell, struct cellbuf *buf)
{
	const struct strbuf *message = &shell->message.text;
	struct keyline line = {buf, 1, 0};

	cellbuf_fill(buf, 0, buf->rows - 1, buf->columns, 1, STYLE_STATUS);
	line.right = keyline_help(shell, buf, width_of(message->text, message->len));
	if (message->len) {
		said_draw(&shell->message, buf, buf->rows, line.right - 2 - line.x);
		return;
	}
	if (shell->session)
		line.right = keyline_saved(shell, buf, line.right);
	line.right -= 2;
	if (shell->keys.count)
		keyline_pending(shell, &line);
	else
		keyline_hints(shell, &line);
}
