#include "json/parse.h"

#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "text/clean.h"

#define PARSE_BYTES_MOST ((size_t)PARSE_MIB_MOST << 20)

/* The input. */
struct parse_input {
	FILE *in;
	size_t bytes;  /* read so far */
	bool too_long; /* it has more than PARSE_BYTES_MOST */
};

static const char parse_mark[] = "\xef\xbb\xbf"; /* a byte order mark */

/* As json_load_callback_t; leaves a byte order mark out. */
static size_t parse_bytes(void *buffer, size_t size, void *context)
{
	struct parse_input *input = context;
	size_t mark = strlen(parse_mark), count = fread(buffer, 1, size, input->in);

	if (ferror(input->in) || (input->too_long = input->bytes + count > PARSE_BYTES_MOST))
		return (size_t)-1;
	if (!input->bytes && count >= mark && !memcmp(buffer, parse_mark, mark)) {
		memmove(buffer, (char *)buffer + mark, count - mark);
		input->bytes += mark;
		count -= mark;
	}
	input->bytes += count;
	return count;
}

bool parse_begins(FILE *in)
{
	char bytes[sizeof(parse_mark)]; /* the mark, and what follows */
	size_t mark = strlen(parse_mark), count;
	long place = ftell(in);

	count = fread(bytes, 1, sizeof(bytes), in);
	fseek(in, place, SEEK_SET);
	return (count && bytes[0] == '{') ||
	       (count == sizeof(bytes) && !memcmp(bytes, parse_mark, mark) && bytes[mark] == '{');
}

json_t *parse_json(FILE *in, const char *name, struct error *err)
{
	struct parse_input input = {.in = in};
	struct strbuf why = STRBUF_INIT;
	json_error_t wrong;
	json_t *root = json_load_callback(parse_bytes, &input, JSON_REJECT_DUPLICATES, &wrong);

	if (root)
		return root;
	clean_for_display(&why, wrong.text, strlen(wrong.text));
	if (input.too_long)
		error_set(err, ERROR_REFUSED, _("%s: larger than %d MiB"), name, PARSE_MIB_MOST);
	else
		error_set(err, ERROR_REFUSED, _("%s: line %d, column %d: not JSON: %s"), name, wrong.line, wrong.column,
			why.text);
	strbuf_release(&why);
	return NULL;
}
