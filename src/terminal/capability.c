#include "terminal/capability.h"

#include <curses.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

const char *capability_bytes(const char *name)
{
	const char *bytes = tigetstr(name);

	return bytes && bytes != (const char *)-1 ? bytes : "";
}

bool capability_look(const char *name, int *colours)
{
	int status, number;
	bool moves;

	if (setupterm(name, STDOUT_FILENO, &status) != OK)
		return false;
	number = tigetnum("colors");
	*colours = number > 0 ? number : 0;
	moves = capability_bytes("cup")[0];
	del_curterm(cur_term);
	return moves;
}

const char *capability_look_up(const char *name, const char *capability)
{
	static char bytes[64];
	int status;

	if (setupterm(name, STDOUT_FILENO, &status) != OK)
		return NULL;
	snprintf(bytes, sizeof(bytes), "%s", capability_bytes(capability));
	del_curterm(cur_term);
	return bytes;
}

static bool capability_is(const char *name, const char *bytes)
{
	return !strcmp(capability_bytes(name), bytes);
}

/* Does the kernel send a line feed as it is? */
static bool capability_feeds(void)
{
	struct termios modes;

	return !tcgetattr(STDOUT_FILENO, &modes) && !(modes.c_oflag & OPOST && modes.c_oflag & ONLCR);
}

struct capability_set capability_set(void)
{
	return (struct capability_set){.address = capability_is("cup", "\033[%i%p1%d;%p2%dH"),
		.column = capability_is("hpa", "\033[%i%p1%dG"),
		.row = capability_is("vpa", "\033[%i%p1%dd"),
		.right = capability_is("cuf", "\033[%p1%dC"),
		.up = capability_is("cuu1", "\033[A"),
		.down = capability_is("cud1", "\n") && capability_feeds(),
		.erase_cells = capability_is("ech", "\033[%p1%dX"),
		.erase_to = capability_is("el1", "\033[1K"),
		.hide = capability_bytes("civis")[0]};
}
