#include "live/pubkey.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "live/program.h"

/* Shorter RSA keys can be broken. */
#define PUBKEY_RSA_BITS_LEAST 2048

#define PUBKEY_DIGITS "0123456789"
#define PUBKEY_LOWER "abcdefghijklmnopqrstuvwxyz"
#define PUBKEY_TYPE PUBKEY_LOWER PUBKEY_DIGITS "-@."
#define PUBKEY_BASE64 "ABCDEFGHIJKLMNOPQRSTUVWXYZ" PUBKEY_LOWER PUBKEY_DIGITS "+/"

static const char pubkey_none[] = N_("not a public key; use the .pub file as ssh-keygen wrote it");

/* Trims white space from both ends; fails if more than one line is left. */
static int pubkey_trim(const char **text, size_t *len, struct error *err)
{
	while (*len && strchr(" \t\r\n", (*text)[*len - 1]) && (*text)[*len - 1])
		--*len;
	while (*len && strchr(" \t\r\n", **text) && **text) {
		++*text;
		--*len;
	}
	if (!*len)
		return error_set(err, ERROR_REFUSED, _("it contains no key"));
	if (*len > PUBKEY_BYTES_MOST || memchr(*text, '\0', *len))
		return error_set(err, ERROR_REFUSED, "%s", _(pubkey_none));
	if (memmem(*text, *len, "PRIVATE KEY", strlen("PRIVATE KEY")))
		return error_set(err, ERROR_REFUSED,
			_("this is a private key, which you should never give away; the public key file ends in .pub"));
	if (memchr(*text, '\n', *len) || memchr(*text, '\r', *len))
		return error_set(err, ERROR_REFUSED, _("it has more than one line; give one key"));
	return 0;
}

/* Appends "TYPE BASE64" of a line; false if it does not begin with that. */
static bool pubkey_take(const char *line, struct strbuf *key)
{
	size_t type = strspn(line, PUBKEY_TYPE), size;
	const char *base64 = line + type + 1;

	if (!type || line[type] != ' ')
		return false;
	size = strspn(base64, PUBKEY_BASE64);
	size += strspn(base64 + size, "=");
	if (!size || size % 4 || (base64[size] && !strchr(" \t", base64[size])))
		return false;
	strbuf_add(key, line, type + 1 + size);
	return true;
}

int pubkey_read(const char *text, size_t len, struct strbuf *key, struct error *err)
{
	struct strbuf line = STRBUF_INIT;
	int failed = pubkey_trim(&text, &len, err);

	if (failed)
		return failed;
	strbuf_add(&line, text, len);
	if (!pubkey_take(line.text, key))
		failed = error_set(err, ERROR_REFUSED, "%s", _(pubkey_none));
	strbuf_release(&line);
	return failed;
}

/* What is wrong with a key, given "256 SHA256:... no comment (ED25519)" about it, or NULL. */
static const char *pubkey_fault(const char *said)
{
	const char *type = strrchr(said, '(');

	if (!type || !strncmp(type, "(DSA)", 5) || strstr(type, "CERT"))
		return N_("this type of key is not accepted; make one with ssh-keygen -t ed25519");
	if (!strncmp(type, "(RSA)", 5) && strtol(said, NULL, 10) < PUBKEY_RSA_BITS_LEAST)
		return N_("the key is too short; make one with ssh-keygen -t ed25519");
	return NULL;
}

int pubkey_check(const struct strbuf *key, struct error *err)
{
	struct strbuf program = STRBUF_INIT, said = STRBUF_INIT;
	struct error silent = ERROR_INIT;
	int failed = program_find("ssh-keygen", "openssh-client", &program, err);
	const char *argv[] = {program.text, "-l", "-f", "-", NULL}, *fault = NULL;

	if (!failed) {
		fault = program_run(argv, key, &said, &silent)
				? N_("the key is damaged; use the .pub file as ssh-keygen wrote it")
				: pubkey_fault(said.text);
		failed = fault ? error_set(err, ERROR_REFUSED, "%s", _(fault)) : 0;
	}
	strbuf_release(&program);
	strbuf_release(&said);
	return failed;
}
