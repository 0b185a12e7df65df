#include "canvas/pasted.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/clean.h"
#include "text/utf8.h"

/* A cell as read, before its meaning is known. */
struct pasted_piece {
	int column, row;
	char *text;
};

/* Longer than any name of a kind. */
#define PASTED_NAME_BYTES 64

void pasted_init(struct pasted *pasted)
{
	*pasted = (struct pasted){.cells = VEC_INIT(struct pasted_cell)};
}

void pasted_release(struct pasted *pasted)
{
	for (size_t i = 0; i < pasted->cells.count; i++) {
		struct pasted_cell *cell = vec_at(&pasted->cells, i);

		free(cell->text);
	}
	vec_release(&pasted->cells);
}

/* The length of the quoted cell at TEXT, with its quotes, as spreadsheets write cells that contain tabs, line breaks
 * or quotes; 0 if it is not one. */
static size_t pasted_quoted(const char *text, size_t len)
{
	bool needs = false;

	if (!len || text[0] != '"')
		return 0;
	for (size_t at = 1; at < len; at++) {
		bool doubled = text[at] == '"' && at + 1 < len && text[at + 1] == '"';

		needs |= doubled || text[at] == '\t' || text[at] == '\n';
		if (text[at] == '"' && !doubled)
			return needs && (at + 1 == len || strchr("\t\n", text[at + 1])) ? at + 1 : 0;
		at += doubled;
	}
	return 0;
}

/* Removes the quotes. */
static void pasted_unquote(struct strbuf *out, const char *text, size_t len)
{
	for (size_t at = 1; at + 1 < len; at++) {
		strbuf_addch(out, text[at]);
		at += text[at] == '"';
	}
}

/* Reads one cell at TEXT into OUT, trimmed; returns where it ends, at a tab, a line feed or the end. */
static size_t pasted_take(const char *text, size_t len, struct strbuf *out)
{
	size_t quoted = pasted_quoted(text, len), end = quoted, start = 0;

	strbuf_reset(out);
	if (quoted) {
		pasted_unquote(out, text, quoted);
	} else {
		while (end < len && text[end] != '\t' && text[end] != '\n')
			end++;
		strbuf_add(out, text, end);
	}
	while (out->len && strchr(" \t\n", out->text[out->len - 1]))
		strbuf_truncate(out, out->len - 1);
	while (out->text[start] && strchr(" \t\n", out->text[start]))
		start++;
	strbuf_remove(out, 0, start);
	return end;
}

/* Splits TEXT into PIECES (of struct pasted_piece): those that hold something. Returns whether TEXT has tabs. */
static bool pasted_split(const char *text, size_t len, struct vec *pieces)
{
	struct pasted_piece piece = {0};
	struct strbuf cell = STRBUF_INIT;
	bool tabs = false;

	for (size_t at = 0; at < len; at++) {
		at += pasted_take(text + at, len - at, &cell);
		if (cell.len) {
			piece.text = mem_strdup(cell.text);
			vec_add(pieces, struct pasted_piece) = piece;
		}
		if (pieces->count > 2 * PASTED_MOST + 2)
			break;
		tabs |= at < len && text[at] == '\t';
		if (at < len && text[at] == '\t') {
			piece.column++;
		} else {
			piece.column = 0;
			piece.row++;
		}
	}
	strbuf_release(&cell);
	return tabs;
}

/* Is the piece only the name of a kind? A letter does not count: cells of one letter are common. */
static bool pasted_names(const struct pasted_piece *piece, enum kind *kind)
{
	return piece->text[0] && piece->text[1] && strlen(piece->text) < PASTED_NAME_BYTES &&
	       kind_parse(piece->text, kind);
}

/* The length of the prefix that names the kind, as in "C: Place order", with colon and spaces; 0 if there is none. A
 * letter needs a space after the colon: "C:/orders" is a path. */
static size_t pasted_kind(const char *text, enum kind *kind)
{
	static const char wide[] = "：";
	const char *full = strstr(text, wide);
	size_t len = strcspn(text, ":\n"), mark = text[len] == ':';
	char name[PASTED_NAME_BYTES];

	if (full && (size_t)(full - text) < len) {
		len = (size_t)(full - text);
		mark = sizeof(wide) - 1;
	}
	if (!mark || !len || len >= sizeof(name) || (len == 1 && text[len + mark] != ' '))
		return 0;
	memcpy(name, text, len);
	name[len] = '\0';
	for (size_t end = len; end && name[end - 1] == ' '; end--)
		name[end - 1] = '\0';
	if (!kind_parse(name, kind))
		return 0;
	return len + mark + strspn(text + len + mark, " ");
}

