/*
 * pubkey: reading somebody's public key, as OpenSSH writes it into a .pub file: "TYPE BASE64 [COMMENT]".
 *
 * What is accepted becomes part of a line of an authorized_keys file, so it is one line without options, and
 * ssh-keygen has to know the key.
 */
#ifndef LIVE_PUBKEY_H
#define LIVE_PUBKEY_H

#include <stddef.h>

#include "base/error.h"
#include "base/strbuf.h"

/* No key file is longer. */
#define PUBKEY_BYTES_MOST 16384

/* Appends "TYPE BASE64" to KEY when the LEN bytes at TEXT have the form of one public key. */
int pubkey_read(const char *text, size_t len, struct strbuf *key, struct error *err);

/* Asks ssh-keygen whether KEY, as above, is whole and good enough to let somebody in. */
int pubkey_check(const struct strbuf *key, struct error *err);

#endif
