/*
 * version: which SQLite the boards are kept by, for `doctor`.
 */
#ifndef STORE_VERSION_H
#define STORE_VERSION_H

/* "3.40.1": of the library in use, which need not be the one compiled against. */
const char *version_sqlite(void);

#endif
