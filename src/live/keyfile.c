#include "live/keyfile.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"

#define KEYFILE_BEGIN "---- BEGIN SSH2 PUBLIC KEY ----"
#define KEYFILE_END "---- END SSH2 PUBLIC KEY ----"

/* So much of a key, in groups of four letters, says of which type it is. */
#define KEYFILE_TYPE_LETTERS 128

static const char keyfile_base64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* What is read, line by line. */
struct keyfile {
	struct strbuf text; /* lines, each with a NUL behind it */
	size_t at;
	const char *line; /* the one at hand, without blanks at its ends; it has some letters */
	size_t number;    /* its number */
};

/* Lines end with LF, CR LF or CR. */
static void keyfile_split(struct keyfile *file, const char *text, size_t len)
{
	*file = (struct keyfile){.text = STRBUF_INIT, .line = ""};
	for (size_t i = 0; i < len; i++) {
		if (text[i] == '\r' && i + 1 < len && text[i + 1] == '\n')
			continue;
		strbuf_addch(&file->text, text[i] == '\n' || text[i] == '\r' ? '\0' : text[i]);
	}
	strbuf_addch(&file->text, '\0');
}

/* Goes to the next line that has something on it; false at the end. */
static bool keyfile_next(struct keyfile *file)
{
	while (file->at < file->text.len) {
		char *line = file->text.text + file->at;
		size_t len = strlen(line);

		file->at += len + 1;
		file->number++;
		while (len && strchr(" \t", line[len - 1]))
			line[--len] = '\0';
		file->line = line + strspn(line, " \t");
		if (*file->line)
			return true;
	}
	return false;
}

/* Appends the type that a key says of itself: its length in four bytes, and the text. */
static void keyfile_type(const char *base64, struct strbuf *type)
{
	struct strbuf bytes = STRBUF_INIT;
	unsigned bits = 0;

	for (size_t i = 0; base64[i] && base64[i] != '=' && i < KEYFILE_TYPE_LETTERS; i++) {
		const char *digit = strchr(keyfile_base64, base64[i]);

		bits = bits << 6 | (digit ? (unsigned)(digit - keyfile_base64) : 0);
		if (i % 4)
			strbuf_addch(&bytes, (char)(bits >> (6 - 2 * (i % 4)) & 0xff));
	}
	if (bytes.len > 4 && (size_t)(unsigned char)bytes.text[3] <= bytes.len - 4)
		strbuf_add(type, bytes.text + 4, (unsigned char)bytes.text[3]);
	strbuf_release(&bytes);
}

/* Appends the block that begins with the line at hand as the line that OpenSSH has for it; false when there is no
 * end, or nothing, to it. */
static bool keyfile_unfold(struct keyfile *file, struct strbuf *out)
{
	struct strbuf base64 = STRBUF_INIT;
	bool goes_on = false, ends = false;

	while (!ends && keyfile_next(file)) {
		/* "Comment: ...", which goes on below when it ends with a backslash */
		bool heads = goes_on || (!base64.len && strchr(file->line, ':'));

		ends = !strcmp(file->line, KEYFILE_END);
		goes_on = heads && file->line[strlen(file->line) - 1] == '\\';
		if (!heads && !ends)
			strbuf_addstr(&base64, file->line);
	}
	ends = ends && base64.len;
	keyfile_type(base64.text, out);
	strbuf_addf(out, " %s", base64.text);
	strbuf_release(&base64);
	return ends;
}

/* Appends the key at hand to KEYS. */
static int keyfile_take(struct keyfile *file, struct vec *keys, struct error *err)
{
	struct strbuf line = STRBUF_INIT, key = STRBUF_INIT;
	size_t number = file->number;
	int failed;

	if (strcmp(file->line, KEYFILE_BEGIN)) {
		strbuf_addstr(&line, file->line);
	} else if (!keyfile_unfold(file, &line)) {
		strbuf_reset(&line);
		strbuf_addstr(&line, KEYFILE_BEGIN);
	}
	failed = pubkey_read(line.text, line.len, &key, err);
	if (failed && (keys->count || number > 1))
		error_prefix(err, failed, _("line %zu"), number);
	if (failed)
		strbuf_release(&key);
	else
		vec_add(keys, char *) = strbuf_detach(&key);
	strbuf_release(&line);
	return failed;
}

int keyfile_read(const char *text, size_t len, struct vec *keys, struct error *err)
{
	struct strbuf none = STRBUF_INIT;
	size_t before = keys->count;
	struct keyfile file;
	int failed = 0;

	if (memmem(text, len, "PuTTY-User-Key-File", strlen("PuTTY-User-Key-File")))
		return error_set(err, ERROR_REFUSED,
			_("this is a private key of PuTTY, which you should never give away; save the public key with "
			  "PuTTYgen"));
	keyfile_split(&file, text, len);
	/* what is no text at all, or a private key, is refused whole */
	if (len > KEYFILE_BYTES_MOST || memchr(text, '\0', len) ||
		memmem(text, len, "PRIVATE KEY", strlen("PRIVATE KEY")))
		failed = pubkey_read(text, len, &none, err);
	while (!failed && keyfile_next(&file))
		failed = keyfile_take(&file, keys, err);
	if (!failed && keys->count == before)
		failed = pubkey_read("", 0, &none, err);
	while (failed && keys->count > before) {
		free(vec_end(keys, char *));
		vec_remove(keys, keys->count - 1);
	}
	strbuf_release(&file.text);
	strbuf_release(&none);
	return failed;
}
