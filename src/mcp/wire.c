#include "mcp/wire.h"

#include <string.h>

void wire_release(struct wire *wire)
{
	strbuf_release(&wire->bytes);
}

void wire_add(struct wire *wire, const char *bytes, size_t len)
{
	const char *end = wire->skips ? memchr(bytes, '\n', len) : NULL;

	strbuf_remove(&wire->bytes, 0, wire->at);
	wire->at = 0;
	if (wire->skips && !end)
		return;
	if (wire->skips) {
		len -= (size_t)(end + 1 - bytes);
		bytes = end + 1;
		wire->skips = false;
	}
	strbuf_add(&wire->bytes, bytes, len);
}

enum wire_news wire_next(struct wire *wire, const char **line, size_t *len)
{
	size_t left = wire->bytes.len - wire->at;
	const char *start = wire->bytes.text + wire->at, *end = memchr(start, '\n', left);
	bool too_long = (end ? (size_t)(end - start) : left) > WIRE_LINE_BYTES;

	if (!end && !too_long)
		return WIRE_NOTHING;
	wire->at += end ? (size_t)(end + 1 - start) : left;
	if (too_long) {
		wire->skips = !end;
		return WIRE_TOO_LONG;
	}
	*line = start;
	*len = (size_t)(end - start);
	return WIRE_LINE;
}

enum wire_news wire_last(struct wire *wire, const char **line, size_t *len)
{
	*line = wire->bytes.text + wire->at;
	*len = wire->bytes.len - wire->at;
	wire->at = wire->bytes.len;
	return *len ? WIRE_LINE : WIRE_NOTHING;
}
