#include "draw/palette.h"

#include "base/mem.h"

/* Terminals agree on two parts of their palette: a cube of six steps a side, and greys. */
#define PALETTE_CUBE 16
#define PALETTE_GREYS 232
#define PALETTE_COUNT 256

/* The first sixteen vary; these are xterm's. */
static const unsigned palette_first[PALETTE_CUBE] = {0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd,
	0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff};

static const unsigned palette_steps[] = {0x00, 0x5f, 0x87, 0xaf, 0xd7, 0xff};

unsigned palette_rgb(int index)
{
	int cube = index - PALETTE_CUBE;
	unsigned grey;

	if (index < 0 || index >= PALETTE_COUNT)
		BUG("there is no colour %d", index);
	if (index < PALETTE_CUBE)
		return palette_first[index];
	if (index < PALETTE_GREYS)
		return palette_steps[cube / 36] << 16 | palette_steps[cube / 6 % 6] << 8 | palette_steps[cube % 6];
	grey = 8 + 10 * (unsigned)(index - PALETTE_GREYS);
	return grey << 16 | grey << 8 | grey;
}
