#include "live/guestpass.h"

#include <arpa/inet.h>
#include <inttypes.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/smallfile.h"
#include "live/pubkey.h"

#define GUESTPASS_BEGIN "-----BEGIN OPENSSH PRIVATE KEY-----"
#define GUESTPASS_END "-----END OPENSSH PRIVATE KEY-----"

/* The host's name in the guest's file of known hosts, whatever its address. */
#define GUESTPASS_ALIAS "evstorm"

void guestpass_release(struct guestpass *pass)
{
	strbuf_release(&pass->secret);
	strbuf_release(&pass->id);
	strbuf_release(&pass->host);
	strbuf_release(&pass->to);
}

/* Extracts the base64 from the private key TEXT, as ssh-keygen writes it. */
static bool guestpass_unwrap(const struct strbuf *text, struct strbuf *secret)
{
	const char *at = strstr(text->text, GUESTPASS_BEGIN "\n"), *end = strstr(text->text, "\n" GUESTPASS_END);

	if (!at || !end)
		return false;
	for (at += strlen(GUESTPASS_BEGIN); at < end; at++)
		if (*at != '\n')
			strbuf_addch(secret, *at);
	return secret->len && secret->len < 2000 &&
	       strspn(secret->text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=") == secret->len;
}

/* Sets the id: eight digits derived from the secret, which reveal nothing about it. */
static void guestpass_number(struct guestpass *pass)
{
	uint64_t number = 14695981039346656037u;

	for (const char *at = pass->secret.text; *at; at++)
		number = (number ^ (unsigned char)*at) * 1099511628211u;
	strbuf_addf(&pass->id, "%08" PRIx32, (uint32_t)(number >> 32));
}

int guestpass_read(struct guestpass *pass, const char *key, const char *host, const char *user, const char *address,
	int port, struct error *err)
{
	struct strbuf text = STRBUF_INIT;
	int found = smallfile_read(key, PUBKEY_BYTES_MOST, &text, err), failed = found < 0 ? found : 0;

	if (!failed && (!found || !guestpass_unwrap(&text, &pass->secret)))
		failed = error_set(err, ERROR_SYSTEM, _("%s: not a private key"), key);
	strbuf_reset(&text);
	if (!failed && (found = smallfile_read(host, PUBKEY_BYTES_MOST, &text, err)) < 0)
		failed = found;
	if (!failed && (failed = pubkey_read(text.text, text.len, &pass->host, err)))
		error_prefix(err, failed, "%s", host);
	if (!failed)
		guestpass_number(pass);
	strbuf_addf(&pass->to, "%s@%s", user, address);
	pass->port = port;
	strbuf_release(&text);
	return failed;
}

int guestpass_check(const char *user, const char *address, struct error *err)
{
	static const char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
	size_t len = strlen(address);

	if (!user[0] || user[0] == '-' || strspn(user, signs) != strlen(user))
		return error_set(err, ERROR_REFUSED,
			_("guests cannot log in as “%.40s”: the user name may only contain letters, digits, “-”, “_” "
			  "and “.”"),
			user);
	if (!len || len > 255 || address[0] == '-' ||
		(strspn(address, signs) != len && strspn(address, "0123456789abcdefABCDEF:.") != len))
		return error_set(err, ERROR_USAGE,
			_("invalid address “%.80s”; use a name, or a number such as 192.168.0.7"), address);
	return 0;
}

/* Appends the address of this machine from which a packet to TO would be sent. Sends nothing. */
static bool guestpass_route(int family, const struct sockaddr *to, socklen_t len, struct strbuf *out)
{
	struct sockaddr_storage from;
	socklen_t size = sizeof(from);
	char text[INET6_ADDRSTRLEN];
	int fd = socket(family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	const void *bytes = family == AF_INET ? (const void *)&((struct sockaddr_in *)&from)->sin_addr
					      : (const void *)&((struct sockaddr_in6 *)&from)->sin6_addr;
	bool good = fd >= 0 && !connect(fd, to, len) && !getsockname(fd, (struct sockaddr *)&from, &size) &&
		    inet_ntop(family, bytes, text, sizeof(text));

	if (fd >= 0)
		close(fd);
	if (good)
		strbuf_addstr(out, text);
	return good;
}

void guestpass_address(struct strbuf *out)
{
	struct sockaddr_in four = {.sin_family = AF_INET, .sin_port = htons(9)};
	struct sockaddr_in6 six = {.sin6_family = AF_INET6, .sin6_port = htons(9)};
	char name[256] = "localhost";

	/* addresses reserved for documentation, so the way to them is the way to the Internet */
	inet_pton(AF_INET, "192.0.2.1", &four.sin_addr);
	inet_pton(AF_INET6, "2001:db8::1", &six.sin6_addr);
	if (guestpass_route(AF_INET, (struct sockaddr *)&four, sizeof(four), out) ||
		guestpass_route(AF_INET6, (struct sockaddr *)&six, sizeof(six), out))
		return;
	gethostname(name, sizeof(name) - 1);
	strbuf_addstr(out, name);
}

/* Appends the ssh command, to be run in the folder with the keys. */
static void guestpass_ssh(const struct guestpass *pass, struct strbuf *out)
{
	strbuf_addf(out,
		"ssh -F none -t -p %d -i key -o IdentitiesOnly=yes -o HostKeyAlias=" GUESTPASS_ALIAS
		" -o UserKnownHostsFile=host -o StrictHostKeyChecking=yes %s",
		pass->port, pass->to.text);
}

/* The commands for a POSIX shell, separated by END. They have no single quotes, so that they fit into sh -c '...'. */
static void guestpass_shell(const struct guestpass *pass, const char *end, struct strbuf *out)
{
	strbuf_addf(out, "umask 077%sd=~/.evstorm/%s%smkdir -p \"$d\" && cd \"$d\" && ", end, pass->id.text, end);
	strbuf_addf(out, "printf \"%%s\\n\" \"" GUESTPASS_BEGIN "\" %s \"" GUESTPASS_END "\" >key && chmod 600 key && ",
		pass->secret.text);
	strbuf_addf(out, "echo " GUESTPASS_ALIAS " %s >host && ", pass->host.text);
	strbuf_addstr(out, "{ test -s me || od -An -N12 -tx1 /dev/urandom | tr -d \" \\n\" >me; } && exec ");
	guestpass_ssh(pass, out);
	strbuf_addstr(out, " \"$(cat me)\"");
}

void guestpass_posix(const struct guestpass *pass, struct strbuf *out)
{
	strbuf_addstr(out, "sh -c '");
	guestpass_shell(pass, "; ", out);
	strbuf_addch(out, '\'');
}

void guestpass_script(const struct guestpass *pass, struct strbuf *out)
{
	strbuf_addstr(out, "#!/bin/sh\n");
	guestpass_shell(pass, "\n", out);
	strbuf_addch(out, '\n');
}

/* The commands for cmd.exe, separated by BETWEEN. They have no double quotes, so that they can be put into them for
 * PowerShell; PERCENT marks the variable of a loop. `cd` needs no quotes for a path with spaces. Access to the key is
 * revoked from Everyone, Authenticated Users and Users, by number because their names are translated. That leaves the
 * owner, the system and administrators, as ssh for Windows requires. */
static void guestpass_cmd(const struct guestpass *pass, const char *between, const char *percent, struct strbuf *out)
{
	strbuf_addf(out, "cd /d %%USERPROFILE%%%smd .evstorm\\%s 2>nul%scd .evstorm\\%s%s", between, pass->id.text,
		between, pass->id.text, between);
	strbuf_addf(out, "(echo " GUESTPASS_BEGIN "&echo %s&echo " GUESTPASS_END ")>key%s", pass->secret.text, between);
	strbuf_addf(out, "icacls key /inheritance:d /remove:g *S-1-1-0 *S-1-5-11 *S-1-5-32-545 >nul%s", between);
	strbuf_addf(out, "(echo " GUESTPASS_ALIAS " %s)>host%s", pass->host.text, between);
	strbuf_addf(out, "(if not exist me (echo %%COMPUTERNAME%%-%%RANDOM%%%%RANDOM%%%%RANDOM%%)>me)%s", between);
	strbuf_addf(out, "for /f %si in (me) do @", percent);
	guestpass_ssh(pass, out);
	strbuf_addf(out, " %si", percent);
}

void guestpass_windows(const struct guestpass *pass, struct strbuf *out)
{
	strbuf_addstr(out, "cmd /c \"");
	guestpass_cmd(pass, "&", "%", out);
	strbuf_addch(out, '"');
}

void guestpass_batch(const struct guestpass *pass, struct strbuf *out)
{
	strbuf_addstr(out, "@echo off\r\n");
	guestpass_cmd(pass, "\r\n", "%%", out);
	strbuf_addstr(out, "\r\npause\r\n");
}
