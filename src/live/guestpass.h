/*
 * guestpass: what a guest pastes into a terminal to come in, made from the key of the guests.
 *
 * It is one line for the shells of Linux and macOS, and one for Windows, which cmd.exe and PowerShell take alike.
 * Each makes a folder of its own in the guest's home, writes the key there, closed to others, and the host's key, so
 * that nobody is asked whether to trust the host and nobody can stand between; and what their machine is known by when
 * it comes again. Then it runs ssh, which reads no configuration. Nothing else has to be there.
 */
#ifndef LIVE_GUESTPASS_H
#define LIVE_GUESTPASS_H

#include "base/error.h"
#include "base/strbuf.h"

struct guestpass {
	struct strbuf secret; /* the private key: its base64, in one line */
	struct strbuf id;     /* of the key: eight digits, for the name of the folder */
	struct strbuf host;   /* the host's public key: "TYPE BASE64" */
	struct strbuf to;     /* USER@ADDRESS */
	int port;
};

#define GUESTPASS_INIT    \
	{                 \
		.port = 0 \
	}

/* Reads the private key file KEY and the public one HOST; guests come to USER at ADDRESS and PORT. PASS is to be
 * released either way. */
int guestpass_read(struct guestpass *pass, const char *key, const char *host, const char *user, const char *address,
	int port, struct error *err);
void guestpass_release(struct guestpass *pass);

/* Can ADDRESS, or a user's name, stand in such a line? */
int guestpass_check(const char *user, const char *address, struct error *err);

/* Appends the address that others on the network are likely to reach this machine by. */
void guestpass_address(struct strbuf *out);

/* Append the line for Linux and macOS; the one for Windows; the same as scripts. */
void guestpass_posix(const struct guestpass *pass, struct strbuf *out);
void guestpass_windows(const struct guestpass *pass, struct strbuf *out);
void guestpass_script(const struct guestpass *pass, struct strbuf *out);
void guestpass_batch(const struct guestpass *pass, struct strbuf *out);

#endif
