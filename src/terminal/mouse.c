#include "terminal/mouse.h"

#include <stdio.h>

/* Bits of the first number of a report: the button, modifiers, motion and others. */
enum { MOUSE_BUTTON = 3, MOUSE_CTRL = 16, MOUSE_MOTION = 32, MOUSE_WHEEL = 64, MOUSE_FURTHER = 128 };

/* The older forms count from a space, to be printable. */
#define MOUSE_FROM 32

bool mouse_is_report(const struct sequence *sequence)
{
	char last = sequence->len ? sequence->body[sequence->len - 1] : '\0';
	bool digits = sequence->len > 1 && sequence->body[0] >= '0' && sequence->body[0] <= '9';

	return sequence->type == SEQUENCE_X10 ||
	       (sequence->type == SEQUENCE_CSI &&
		       (sequence->body[0] == '<' ? last == 'M' || last == 'm' : digits && last == 'M'));
}

/* Reads the three numbers of a report, as in SGR; false if they are invalid. */
static bool mouse_numbers(const struct sequence *sequence, int *bits, int *column, int *row)
{
	const unsigned char *bytes = (const unsigned char *)sequence->body;

	if (sequence->type == SEQUENCE_X10) {
		*bits = bytes[0] - MOUSE_FROM;
		*column = bytes[1] - MOUSE_FROM;
		*row = bytes[2] - MOUSE_FROM;
		return true;
	}
	if (sequence->body[0] == '<')
		return sscanf(sequence->body, "<%6d;%6d;%6d", bits, column, row) == 3;
	if (sscanf(sequence->body, "%6d;%6d;%6d", bits, column, row) != 3)
		return false;
	*bits -= MOUSE_FROM;
	return true;
}

bool mouse_read(const struct sequence *sequence, struct mouse *mouse)
{
	bool sgr = sequence->type == SEQUENCE_CSI && sequence->body[0] == '<', up;
	int bits, column, row;

	if (!mouse_numbers(sequence, &bits, &column, &row) || bits < 0 || bits & MOUSE_FURTHER || column < 1 || row < 1)
		return false;
	up = sgr ? sequence->body[sequence->len - 1] == 'm' : (bits & MOUSE_BUTTON) == MOUSE_BUTTON;
	mouse->x = column - 1;
	mouse->y = row - 1;
	mouse->left = !(bits & MOUSE_WHEEL) && ((bits & MOUSE_BUTTON) == 0 || (!sgr && up));
	mouse->ctrl = bits & MOUSE_CTRL;
	if (bits & MOUSE_WHEEL)
		mouse->action = (enum mouse_action)(MOUSE_WHEEL_UP + (bits & MOUSE_BUTTON));
	else if (up && !(bits & MOUSE_MOTION))
		mouse->action = MOUSE_RELEASE;
	else
		mouse->action = bits & MOUSE_MOTION ? MOUSE_DRAG : MOUSE_PRESS;
	return true;
}
