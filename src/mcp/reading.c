#include "mcp/reading.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

#define READING_SCHEME "evstorm:"
#define READING_PREFIX "read-"

#define READING_ROW(name) &(name),
static const struct reading *const reading_rows[] = {READING_ROWS(READING_ROW)};
#undef READING_ROW

const struct reading *const *reading_list(size_t *count)
{
	*count = ARRAY_SIZE(reading_rows);
	return reading_rows;
}

const struct reading *reading_find(const char *name)
{
	for (size_t i = 0; i < ARRAY_SIZE(reading_rows); i++)
		if (!strcmp(reading_rows[i]->name, name))
			return reading_rows[i];
	return NULL;
}

void reading_uri(const struct reading *reading, struct strbuf *uri)
{
	strbuf_addf(uri, READING_SCHEME "%s", reading->name + strlen(READING_PREFIX));
}

const struct reading *reading_of_uri(const char *uri)
{
	struct strbuf own = STRBUF_INIT;
	const struct reading *found = NULL;

	for (size_t i = 0; i < ARRAY_SIZE(reading_rows) && !found; i++) {
		strbuf_reset(&own);
		reading_uri(reading_rows[i], &own);
		found = strcmp(own.text, uri) ? NULL : reading_rows[i];
	}
	strbuf_release(&own);
	return found;
}

int reading_run(const struct reading *reading, struct assistant *assistant, struct words *words, struct strbuf *out,
	struct error *err)
{
	struct argument_value values[READING_ARGUMENTS_MOST];
	const struct board *board;
	int failed = assistant_look(assistant, err);

	if (failed)
		return failed;
	board = assistant_board(assistant);
	if (reading->waits && board_facts(board)->silent)
		return error_set(err, ERROR_REFUSED, "%s", _("not until the silent round ends"));
	argument_values_init(values, READING_ARGUMENTS_MOST);
	if (words)
		failed = argument_read(reading->arguments, words, board, NULL, values, err);
	if (!failed)
		failed = reading->run(assistant, values, words, out, err);
	argument_values_release(values, READING_ARGUMENTS_MOST);
	return failed;
}
