/*
 * asyncapi: what contexts send to each other as AsyncAPI 3.0.0, a document of YAML for each context.
 *
 * A document tells what its context sends and receives; the same channel has the same names and the
 * same address in the documents of both sides. Headers are those of CloudEvents. The sentences in it
 * are English whoever writes it, so that the same board gives the same bytes.
 */
#ifndef FORMAT_ASYNCAPI_H
#define FORMAT_ASYNCAPI_H

#include <stdio.h>

#include "base/error.h"
#include "format/format_options.h"
#include "model/board.h"
#include "store/store.h"

/* Writes the document of the context that OPTIONS name, or of the only one there is. Refused when
 * there is no such context, or several and none is named. */
int asyncapi_export(const struct board *board, const struct format_options *options, FILE *out, struct error *err);

/* Writes the documents of all contexts, or of the one that OPTIONS name, into the folder PATH, each called
 * after its context: "ordering.yaml". Refused when there are no contexts. */
int asyncapi_export_folder(const struct board *board, struct store *store, const struct format_options *options,
	const char *path, struct error *err);

#endif
