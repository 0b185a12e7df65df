/*
 * bundle: several files written together into one folder and folders in it.
 */
#ifndef FORMAT_BUNDLE_H
#define FORMAT_BUNDLE_H

#include <stddef.h>
#include <stdio.h>

#include "base/error.h"

struct bundle {
	const char *const *names; /* of the files, perhaps with folders: "events/index.mdx" */
	size_t count;
	/* Writes file AT to OUT; bundle_write() checks OUT for write errors. */
	int (*write)(void *context, size_t at, FILE *out, struct error *err);
	void *context;
};

/* Writes BUNDLE into the folder PATH, creating it, and the folders in it, if needed. Existing files of these names are
 * replaced atomically once all are written, so after a failure each is complete, old or new. Other files stay. Follows
 * no link below PATH. */
int bundle_write(const struct bundle *bundle, const char *path, struct error *err);

#endif
