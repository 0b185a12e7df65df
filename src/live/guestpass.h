/*
 * guestpass: the line that a guest pastes into a terminal to come in, made from the guests' key.
 *
 * There is one line for the shells of Linux and macOS, and one for Windows, for both cmd.exe and PowerShell. It makes a
 * folder in the guest's home, and writes there the key, readable for nobody else; the host's key, so that ssh need not
 * ask whether to trust the host, and no other machine can pose as it; and the token by which the guest's machine is
 * recognised later. Then it runs ssh, without reading its configuration. Nothing else is required.
 */
#ifndef LIVE_GUESTPASS_H
#define LIVE_GUESTPASS_H

#include "base/error.h"
#include "base/strbuf.h"

struct guestpass {
	struct strbuf secret; /* the private key: its base64, on one line */
	struct strbuf id;     /* of the key: eight digits, for the name of the folder */
	struct strbuf host;   /* the host's public key: "TYPE BASE64" */
	struct strbuf to;     /* USER@ADDRESS */
	int port;
};

#define GUESTPASS_INIT    \
	{                 \
		.port = 0 \
	}

/* Reads the private key file KEY and the host's public one, HOST; guests log in as USER at ADDRESS and PORT. Release
 * PASS either way. */
int guestpass_read(struct guestpass *pass, const char *key, const char *host, const char *user, const char *address,
	int port, struct error *err);
void guestpass_release(struct guestpass *pass);

/* Fails if USER or ADDRESS cannot be part of such a line. */
int guestpass_check(const char *user, const char *address, struct error *err);

/* Appends the address at which others on the network can probably reach this machine. */
void guestpass_address(struct strbuf *out);

/* Append the line for Linux and macOS; the line for Windows; the same as scripts. */
void guestpass_posix(const struct guestpass *pass, struct strbuf *out);
void guestpass_windows(const struct guestpass *pass, struct strbuf *out);
void guestpass_script(const struct guestpass *pass, struct strbuf *out);
void guestpass_batch(const struct guestpass *pass, struct strbuf *out);

#endif
