/*
 * keyfile: a file with somebody's public keys, as their programs write it: OpenSSH's, a line for each key (pubkey.h),
 * or that of PuTTY and others, a block for each (RFC 4716):
 *
 *	---- BEGIN SSH2 PUBLIC KEY ----
 *	Comment: "ana@home"
 *	BASE64
 *	---- END SSH2 PUBLIC KEY ----
 */
#ifndef LIVE_KEYFILE_H
#define LIVE_KEYFILE_H

#include <stddef.h>

#include "base/error.h"
#include "base/vec.h"
#include "live/pubkey.h"

/* No file is longer. */
#define KEYFILE_BYTES_MOST PUBKEY_BYTES_MOST

/* Appends "TYPE BASE64" of each key to KEYS (of char *), the caller's, when the LEN bytes at TEXT have the form of one
 * public key or several and nothing else. Otherwise KEYS stays as it was. */
int keyfile_read(const char *text, size_t len, struct vec *keys, struct error *err);

#endif
