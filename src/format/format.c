#include "format/format.h"

#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "format/asyncapi.h"
#include "format/cml.h"
#include "format/csv.h"
#include "format/dot.h"
#include "format/mermaid.h"
#include "format/svg.h"

static const struct format format_rows[] = {
	{.name = "csv",
		.ending = ".csv",
		.sentence = N_("a table of stickies; into a folder: the whole board with its history"),
		.write = csv_export,
		.write_folder = csv_export_folder},
	{.name = "mermaid",
		.ending = ".mmd",
		.map = true,
		.write = mermaid_export,
		.sentence = N_("a flowchart for wikis and code forges; or the context map")},
	{.name = "dot",
		.ending = ".dot",
		.map = true,
		.write = dot_export,
		.sentence = N_("a graph for Graphviz; or the context map")},
	{.name = "svg",
		.ending = ".svg",
		.map = true,
		.write = svg_export,
		.sentence = N_("a picture of the whole board; or of the context map")},
	{.name = "cml",
		.ending = ".cml",
		.write = cml_export,
		.sentence = N_("the context map and its contexts for Context Mapper")},
	{.name = "asyncapi",
		.ending = ".yaml",
		.by_context = true,
		.write = asyncapi_export,
		.sentence = N_("what a context sends and receives, as AsyncAPI; into a folder: all contexts"),
		.write_folder = asyncapi_export_folder},
};

const struct format *format_find(const char *name)
{
	for (size_t i = 0; i < ARRAY_SIZE(format_rows); i++)
		if (!strcmp(format_rows[i].name, name))
			return &format_rows[i];
	return NULL;
}

const struct format *format_of_path(const char *path)
{
	size_t len = strlen(path);

	for (size_t i = 0; i < ARRAY_SIZE(format_rows); i++) {
		size_t ending = strlen(format_rows[i].ending);

		if (len > ending && !strcasecmp(path + len - ending, format_rows[i].ending))
			return &format_rows[i];
	}
	return NULL;
}

const struct format *format_list(size_t *count)
{
	*count = ARRAY_SIZE(format_rows);
	return format_rows;
}
