#include "live/sshdconf.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

/* Can sshd use StrictModes for the list of invitations? It would refuse a list below a folder that others may write to,
 * such as /tmp, although they cannot enter the host folder. */
static bool sshdconf_is_strict(const struct host *host)
{
	struct strbuf path = STRBUF_INIT;
	bool strict = true;
	struct stat status;

	strbuf_addstr(&path, host->folder.text);
	while (strict && path.len) {
		char *slash = strrchr(path.text, '/');

		strict = !stat(path.text, &status) && !(status.st_mode & 022) &&
			 (!status.st_uid || status.st_uid == geteuid());
		strbuf_truncate(&path, slash ? (size_t)(slash - path.text) : 0);
	}
	strbuf_release(&path);
	return strict;
}

/* Allows only sessions, whatever clients ask for. All of it may be in a Match block. */
static const char sshdconf_limits[] = "AuthenticationMethods publickey\n"
				      "PubkeyAuthentication yes\n"
				      "PasswordAuthentication no\n"
				      "KbdInteractiveAuthentication no\n"
				      "HostbasedAuthentication no\n"
				      "DisableForwarding yes\n"
				      "AllowTcpForwarding no\n"
				      "AllowStreamLocalForwarding no\n"
				      "AllowAgentForwarding no\n"
				      "X11Forwarding no\n"
				      "PermitTunnel no\n"
				      "PermitUserRC no\n"
				      "PermitTTY yes\n"
				      "MaxSessions 1\n"
				      "ClientAliveInterval 15\n"
				      "ClientAliveCountMax 3\n";

/* Appends the path of the list, with `%`, which begins a token of sshd, doubled. */
static void sshdconf_add_keys_file(const struct host *host, struct strbuf *out)
{
	strbuf_addstr(out, "AuthorizedKeysFile \"");
	for (const char *at = host->invited.text; *at; at++) {
		strbuf_addch(out, *at);
		if (*at == '%')
			strbuf_addch(out, '%');
	}
	strbuf_addstr(out, "\"\n");
}

/* Limits by source address, so that somebody who opens connections without logging in blocks nobody else. Forty people
 * may log in at once from one address, as a room does, and a few wrong keys of one do not lock out the room. */
static const struct {
	const char *keyword; /* in lower case, as in the output of `sshd -T` if sshd knows it */
	const char *lines;
} sshdconf_by_source[] = {
	{"persourcemaxstartups ", "PerSourceMaxStartups 40\nPerSourceNetBlockSize 32:64\n"},
	{"persourcepenalties ",
		"PerSourcePenalties crash:90s authfail:1s noauth:1s grace-exceeded:10s max:2m min:15s\n"},
};

void sshdconf_add_by_source(const char *known, struct strbuf *out)
{
	for (size_t i = 0; i < ARRAY_SIZE(sshdconf_by_source); i++) {
		const char *keyword = sshdconf_by_source[i].keyword;
		const char *at = strstr(known, keyword);

		if (at && (at == known || at[-1] == '\n'))
			strbuf_addstr(out, sshdconf_by_source[i].lines);
	}
}

/* The environment of sessions: the boards that they may open, and the host's language, configuration and drafts. */
static void sshdconf_add_environment(const struct vec *boards, struct strbuf *out)
{
	static const char *const passed[] = {
		"LANG", "LC_ALL", "LANGUAGE", "TZ", "EVSTORM_LOCALEDIR", "HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"};

	strbuf_addstr(out, "SetEnv \"" HOST_BOARDS_VARIABLE "=");
	for (size_t i = 0; i < boards->count; i++)
		strbuf_addf(out, "%s%s", i ? ":" : "", vec_get(boards, char *, i));
	strbuf_addch(out, '"');
	for (size_t i = 0; i < ARRAY_SIZE(passed); i++) {
		const char *value = getenv(passed[i]);

		if (value && value[0] && !strpbrk(value, "\"'\\\n\r"))
			strbuf_addf(out, " \"%s=%s\"", passed[i], value);
	}
	strbuf_addch(out, '\n');
}

void sshdconf_write(const struct host *host, int port, const char *user, const struct vec *boards, struct strbuf *out)
{
	strbuf_addf(out, "Port %d\n", port);
	strbuf_addf(out, "HostKey \"%s\"\n", host->key.text);
	strbuf_addf(out, "PidFile none\nAllowUsers %s\n", user);
	sshdconf_add_keys_file(host, out);
	strbuf_addf(out, "StrictModes %s\n", sshdconf_is_strict(host) ? "yes" : "no");
	strbuf_addstr(out, sshdconf_limits);
	strbuf_addstr(out, "UsePAM no\n"
			   "PermitRootLogin forced-commands-only\n"
			   "PermitEmptyPasswords no\n"
			   "PermitUserEnvironment no\n"
			   "LoginGraceTime 30\n"
			   "MaxAuthTries 6\n"
			   "MaxStartups 100:30:200\n"
			   "UseDNS no\n"
			   "PrintMotd no\n"
			   "PrintLastLog no\n"
			   "Compression no\n"
			   "LogLevel VERBOSE\n");
	sshdconf_add_environment(boards, out);
}

void sshdconf_match(const struct host *host, const char *user, struct strbuf *out)
{
	const char *line = sshdconf_limits;

	strbuf_addf(out, "Match User %s\n\t", user);
	sshdconf_add_keys_file(host, out);
	while (*line) {
		size_t len = strcspn(line, "\n") + 1;

		strbuf_addch(out, '\t');
		strbuf_add(out, line, len);
		line += len;
	}
}
