#include "terminal/capability.h"

#include <curses.h>
#include <stddef.h>
#include <stdio.h>
#include <term.h>
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
