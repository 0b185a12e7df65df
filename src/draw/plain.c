#include "draw/plain.h"

#include <string.h>

#include "base/mem.h"

/* Signs that are drawn, and their ASCII substitutes. */
static const struct {
	const char *signs; /* one after the other */
	char plain;
} plain_rows[] = {
	{"─━┄", '-'},
	{"╌┈▁▂", '.'},
	{"▃▄▅", 'o'},
	{"▆▇█╔╗╚╝║□", '#'},
	{"│┃┊╎┆", '|'},
	{"╭╮╯╰┏┓┛┗┌┐└┘├┤┬┴┼┣┫┳┻╋", '+'},
	{"▶→▸»", '>'},
	{"◀←", '<'},
	{"▲", '^'},
	{"▼", 'v'},
	{"●•·", '*'},
	{"≡═", '='},
	{"✓↓", 'v'},
	{"↑", '^'},
	{"↔", '='},
	{"…", '~'},
	{"—–―", '-'},
	{"“”", '"'},
	{"‘’", '\''},
	{"×", 'x'},
	{"★☆○◎◆◇■", '*'},
};

static char plain_of(const char *sign)
{
	for (size_t i = 0; i < ARRAY_SIZE(plain_rows); i++)
		if (strstr(plain_rows[i].signs, sign))
			return plain_rows[i].plain;
	return '\0';
}

void plain_cells(struct cellbuf *buf)
{
	for (int i = 0; i < buf->columns * buf->rows; i++) {
		struct cell *cell = &buf->cells[i];
		char plain = cell->width == 1 && (unsigned char)cell->text[0] >= 0x80 ? plain_of(cell->text) : '\0';

		if (plain) {
			cell->text[0] = plain;
			cell->text[1] = '\0';
		}
	}
}
