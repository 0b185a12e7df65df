#include "sketch/xml.h"

#include <errno.h>
#include <expat.h>
#include <stdbool.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "sketch/sketch.h"

#define XML_BYTES_MOST ((size_t)SKETCH_MIB_MOST << 20)

/* How much is read at once. */
#define XML_CHUNK_BYTES 65536

struct xml_reader {
	XML_Parser parser;
	const struct xml_visitor *visitor;
	void *context;
	struct error *err;
	int failed; /* what stopped the parser, or 0 */
	int depth;  /* how many elements are open */
};

static void xml_stop(struct xml_reader *reader, int failed)
{
	if (!reader->failed)
		reader->failed = failed;
	XML_StopParser(reader->parser, XML_FALSE);
}

static void XMLCALL xml_open(void *context, const XML_Char *name, const XML_Char **attributes)
{
	struct xml_reader *reader = context;
	int failed;

	if (reader->failed)
		return;
	if (++reader->depth > XML_DEPTH_MOST)
		failed = error_set(reader->err, ERROR_REFUSED, _("nested more than %d deep"), XML_DEPTH_MOST);
	else
		failed = reader->visitor->open(reader->context, name, (const char *const *)attributes, reader->err);
	if (failed)
		xml_stop(reader, failed);
}

static void XMLCALL xml_close(void *context, const XML_Char *name)
{
	struct xml_reader *reader = context;
	int failed = reader->failed ? 0 : reader->visitor->close(reader->context, name, reader->err);

	reader->depth--;
	if (failed)
		xml_stop(reader, failed);
}

static void XMLCALL xml_text(void *context, const XML_Char *text, int len)
{
	struct xml_reader *reader = context;

	if (!reader->failed)
		reader->visitor->text(reader->context, text, (size_t)len);
}

static void XMLCALL xml_refuse_type(
	void *context, const XML_Char *name, const XML_Char *system, const XML_Char *public, int has_subset)
{
	struct xml_reader *reader = context;

	(void)name;
	(void)system;
	(void)public;
	(void)has_subset;
	xml_stop(reader, error_set(reader->err, ERROR_REFUSED,
				 _("the document type (<!DOCTYPE …>) is refused; no drawing needs one")));
}

static void xml_reader_init(
	struct xml_reader *reader, const struct xml_visitor *visitor, void *context, struct error *err)
{
	*reader = (struct xml_reader){XML_ParserCreate(NULL), visitor, context, err, 0, 0};
	if (!reader->parser)
		BUG("no memory for a parser");
	XML_SetUserData(reader->parser, reader);
	XML_SetElementHandler(reader->parser, xml_open, xml_close);
	XML_SetCharacterDataHandler(reader->parser, xml_text);
	XML_SetStartDoctypeDeclHandler(reader->parser, xml_refuse_type);
}

/* Says what is wrong, unless the visitor has. */
static int xml_fail(struct xml_reader *reader)
{
	if (reader->failed)
		return reader->failed;
	return error_set(reader->err, ERROR_REFUSED, _("line %lu, column %lu: not XML: %s"),
		(unsigned long)XML_GetCurrentLineNumber(reader->parser),
		(unsigned long)XML_GetCurrentColumnNumber(reader->parser) + 1,
		XML_ErrorString(XML_GetErrorCode(reader->parser)));
}

int xml_read_bytes(const char *bytes, size_t len, const struct xml_visitor *visitor, void *context, struct error *err)
{
	struct xml_reader reader;
	int failed = 0;

	if (len > XML_BYTES_MOST)
		return error_set(err, ERROR_REFUSED, _("larger than %d MiB"), SKETCH_MIB_MOST);
	xml_reader_init(&reader, visitor, context, err);
	if (XML_Parse(reader.parser, bytes, (int)len, XML_TRUE) != XML_STATUS_OK)
		failed = xml_fail(&reader);
	XML_ParserFree(reader.parser);
	return failed;
}

int xml_read(FILE *in, const struct xml_visitor *visitor, void *context, struct error *err)
{
	struct xml_reader reader;
	char bytes[XML_CHUNK_BYTES];
	size_t total = 0, len;
	int failed = 0;

	xml_reader_init(&reader, visitor, context, err);
	do {
		len = fread(bytes, 1, sizeof(bytes), in);
		total += len;
		if (ferror(in))
			failed = error_set(err, ERROR_SYSTEM, "%s", strerror(errno));
		else if (total > XML_BYTES_MOST)
			failed = error_set(err, ERROR_REFUSED, _("larger than %d MiB"), SKETCH_MIB_MOST);
		else if (XML_Parse(reader.parser, bytes, (int)len, len == 0) != XML_STATUS_OK)
			failed = xml_fail(&reader);
	} while (!failed && len);
	XML_ParserFree(reader.parser);
	return failed;
}

const char *xml_attribute(const char *const *attributes, const char *name)
{
	for (; *attributes; attributes += 2)
		if (!strcmp(attributes[0], name))
			return attributes[1];
	return NULL;
}
