#include "sketch/unpack.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <zlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "sketch/sketch.h"

#define UNPACK_BYTES_MOST ((size_t)SKETCH_MIB_MOST << 20)

/* How much is inflated at once. */
#define UNPACK_CHUNK_BYTES 65536

static int unpack_refuse(struct error *err)
{
	return error_set(err, ERROR_REFUSED, _("the compressed page is damaged; save it uncompressed in draw.io"));
}

/* Appends the bytes that the base64 stands for, up to its padding; false if it is none. */
static bool unpack_base64(struct strbuf *out, const char *text, size_t len)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	uint32_t bits = 0;
	int count = 0;

	for (size_t i = 0; i < len && text[i] != '='; i++) {
		const char *digit = text[i] ? strchr(digits, text[i]) : NULL;

		if (strchr(" \t\r\n", text[i]))
			continue;
		if (!digit)
			return false;
		bits = bits << 6 | (uint32_t)(digit - digits);
		count += 6;
		if (count >= 8) {
			count -= 8;
			strbuf_addch(out, (char)(bits >> count));
		}
	}
	return true;
}

/* Appends what the deflated bytes IN hold. */
static int unpack_inflate(struct strbuf *out, const struct strbuf *in, struct error *err)
{
	z_stream stream = {.next_in = (Bytef *)in->text, .avail_in = (uInt)in->len};
	unsigned char bytes[UNPACK_CHUNK_BYTES];
	int status = inflateInit2(&stream, -MAX_WBITS), failed = 0;

	if (status != Z_OK)
		BUG("no memory to inflate");
	while (status == Z_OK && !failed) {
		stream.next_out = bytes;
		stream.avail_out = sizeof(bytes);
		status = inflate(&stream, Z_NO_FLUSH);
		strbuf_add(out, bytes, sizeof(bytes) - stream.avail_out);
		if (out->len > UNPACK_BYTES_MOST)
			failed = error_set(err, ERROR_REFUSED, _("larger than %d MiB"), SKETCH_MIB_MOST);
	}
	inflateEnd(&stream);
	return failed || status == Z_STREAM_END ? failed : unpack_refuse(err);
}

static int unpack_hex(char digit)
{
	if (digit >= '0' && digit <= '9')
		return digit - '0';
	digit = (char)(digit | 0x20);
	return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

/* Appends TEXT with "%3C" and the like decoded. */
static void unpack_percents(struct strbuf *out, const struct strbuf *text)
{
	for (size_t i = 0; i < text->len; i++) {
		int high = text->text[i] == '%' && i + 2 < text->len ? unpack_hex(text->text[i + 1]) : -1;
		int low = high >= 0 ? unpack_hex(text->text[i + 2]) : -1;

		strbuf_addch(out, low < 0 ? text->text[i] : (char)(high << 4 | low));
		i += low < 0 ? 0 : 2;
	}
}

int unpack_text(struct strbuf *out, const char *packed, size_t len, struct error *err)
{
	struct strbuf deflated = STRBUF_INIT, escaped = STRBUF_INIT;
	int failed =
		unpack_base64(&deflated, packed, len) ? unpack_inflate(&escaped, &deflated, err) : unpack_refuse(err);

	if (!failed)
		unpack_percents(out, &escaped);
	strbuf_release(&deflated);
	strbuf_release(&escaped);
	return failed;
}
