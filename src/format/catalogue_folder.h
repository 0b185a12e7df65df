/*
 * catalogue_folder: what is in a folder before a catalogue is written into it: the files that an export of this board
 * has written (page.h), wherever people have moved them since, and the names that other files take.
 *
 * Old versions of things (versioned/), packages and built pages are not looked at, and links are not followed.
 */
#ifndef FORMAT_CATALOGUE_FOLDER_H
#define FORMAT_CATALOGUE_FOLDER_H

#include "base/error.h"
#include "base/names.h"
#include "format/identifiers.h"
#include "format/page.h"

struct catalogue_file {
	char *path; /* inside the folder */
	char *text;
	struct page page;
	char *id;    /* of the thing, or NULL */
	bool wanted; /* for the caller */
};

struct catalogue_folder {
	const char *root;
	const char *board;  /* what subjects of this board begin with */
	struct vec files;   /* of struct catalogue_file *, by path: all pages that are text */
	struct names known; /* subject of this board -> place in `files`, from 1 */
	struct names paths; /* of all pages, also of those that cannot be read -> 1 */
	struct vec taken;   /* of struct catalogue_name */
};

/* A name that cannot be given again. */
struct catalogue_name {
	char *collection; /* "events" */
	char *name;
};

/* Reads the folder ROOT, which need not exist, for BOARD; both must live as long as FOLDER. */
int catalogue_folder_read(struct catalogue_folder *folder, const char *root, const char *board, struct error *err);
void catalogue_folder_release(struct catalogue_folder *folder);

/* The file about SUBJECT, or NULL. */
struct catalogue_file *catalogue_folder_find(const struct catalogue_folder *folder, const char *subject);

/* Is there a page at PATH, whosever it is: a link, or one that cannot be read, as well? */
bool catalogue_folder_has(const struct catalogue_folder *folder, const char *path);

/* Takes all names of COLLECTION out of NAMES. */
void catalogue_folder_reserve(const struct catalogue_folder *folder, const char *collection, struct identifiers *names);

#endif
