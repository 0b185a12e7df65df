/*
 * bundle: several files written into one folder, together.
 */
#ifndef FORMAT_BUNDLE_H
#define FORMAT_BUNDLE_H

#include <stddef.h>
#include <stdio.h>

#include "base/error.h"

struct bundle {
	const char *const *names; /* of the files, without a folder */
	size_t count;
	/* Writes file AT to OUT; whether OUT took it all is looked at elsewhere. */
	int (*write)(void *context, size_t at, FILE *out, struct error *err);
	void *context;
};

/* Writes BUNDLE into the folder PATH, which is made when need be. Files of these names are replaced,
 * each at once; after a failure those that were there are whole, old or new. Other files stay. */
int bundle_write(const struct bundle *bundle, const char *path, struct error *err);

#endif
