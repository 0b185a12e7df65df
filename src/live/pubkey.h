/*
 * pubkey: reads a public key, as OpenSSH writes it to a .pub file: "TYPE BASE64 [COMMENT]".
 *
 * The key becomes part of a line of an authorized_keys file, so it must be one line without options, and ssh-keygen
 * must accept it.
 */
#ifndef LIVE_PUBKEY_H
#define LIVE_PUBKEY_H

#include <stddef.h>

#include "base/error.h"
#include "base/strbuf.h"

/* The longest key file. */
#define PUBKEY_BYTES_MOST 16384

/* Appends "TYPE BASE64" to KEY. Fails if the LEN bytes at TEXT do not have the form of one public key. */
int pubkey_read(const char *text, size_t len, struct strbuf *key, struct error *err);

/* Asks ssh-keygen whether KEY, as above, is valid; fails if not, or if it is too weak. */
int pubkey_check(const struct strbuf *key, struct error *err);

#endif
