#include "store/hardlink.h"

#include <dirent.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/clean.h"

void hardlink_find(const char *path, const struct stat *found, struct strbuf *other)
{
	char *copy = mem_strdup(path), *own = mem_strdup(path);
	DIR *folder = opendir(dirname(copy));
	const struct dirent *entry;

	while (folder && !other->len && (entry = readdir(folder)))
		if (entry->d_ino == found->st_ino && strcmp(entry->d_name, basename(own)) != 0)
			clean_for_display(other, entry->d_name, strlen(entry->d_name));
	if (folder)
		closedir(folder);
	free(copy);
	free(own);
}
