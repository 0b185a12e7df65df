#include "live/pubkey.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

/* A key is a row of fields, each with its length before it: its type, and these. */
static const struct pubkey_type {
	const char *name;
	size_t fields;        /* with the type */
	size_t at;            /* the field that is the key proper, */
	size_t least, most;   /* and how many bytes it may have */
} pubkey_types[] = {
	{"ssh-ed25519", 2, 1, 32, 32},
	{"ecdsa-sha2-nistp256", 3, 2, 65, 65},
	{"ecdsa-sha2-nistp384", 3, 2, 97, 97},
	{"ecdsa-sha2-nistp521", 3, 2, 133, 133},
	{"ssh-rsa", 3, 2, 256, 2049},
	{"sk-ssh-ed25519@openssh.com", 3, 1, 32, 32},
	{"sk-ecdsa-sha2-nistp256@openssh.com", 4, 2, 65, 65},
};

static const struct pubkey_type *pubkey_find(const char *name, size_t len)
{
	for (size_t i = 0; i < ARRAY_SIZE(pubkey_types); i++)
		if (strlen(pubkey_types[i].name) == len && !memcmp(pubkey_types[i].name, name, len))
			return &pubkey_types[i];
	return NULL;
}

static int pubkey_digit(char c)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *at = c ? strchr(digits, c) : NULL;

	return at ? (int)(at - digits) : -1;
}

/* Appends what the LEN characters of base64 at TEXT mean; false when they are not the one way to write it. */
static bool pubkey_decode(const char *text, size_t len, struct strbuf *out)
{
	unsigned bits = 0, count = 0;
	size_t end = len;

	if (!len || len % 4)
		return false;
	while (end && len - end < 2 && text[end - 1] == '=')
		end--;
	for (size_t i = 0; i < end; i++) {
		int digit = pubkey_digit(text[i]);

		if (digit < 0)
			return false;
		bits = (bits << 6 | (unsigned)digit) & 0xffffff;
		count += 6;
		if (count >= 8) {
			count -= 8;
			strbuf_addch(out, (char)(bits >> count & 0xff));
		}
	}
	return !(bits & ((1u << count) - 1));
}

/* Is BLOB a whole key of TYPE, and nothing more? */
static bool pubkey_is_whole(const struct strbuf *blob, const struct pubkey_type *type)
{
	const unsigned char *bytes = (const unsigned char *)blob->text;
	size_t at = 0;

	for (size_t field = 0; field < type->fields; field++) {
		size_t len;

		if (blob->len - at < 4)
			return false;
		len = (size_t)bytes[at] << 24 | (size_t)bytes[at + 1] << 16 |
		      (size_t)bytes[at + 2] << 8 | bytes[at + 3];
		at += 4;
		if (!len || len > blob->len - at)
			return false;
		if (!field && (len != strlen(type->name) || memcmp(bytes + at, type->name, len)))
			return false;
		if (field == type->at && (len < type->least || len > type->most))
			return false;
		at += len;
	}
	return at == blob->len;
}

/* One line, without what may stand around it. */
static int pubkey_trim(const char **text, size_t *len, struct error *err)
{
	while (*len && strchr(" \t\r\n", (*text)[*len - 1]) && (*text)[*len - 1])
		--*len;
	while (*len && strchr(" \t\r\n", **text) && **text) {
		++*text;
		--*len;
	}
	if (!*len)
		return error_set(err, ERROR_REFUSED, _("there is no key in it"));
	if (*len > PUBKEY_BYTES_MOST || memchr(*text, '\0', *len))
		return error_set(err, ERROR_REFUSED, _("it is no public key"));
	if (memmem(*text, *len, "PRIVATE KEY", strlen("PRIVATE KEY")))
		return error_set(err, ERROR_REFUSED,
			_("it is a private key, which nobody should give away; the public one ends in .pub"));
	if (memchr(*text, '\n', *len) || memchr(*text, '\r', *len))
		return error_set(err, ERROR_REFUSED, _("it has more than one line; give one key"));
	return 0;
}

int pubkey_read(const char *text, size_t len, struct strbuf *key, struct error *err)
{
	struct strbuf blob = STRBUF_INIT;
	const struct pubkey_type *type;
	const char *space, *base64;
	size_t count = 0;
	int failed = pubkey_trim(&text, &len, err);

	if (failed)
		return failed;
	space = memchr(text, ' ', len);
	type = space ? pubkey_find(text, (size_t)(space - text)) : NULL;
	if (!type)
		return error_set(err, ERROR_REFUSED,
			_("it does not begin with a known type of key, as ssh-ed25519 is; give the .pub "
			  "file as ssh-keygen wrote it"));
	base64 = space + 1;
	while (base64 + count < text + len && base64[count] != ' ' && base64[count] != '\t')
		count++;
	if (pubkey_decode(base64, count, &blob) && pubkey_is_whole(&blob, type)) {
		strbuf_addf(key, "%s ", type->name);
		strbuf_add(key, base64, count);
	} else {
		failed = error_set(err, ERROR_REFUSED,
			_("the key is damaged or too short; give the .pub file as ssh-keygen wrote it"));
	}
	strbuf_release(&blob);
	return failed;
}
