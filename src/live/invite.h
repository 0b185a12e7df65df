/*
 * invite: who may come in over SSH, as whom, in which role, to which boards.
 *
 * The list is an authorized_keys file, with a line for each key:
 *
 *	restrict,pty,command="'EVSTORM' attend -- 'LIST' 'NAME' 'ROLE' 'BOARD' ..." TYPE BASE64
 *
 * So sshd itself enforces what each key may do. LIST is this file: a connection may outlive an invitation and ask for
 * another session, so evstorm attend reads the list again. A key belongs to one person, who may have several. Boards
 * are absolute paths without symbolic links.
 *
 * A guests' key belongs to nobody: people who have it give their names at the door (guestlist.h), until it expires. Its
 * line runs
 *
 *	'EVSTORM' welcome -- 'LIST' 'UNTIL' 'ROLE' 'BOARD' ...
 */
#ifndef LIVE_INVITE_H
#define LIVE_INVITE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "model/item.h"

/* The longest name, in bytes. */
#define INVITE_NAME_BYTES 200

/* One board that a key opens. */
struct invite_grant {
	char *board; /* path, owned */
	enum role role;
};

/* One key. */
struct invite {
	char *key;         /* "TYPE BASE64", owned */
	char *name;        /* of the person, clean, owned; "" for the guests */
	int64_t until;     /* when a guests' key expires, in seconds since 1970; otherwise 0 */
	struct vec grants; /* of struct invite_grant, at least one */
};

struct invites {
	struct vec list; /* of struct invite */
};

void invites_init(struct invites *invites);
void invites_release(struct invites *invites);

/* Reads the list FILE; a missing file is an empty list. Fails if a line is not of the form above. */
int invites_load(struct invites *invites, const char *file, struct error *err);

/* Writes FILE, completely or not at all; PROGRAM is the program that its lines run. */
int invites_save(const struct invites *invites, const char *file, const char *program, struct error *err);

/* Invites NAME with KEY to BOARD. Sets *CHANGED to whether they were already invited in another role. */
int invites_add(struct invites *invites, const char *key, const char *name, const char *board, enum role role,
	bool *changed, struct error *err);

/* Revokes BOARD for all keys of NAME; returns how many. */
size_t invites_remove(struct invites *invites, const char *name, const char *board);

/* Lets guests with KEY open BOARD until UNTIL; ROLE is at most participant. */
void invites_add_guests(struct invites *invites, const char *key, const char *board, enum role role, int64_t until);

/* The guests' key that opens BOARD, or NULL. */
const struct invite *invites_guests(const struct invites *invites, const char *board);

/* Removes the guests' keys that open one of BOARDS (of char *) or have expired at NOW, in seconds; returns how many. */
size_t invites_remove_guests(struct invites *invites, const struct vec *boards, int64_t now);

/* What INVITE grants on BOARD, or NULL. */
const struct invite_grant *invite_grants(const struct invite *invite, const char *board);

/* Cleans the NAME of a person to invite. */
int invite_name(const char *name, struct strbuf *clean, struct error *err);

/* May NAME, with a key of their own, attend BOARD in ROLE? */
bool invites_allow(const struct invites *invites, const char *name, const char *board, enum role role);

/* Appends the line of INVITE in the list FILE, without its line end; reads such a line. */
void invite_write(const struct invite *invite, const char *program, const char *file, struct strbuf *out);
int invite_parse(const char *line, struct invite *invite, struct error *err);

/* Reads the shell-quoted word at *TEXT and advances past it; false if there is none. */
bool invite_word(const char **text, struct strbuf *word);

#endif
