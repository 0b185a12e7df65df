/*
 * hardlink: the other names of a file.
 */
#ifndef STORE_HARDLINK_H
#define STORE_HARDLINK_H

#include <sys/stat.h>

#include "base/strbuf.h"

/* Appends another name that the file PATH, which is FOUND, has in the same folder, clean for display; nothing when
 * there is none. */
void hardlink_find(const char *path, const struct stat *found, struct strbuf *other);

#endif
