#include "draw/stepbar.h"

#include <stdio.h>
#include <string.h>

#include "model/step.h"
#include "text/width.h"

int stepbar_draw(const struct board *board, struct cellbuf *buf, int x)
{
	int now = board_step(board);

	for (int step = STEP_FIRST; step <= STEP_LAST; step++) {
		char text[80];

		if (step == now)
			snprintf(text, sizeof(text), " %d %.50s ", step, step_short(step));
		else
			snprintf(text, sizeof(text), " %d ", step);
		x = cellbuf_cut(buf, x, 0, buf->columns - x, text,
			step == now  ? STYLE_BAR_NOW
			: step < now ? STYLE_BAR_PAST
				     : STYLE_BAR_AHEAD);
	}
	return x;
}

int stepbar_cells(const struct board *board)
{
	const char *name = step_short(board_step(board));

	return 3 * STEP_LAST + width_of(name, strlen(name)) + 1;
}
