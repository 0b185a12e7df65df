/*
 * sharing: which users of this machine share a board, according to its file. Its processes inform and trust only these.
 *
 * A board belongs to its owner. If its group may write it, it is shared with the group, unless everybody may write to
 * its folder, and so put anything there, or the file has an access list. Users who may only read the board see it
 * change, but not who is working on it.
 */
#ifndef LIVE_SHARING_H
#define LIVE_SHARING_H

#include <stdbool.h>
#include <sys/stat.h>
#include <sys/types.h>

struct sharing {
	bool known; /* the file exists; otherwise the rest is meaningless */
	uid_t owner;
	gid_t group;
	bool by_group; /* shared with the group */
	bool leaves;   /* other users may write it, but it is not shared with them */
};

/* Looks at the board file PATH. */
void sharing_look(const char *path, struct sharing *sharing);

/* The permissions for a folder next to the board that only those who share the board may enter. */
mode_t sharing_folder_mode(const struct sharing *sharing);

/* May everybody who can enter FOLDER write the board? Its owner must be this user, the owner of the board or root, or
 * its group that of the board; and no others may enter. */
bool sharing_trusts_folder(const struct sharing *sharing, const struct stat *folder);

/* May USER, who can enter such a folder, write the board? */
bool sharing_trusts_user(const struct sharing *sharing, uid_t user);

#endif
