/*
 * process: the processes that have a board open.
 */
#ifndef STORE_PROCESS_H
#define STORE_PROCESS_H

#include "base/strbuf.h"

/* Appends the name of process PID, clean; nothing if it is unknown. */
void process_name(long pid, struct strbuf *out);

#endif
