/*
 * sharing: which users of this machine share a board, according to its file: whom its processes inform and trust.
 *
 * A board belongs to its owner. When its group may write it, it is shared with the group, unless the folder that it
 * lies in may be written by everybody, who then could put anything beside it, or an access list says more than owner
 * and group do. Who may only read it is told nothing: they see the board change, and not who is there.
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

/* The permissions of a folder next to the board that only those who share it may use. */
mode_t sharing_folder_mode(const struct sharing *sharing);

/* Can all who have something to do in that FOLDER write the board? Its owner must be this user, the board's owner or
 * root, or the folder that of the group; and no others may enter. */
bool sharing_trusts_folder(const struct sharing *sharing, const struct stat *folder);

/* May a process of USER that can enter that folder write the board? */
bool sharing_trusts_user(const struct sharing *sharing, uid_t user);

#endif
