#include "cli/fill_ask.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/statefolder.h"
#include "import/look.h"
#include "text/clean.h"

/* The fields that are offered; any other name of a column is understood too. */
#define FILL_ASK_FIELDS "text, kind, note, context, phase, column, row, links, votes, author"

/* How often a wrong answer is asked again. */
#define FILL_ASK_TRIES 5

static bool fill_ask_path(bool make, struct strbuf *path)
{
	if (!statefolder_path(make, path))
		return false;
	strbuf_addstr(path, "/imports");
	return true;
}

/* Appends what identifies a table: its titles. */
static void fill_ask_key(const struct look *look, struct strbuf *key)
{
	for (size_t i = 0; i < look->columns.count; i++)
		strbuf_addf(key, "%s\t", vec_get(&look->columns, struct look_column, i).title);
}

/* Appends to MAP what was said of such a table last; false if nothing was. */
static bool fill_ask_recall(const struct look *look, struct strbuf *map)
{
	struct strbuf path = STRBUF_INIT, key = STRBUF_INIT;
	FILE *file = fill_ask_path(false, &path) ? fopen(path.text, "re") : NULL;
	char *line = NULL;
	size_t size = 0;
	ssize_t len;

	fill_ask_key(look, &key);
	while (file && (len = getline(&line, &size, file)) > 0) {
		if (line[len - 1] == '\n')
			line[--len] = '\0';
		if (strncmp(line, key.text, key.len) != 0 || strchr(line + key.len, '\t'))
			continue;
		strbuf_reset(map);
		strbuf_addstr(map, line + key.len);
	}
	if (file)
		fclose(file);
	free(line);
	strbuf_release(&path);
	strbuf_release(&key);
	return map->len;
}

/* Writes down what was said; if that fails, it is asked again the next time. */
static void fill_ask_remember(const struct look *look, const char *map)
{
	struct strbuf path = STRBUF_INIT, key = STRBUF_INIT;
	FILE *file = fill_ask_path(true, &path) ? fopen(path.text, "ae") : NULL;

	fill_ask_key(look, &key);
	if (file) {
		fprintf(file, "%s%s\n", key.text, map);
		fclose(file);
	}
	strbuf_release(&path);
	strbuf_release(&key);
}

/* Reads an answer, without spaces around it, into ANSWER; false at the end of the input. */
static bool fill_ask_read(struct strbuf *answer)
{
	char line[256];
	size_t start, len;

	fflush(stdout);
	if (!fgets(line, sizeof(line), stdin))
		return false;
	start = strspn(line, " \t");
	len = strcspn(line + start, "\r\n");
	while (len && line[start + len - 1] == ' ')
		len--;
	strbuf_reset(answer);
	strbuf_add(answer, line + start, len);
	return true;
}

/* Asks about COLUMN, number AT from 1, and appends to MAP. */
static int fill_ask_column(const struct look_column *column, size_t at, struct strbuf *map, struct error *err)
{
	struct strbuf answer = STRBUF_INIT;
	bool answered = false;

	for (int i = 0; i < FILL_ASK_TRIES && !answered; i++) {
		printf(*column->sample ? _("%zu “%s” (%s): ") : _("%zu “%s”: "), at, column->title, column->sample);
		if (!fill_ask_read(&answer))
			break;
		answered = !answer.len || !strcmp(answer.text, "-") || import_has_field(answer.text);
		if (!answered)
			printf(_("unknown field; use one of %s\n"), FILL_ASK_FIELDS);
	}
	if (answered)
		strbuf_addf(map, "%s%zu=%s", map->len ? "," : "", at, answer.len ? answer.text : "-");
	strbuf_release(&answer);
	return answered ? 0 : error_set(err, ERROR_REFUSED, _("nothing imported"));
}

/* Asks whether the first row is a header; in DIALECT, says if it is none. */
static int fill_ask_header(const struct look *look, const char *path, struct dialect *dialect, struct error *err)
{
	struct strbuf name = STRBUF_INIT, answer = STRBUF_INIT;
	int failed = 0;

	clean_for_display(&name, path, strlen(path));
	printf(_("No column of %s is called text. Its first row is:\n"), name.text);
	for (size_t i = 0; i < look->columns.count; i++)
		printf("%s%s", i ? ", " : "  ", vec_get(&look->columns, struct look_column, i).title);
	fputs(_("\nAre these the titles of the columns? [Y/n] "), stdout);
	if (!fill_ask_read(&answer))
		failed = error_set(err, ERROR_REFUSED, _("nothing imported"));
	dialect->no_header = *answer.text == 'n' || *answer.text == 'N';
	strbuf_release(&answer);
	strbuf_release(&name);
	return failed;
}

/* Asks about each column. */
static int fill_ask_columns(const struct look *look, struct strbuf *map, struct error *err)
{
	int failed = 0;

	printf(_("What is in each column? Answer with one of\n  %s\nor nothing to leave it out.\n"), FILL_ASK_FIELDS);
	for (size_t i = 0; i < look->columns.count && !failed; i++)
		failed = fill_ask_column(vec_at(&look->columns, i), i + 1, map, err);
	return failed;
}

static int fill_ask_map(struct fill *fill, const struct look *look, struct error *err)
{
	int failed;

	if (fill_ask_recall(look, &fill->map)) {
		fill->options.dialect.map = fill->map.text;
		printf(_("As last time: --map %s\n"), fill->map.text);
		return 0;
	}
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return 0;
	failed = fill_ask_header(look, fill->path, &fill->options.dialect, err);
	if (!failed)
		failed = fill_ask_columns(look, &fill->map, err);
	if (failed)
		return failed;
	fill->options.dialect.map = fill->map.text;
	if (!fill->options.dialect.no_header)
		fill_ask_remember(look, fill->map.text);
	return 0;
}

int fill_ask(struct fill *fill, struct error *err)
{
	const struct dialect *dialect = &fill->options.dialect;
	struct stat found;
	struct look look;
	int failed = 0;

	if (!fill->path || dialect->map || dialect->no_header || stat(fill->path, &found) || !S_ISREG(found.st_mode) ||
		!import_is_table(fill->path))
		return 0;
	/* what cannot be read is reported by the import */
	if (!look_at(&look, fill->path, dialect, NULL) && !look.known && look.columns.count)
		failed = fill_ask_map(fill, &look, err);
	look_release(&look);
	return failed;
}
