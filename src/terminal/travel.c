#include "terminal/travel.h"

#include <stddef.h>

/* As many single steps as any sequence has bytes. */
#define TRAVEL_STEPS 4

/* ESC [ NUMBER SIGN, or the control character SIGN, NUMBER times. */
struct travel_way {
	int bytes; /* 0: there is none */
	int number;
	char sign;
};

int travel_digits(int number)
{
	return number < 10 ? 1 : number < 100 ? 2 : number < 1000 ? 3 : 4;
}

/* Takes a way of BYTES if it is the shortest so far. */
static void travel_offer(struct travel_way *best, int bytes, char sign, int number)
{
	if (!best->bytes || bytes < best->bytes)
		*best = (struct travel_way){bytes, number, sign};
}

/* The bytes of ESC [ NUMBER and a letter; 1 may be left out. */
static int travel_bytes(int number)
{
	return number == 1 ? 3 : 3 + travel_digits(number);
}

/* The way from a column to another one. */
static struct travel_way travel_along(const struct capability_set *can, int from, int to)
{
	struct travel_way best = {0};

	if (to == 1)
		travel_offer(&best, 1, '\r', 1);
	if (to < from && from - to <= TRAVEL_STEPS)
		travel_offer(&best, from - to, '\b', from - to);
	if (can->right && to > from)
		travel_offer(&best, travel_bytes(to - from), 'C', to - from);
	if (can->column)
		travel_offer(&best, travel_bytes(to), 'G', to);
	return best;
}

/* The way from a row to another one. */
static struct travel_way travel_down(const struct capability_set *can, int from, int to)
{
	struct travel_way best = {0};

	if (can->down && to > from && to - from <= TRAVEL_STEPS)
		travel_offer(&best, to - from, '\n', to - from);
	if (can->up && to == from - 1)
		travel_offer(&best, travel_bytes(1), 'A', 1);
	if (can->row)
		travel_offer(&best, travel_bytes(to), 'd', to);
	return best;
}

static void travel_add(const struct travel_way *way, struct strbuf *out)
{
	if (way->sign >= ' ' && way->number == 1)
		strbuf_addf(out, "\033[%c", way->sign);
	else if (way->sign >= ' ')
		strbuf_addf(out, "\033[%d%c", way->number, way->sign);
	else
		for (int i = 0; i < way->number; i++)
			strbuf_addch(out, way->sign);
}

/* Goes to TO from anywhere. */
static void travel_address(struct spot to, struct strbuf *out)
{
	if (to.column > 1)
		strbuf_addf(out, "\033[%d;%dH", to.row, to.column);
	else
		travel_add(&(struct travel_way){.number = to.row, .sign = 'H'}, out);
}

void travel(const struct capability_set *can, struct spot *from, struct spot to, struct strbuf *out)
{
	bool moves = from->column != to.column, falls = from->row != to.row;
	int address = to.column > 1 ? 4 + travel_digits(to.row) + travel_digits(to.column) : travel_bytes(to.row);
	struct travel_way along = travel_along(can, from->column, to.column);
	struct travel_way down = travel_down(can, from->row, to.row);

	if (!from->row || (moves && !along.bytes) || (falls && !down.bytes) ||
		(moves ? along.bytes : 0) + (falls ? down.bytes : 0) >= address) {
		travel_address(to, out);
	} else {
		if (falls)
			travel_add(&down, out);
		if (moves)
			travel_add(&along, out);
	}
	*from = to;
}
