#include "lib/folder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder_name[] = "/tmp/evstorm-XXXXXX";
static char folder_inner[sizeof(folder_name) + sizeof("/b.evs")];

int folder_make(void **state)
{
	(void)state;
	if (!mkdtemp(folder_name))
		return -1;
	snprintf(folder_inner, sizeof(folder_inner), "%s/b.evs", folder_name);
	return 0;
}

int folder_remove(void **state)
{
	(void)state;
	return rmdir(folder_name);
}

const char *folder_path(void)
{
	return folder_name;
}

const char *folder_file(void)
{
	return folder_inner;
}
