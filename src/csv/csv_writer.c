#include "csv/csv_writer.h"

#include <csv.h>
#include <string.h>
#include <strings.h>

#ifndef CSV_WRITER_BYTES
#define CSV_WRITER_BYTES 65536 /* how much to buffer before writing to OUT */
#endif

void csv_writer_init(struct csv_writer *writer, FILE *out, bool bom)
{
	memset(writer, 0, sizeof(*writer));
	writer->out = out;
	strbuf_init(&writer->buffer);
	if (bom)
		strbuf_addstr(&writer->buffer, "\xef\xbb\xbf");
}

static void csv_writer_flush(struct csv_writer *writer)
{
	fwrite(writer->buffer.text, 1, writer->buffer.len, writer->out);
	strbuf_reset(&writer->buffer);
}

void csv_writer_release(struct csv_writer *writer)
{
	csv_writer_flush(writer);
	strbuf_release(&writer->buffer);
}

static void csv_writer_next(struct csv_writer *writer)
{
	if (writer->in_row)
		strbuf_addch(&writer->buffer, ',');
	writer->in_row = true;
}

bool csv_writer_is_guarded(const char *text)
{
	text += strspn(text, "'");
	return (*text && strchr("=+-@\t\r", *text)) || !strcasecmp(text, "true") || !strcasecmp(text, "false");
}

static void csv_writer_quote(struct strbuf *out, const char *text, size_t len)
{
	strbuf_grow(out, 2 * len + 2);
	out->len += csv_write(out->text + out->len, 2 * len + 2, text, len);
	out->text[out->len] = '\0';
}

void csv_writer_text(struct csv_writer *writer, const char *text)
{
	struct strbuf *out = &writer->buffer;
	struct strbuf guarded = STRBUF_INIT;
	size_t len;

	csv_writer_next(writer);
	if (!text || !*text)
		return;
	if (csv_writer_is_guarded(text)) {
		strbuf_addf(&guarded, "'%s", text);
		text = guarded.text;
	}
	len = strlen(text);
	if (strcspn(text, ",\"\r\n") < len)
		csv_writer_quote(out, text, len);
	else
		strbuf_add(out, text, len);
	strbuf_release(&guarded);
}

void csv_writer_number(struct csv_writer *writer, int64_t number)
{
	char digits[24], *at = digits + sizeof(digits);
	uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;

	csv_writer_next(writer);
	if (!number)
		return;
	for (; rest; rest /= 10)
		*--at = (char)('0' + rest % 10);
	if (number < 0)
		*--at = '-';
	strbuf_add(&writer->buffer, at, (size_t)(digits + sizeof(digits) - at));
}

void csv_writer_time(struct csv_writer *writer, int64_t time_ms)
{
	csv_writer_next(writer);
	if (!time_ms)
		return;
	if (writer->time_ms != time_ms) {
		clock_format(time_ms, writer->time);
		writer->time_ms = time_ms;
	}
	strbuf_addstr(&writer->buffer, writer->time);
}

void csv_writer_end_row(struct csv_writer *writer)
{
	strbuf_addch(&writer->buffer, '\n');
	writer->in_row = false;
	if (writer->buffer.len >= CSV_WRITER_BYTES)
		csv_writer_flush(writer);
}
