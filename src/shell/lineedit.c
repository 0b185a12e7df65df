#include "shell/lineedit.h"

#include <string.h>

#include "base/mem.h"
#include "text/utf8.h"
#include "text/width.h"

/* Longer than any text of a board, and short enough to keep typing fast. */
#define LINEEDIT_BYTES_MOST 8000

void lineedit_init(struct lineedit *edit)
{
	strbuf_init(&edit->text);
	edit->caret = 0;
}

void lineedit_release(struct lineedit *edit)
{
	strbuf_release(&edit->text);
}

void lineedit_set(struct lineedit *edit, const char *text)
{
	strbuf_reset(&edit->text);
	strbuf_addstr(&edit->text, text);
	edit->caret = edit->text.len;
}

bool lineedit_insert(struct lineedit *edit, const char *text, size_t len)
{
	size_t room = LINEEDIT_BYTES_MOST > edit->text.len ? LINEEDIT_BYTES_MOST - edit->text.len : 0;
	struct strbuf line = STRBUF_INIT;
	bool fits = true;

	for (size_t at = 0; at < len && fits;) {
		int32_t code;
		size_t used = utf8_decode(text + at, len - at, &code);
		bool typed = used && (code == '\n' || code == '\t' || (code >= ' ' && code != 0x7f));

		fits = !typed || line.len + used <= room;
		if (typed && fits)
			strbuf_add(&line, code == '\t' ? " " : text + at, used);
		at += used ? used : 1;
	}
	strbuf_insert(&edit->text, edit->caret, line.text, line.len);
	edit->caret += line.len;
	strbuf_release(&line);
	return fits;
}

static size_t lineedit_after(const struct lineedit *edit)
{
	return edit->caret + utf8_cluster(edit->text.text + edit->caret, edit->text.len - edit->caret);
}

/* The start of the word before the caret. */
static size_t lineedit_word(const struct lineedit *edit)
{
	size_t at = edit->caret;

	while (at && edit->text.text[at - 1] == ' ')
		at--;
	while (at && edit->text.text[at - 1] != ' ' && edit->text.text[at - 1] != '\n')
		at--;
	return at;
}

static void lineedit_remove(struct lineedit *edit, size_t from, size_t to)
{
	strbuf_remove(&edit->text, from, to - from);
	edit->caret = from;
}

static void lineedit_left(struct lineedit *edit)
{
	edit->caret = utf8_cluster_before(edit->text.text, edit->caret);
}

static void lineedit_right(struct lineedit *edit)
{
	edit->caret = lineedit_after(edit);
}

static void lineedit_home(struct lineedit *edit)
{
	edit->caret = 0;
}

static void lineedit_end(struct lineedit *edit)
{
	edit->caret = edit->text.len;
}

static void lineedit_backspace(struct lineedit *edit)
{
	lineedit_remove(edit, utf8_cluster_before(edit->text.text, edit->caret), edit->caret);
}

static void lineedit_delete(struct lineedit *edit)
{
	lineedit_remove(edit, edit->caret, lineedit_after(edit));
}

static void lineedit_delete_word(struct lineedit *edit)
{
	lineedit_remove(edit, lineedit_word(edit), edit->caret);
}

static void lineedit_delete_before(struct lineedit *edit)
{
	lineedit_remove(edit, 0, edit->caret);
}

static void lineedit_delete_behind(struct lineedit *edit)
{
	lineedit_remove(edit, edit->caret, edit->text.len);
}

static const struct {
	struct key key;
	void (*run)(struct lineedit *edit);
} lineedit_keys[] = {
	{{.code = KEY_CODE_LEFT}, lineedit_left},
	{{.code = KEY_CODE_RIGHT}, lineedit_right},
	{{.code = KEY_CODE_HOME}, lineedit_home},
	{{.code = KEY_CODE_END}, lineedit_end},
	{{.code = 'a', .ctrl = true}, lineedit_home},
	{{.code = 'e', .ctrl = true}, lineedit_end},
	{{.code = KEY_CODE_BACKSPACE}, lineedit_backspace},
	{{.code = KEY_CODE_DELETE}, lineedit_delete},
	{{.code = 'd', .ctrl = true}, lineedit_delete},
	{{.code = 'w', .ctrl = true}, lineedit_delete_word},
	{{.code = 'u', .ctrl = true}, lineedit_delete_before},
	{{.code = 'k', .ctrl = true}, lineedit_delete_behind},
};

bool lineedit_key(struct lineedit *edit, struct key key)
{
	struct strbuf text = STRBUF_INIT;
	bool typed = key_text(key, &text);

	if (typed)
		lineedit_insert(edit, text.text, text.len);
	strbuf_release(&text);
	for (size_t i = 0; !typed && i < ARRAY_SIZE(lineedit_keys); i++)
		if (key_equal(lineedit_keys[i].key, key)) {
			lineedit_keys[i].run(edit);
			return true;
		}
	return typed;
}

int lineedit_draw(const struct lineedit *edit, struct cellbuf *buf, int x, int y, int width)
{
	const char *text = edit->text.text;
	size_t start = 0;

	while (width_of(text + start, edit->caret - start) > width - 1)
		start += utf8_cluster(text + start, edit->caret - start);
	cellbuf_text(buf, x, y, width, text + start, strlen(text + start), STYLE_KEY);
	return x + width_of(text + start, edit->caret - start);
}