/* As much of TEXT as a sticky holds, owned by the caller. */
static char *pasted_fit(struct pasted *pasted, const char *text)
{
	size_t at = 0, count = 0;
	int32_t code;

	while (text[at] && count < CLEAN_MOST_CHARACTERS) {
		size_t used = utf8_decode(text + at, strlen(text + at) < 4 ? strlen(text + at) : 4, &code);

		at += used ? used : 1;
		count++;
	}
	pasted->cut_texts += text[at] != '\0';
	return mem_strndup(text, at);
}

static void pasted_add(struct pasted *pasted, struct place offset, enum kind kind, const char *text)
{
	enum kind own = kind;
	size_t named = pasted_kind(text, &own);

	if (named && text[named]) /* "Command:" alone is text */
		kind = own;
	else
		named = 0;
	if (pasted->cells.count == PASTED_MOST) {
		pasted->cut = true;
		return;
	}
	vec_add(&pasted->cells, struct pasted_cell) =
		(struct pasted_cell){offset, kind, pasted_fit(pasted, text + named)};
}

static void pasted_read_lines(struct pasted *pasted, const struct vec *pieces, enum kind kind)
{
	for (size_t i = 0; i < pieces->count; i++)
		pasted_add(pasted, (struct place){(int)i, 0}, kind, vec_get(pieces, struct pasted_piece, i).text);
}

/* Counts the pieces from FROM on in the same row, and in *NAMES those that are names of kinds. */
static size_t pasted_row(const struct vec *pieces, size_t from, size_t *names)
{
	int row = vec_get(pieces, struct pasted_piece, from).row;
	size_t at = from;
	enum kind kind;

	*names = 0;
	for (; at < pieces->count && vec_get(pieces, struct pasted_piece, at).row == row; at++)
		*names += pasted_names(vec_at(pieces, at), &kind);
	return at - from;
}

/* The kind that the headings HEADS (COUNT pieces) give COLUMN. */
static enum kind pasted_heading(const struct vec *pieces, size_t count, int column, enum kind kind)
{
	for (size_t i = 0; i < count; i++) {
		const struct pasted_piece *head = vec_at(pieces, i);

		if (head->column == column)
			pasted_names(head, &kind);
	}
	return kind;
}

/* Reads the row of COUNT pieces from FROM on. NAMES of them only name kinds and take no column; the first HEADS of all
 * pieces are headings. */
static void pasted_read_row(struct pasted *pasted, const struct vec *pieces, size_t from, size_t count, size_t names,
	size_t heads, enum kind kind)
{
	const struct pasted_piece *first = vec_at(pieces, 0);
	int top = heads ? first->row + 1 : first->row, left = 0;
	bool tells = names && names < count;

	for (size_t i = from; tells && i < from + count; i++)
		if (pasted_names(vec_at(pieces, i), &kind))
			break;
	for (size_t i = from; i < from + count; i++) {
		const struct pasted_piece *piece = vec_at(pieces, i);
		struct place offset = {piece->column - left, piece->row - top};

		if (tells && pasted_names(piece, &kind))
			left++;
		else
			pasted_add(pasted, offset, heads ? pasted_heading(pieces, heads, piece->column, kind) : kind,
				piece->text);
	}
}

static void pasted_read_table(struct pasted *pasted, const struct vec *pieces, enum kind kind)
{
	size_t names, count = pasted_row(pieces, 0, &names);
	size_t heads = count > 1 && names == count && count < pieces->count ? count : 0;

	for (size_t at = heads; at < pieces->count; at += count) {
		count = pasted_row(pieces, at, &names);
		pasted_read_row(pasted, pieces, at, count, heads ? 0 : names, heads, kind);
	}
}

void pasted_read(struct pasted *pasted, const char *text, size_t len, enum kind kind)
{
	struct vec pieces = VEC_INIT(struct pasted_piece);

	pasted->is_table = pasted_split(text, len, &pieces);
	if (pieces.count && pasted->is_table)
		pasted_read_table(pasted, &pieces, kind);
	else if (pieces.count)
		pasted_read_lines(pasted, &pieces, kind);
	for (size_t i = 0; i < pieces.count; i++)
		free(vec_get(&pieces, struct pasted_piece, i).text);
	vec_release(&pieces);
}

void pasted_turn(struct pasted *pasted)
{
	for (size_t i = 0; i < pasted->cells.count; i++) {
		struct pasted_cell *cell = vec_at(&pasted->cells, i);

		cell->offset = (struct place){cell->offset.row, cell->offset.column};
	}
}
