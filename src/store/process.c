#include "store/process.h"

#include <stdio.h>
#include <string.h>

#include "text/clean.h"

#define PROCESS_NAME_BYTES 64

void process_name(long pid, struct strbuf *out)
{
	char path[64], name[PROCESS_NAME_BYTES] = "";
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%ld/comm", pid);
	file = fopen(path, "re");
	if (!file)
		return;
	if (fgets(name, sizeof(name), file))
		clean_for_display(out, name, strcspn(name, "\n"));
	fclose(file);
}
