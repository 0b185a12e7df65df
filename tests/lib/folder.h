/*
 * folder: an empty folder for the tests of one program; its setup and its teardown.
 */
#ifndef TESTS_LIB_FOLDER_H
#define TESTS_LIB_FOLDER_H

/* Makes the folder, for the group setup. */
int folder_make(void **state);

/* Removes it, for the group teardown; fails if something is left in it. */
int folder_remove(void **state);

/* Its path, and that of a board or another file in it; good until it is removed. */
const char *folder_path(void);
const char *folder_file(void);

#endif
