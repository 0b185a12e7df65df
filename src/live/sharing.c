#include "live/sharing.h"

#include <libgen.h>
#include <stdlib.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "base/mem.h"

/* May everybody write to the folder of PATH? */
static bool sharing_is_public(const char *path)
{
	char *copy = mem_strdup(path);
	struct stat folder;
	bool public = stat(dirname(copy), &folder) || folder.st_mode & S_IWOTH;

	free(copy);
	return public;
}

void sharing_look(const char *path, struct sharing *sharing)
{
	struct stat file;
	bool listed;

	*sharing = (struct sharing){.known = false};
	if (stat(path, &file))
		return;
	listed = getxattr(path, "system.posix_acl_access", NULL, 0) > 0;
	*sharing = (struct sharing){.known = true, .owner = file.st_uid, .group = file.st_gid};
	sharing->by_group = file.st_mode & S_IWGRP && !listed && !sharing_is_public(path);
	sharing->leaves = file.st_mode & S_IWOTH || (file.st_mode & S_IWGRP && !sharing->by_group);
}

mode_t sharing_folder_mode(const struct sharing *sharing)
{
	return sharing->by_group ? 0770 : 0700;
}

bool sharing_trusts_folder(const struct sharing *sharing, const struct stat *folder)
{
	bool grouped = sharing->by_group && folder->st_gid == sharing->group;

	if (folder->st_mode & S_IRWXO || (folder->st_mode & S_IRWXG && !grouped))
		return false;
	return folder->st_uid == geteuid() || !folder->st_uid ||
	       (sharing->known && (folder->st_uid == sharing->owner || grouped));
}

bool sharing_trusts_user(const struct sharing *sharing, uid_t user)
{
	return user == geteuid() || user == getuid() || !user ||
	       (sharing->known && (user == sharing->owner || sharing->by_group));
}
