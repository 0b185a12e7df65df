/*
 * format_rows: the table of formats, in the order of the help. Each is defined at the end of its file.
 */
#ifndef FORMAT_FORMAT_ROWS_H
#define FORMAT_FORMAT_ROWS_H

#include "format/format.h"

#define FORMAT_ROWS(ROW)       \
	ROW(csv_format)        \
	ROW(json_format)       \
	ROW(mermaid_format)    \
	ROW(dot_format)        \
	ROW(d2_format)         \
	ROW(plantuml_format)   \
	ROW(likec4_format)     \
	ROW(svg_format)        \
	ROW(drawio_format)     \
	ROW(excalidraw_format) \
	ROW(jsoncanvas_format) \
	ROW(cml_format)        \
	ROW(asyncapi_format)   \
	ROW(eventcatalog_format)

#define FORMAT_ROWS_DECLARE(name) extern const struct format name;
FORMAT_ROWS(FORMAT_ROWS_DECLARE)
#undef FORMAT_ROWS_DECLARE

#endif
