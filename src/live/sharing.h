/*
 * sharing: which users of this machine share a board, as its file says; so whom its processes tell of each other, and
 * whom they believe.
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
	bool known; /* the file is there; what follows says nothing otherwise */
	uid_t owner;
	gid_t group;
	bool by_group; /* shared with the group */
	bool leaves;   /* there are other users who may write it, with whom it is not shared */
};

/* Looks at the board file PATH. */
void sharing_look(const char *path, struct sharing *sharing);

/* Which permissions a folder beside the board has in which only those who share it have anything to do. */
mode_t sharing_folder_mode(const struct sharing *sharing);

/* Can all who have something to do in that FOLDER write the board? Its owner must be this user, the board's owner or
 * root, or the folder that of the group; and no others may enter. */
bool sharing_trusts_folder(const struct sharing *sharing, const struct stat *folder);

/* May a process of USER, which has come into that folder, write the board? */
bool sharing_trusts_user(const struct sharing *sharing, uid_t user);

#endif
