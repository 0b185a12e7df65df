#include "lib/format_desk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include <ftw.h>

#include "command/command.h"
#include "format/format.h"

#define FORMAT_DESK_TIME INT64_C(1795183500000) /* 2026-11-20T14:05:00Z */

void format_desk_open(struct format_desk *desk)
{
	memset(desk, 0, sizeof(*desk));
	action_init(&desk->action);
	desk->action.time_ms = FORMAT_DESK_TIME;
	desk->edit = (struct edit){board_new(), &desk->action};
	strcpy(desk->folder, "/tmp/evstorm-format-XXXXXX");
	assert_non_null(mkdtemp(desk->folder));
}

static int format_desk_remove(const char *path, const struct stat *status, int type, struct FTW *ftw)
{
	(void)status;
	(void)type;
	(void)ftw;
	return remove(path);
}

void format_desk_close(struct format_desk *desk)
{
	import_report_release(&desk->report);
	board_free(desk->edit.board);
	action_release(&desk->action);
	nftw(desk->folder, format_desk_remove, 8, FTW_DEPTH | FTW_PHYS);
}

const char *format_desk_path(const struct format_desk *desk, const char *name)
{
	static char path[256];

	snprintf(path, sizeof(path), "%s%s%s", desk->folder, *name ? "/" : "", name);
	return path;
}

void format_desk_put_bytes(struct format_desk *desk, const char *name, const char *bytes, size_t len)
{
	FILE *out = fopen(format_desk_path(desk, name), "we");

	assert_non_null(out);
	assert_int_equal(fwrite(bytes, 1, len, out), len);
	assert_int_equal(fclose(out), 0);
}

void format_desk_put(struct format_desk *desk, const char *name, const char *text)
{
	format_desk_put_bytes(desk, name, text, strlen(text));
}

char *format_desk_get(const struct format_desk *desk, const char *name)
{
	FILE *in = fopen(format_desk_path(desk, name), "re");
	struct strbuf text = STRBUF_INIT;
	char bytes[4096];
	size_t len;

	assert_non_null(in);
	while ((len = fread(bytes, 1, sizeof(bytes), in)) > 0)
		strbuf_add(&text, bytes, len);
	fclose(in);
	return strbuf_detach(&text);
}

int format_desk_import(struct format_desk *desk, const char *name)
{
	struct import_options options = {0};

	import_report_release(&desk->report);
	desk->report = (struct import_report){0};
	desk->err = (struct error)ERROR_INIT;
	return import_read(&desk->edit, format_desk_path(desk, name), &options, &desk->report, &desk->err);
}

int format_desk_import_text(struct format_desk *desk, const char *text)
{
	format_desk_put(desk, "a.csv", text);
	return format_desk_import(desk, "a.csv");
}

void format_desk_do(struct format_desk *desk, const char *line)
{
	struct strbuf output = STRBUF_INIT, note = STRBUF_INIT;
	struct run run = {.edit = desk->edit, .role = ROLE_FACILITATOR, .output = &output, .note = &note};
	struct error err = ERROR_INIT;
	struct words words;

	words_from_line(&words, line);
	if (command_run(&run, &words, NULL, &err))
		fail_msg("“%s” must work: %s", line, err.text);
	strbuf_release(&output);
	strbuf_release(&note);
}

char *format_desk_write(struct format_desk *desk, const char *format, const char *context)
{
	struct format_options options = {.context = context};
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);
	int failed;

	desk->err = (struct error)ERROR_INIT;
	failed = format_find(format)->write(desk->edit.board, &options, out, &desk->err);
	fclose(out);
	if (failed)
		free(text);
	return failed ? NULL : text;
}

char *format_desk_export(const struct format_desk *desk, bool bom)
{
	struct format_options options = {.bom = bom};
	struct error err = ERROR_INIT;
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	assert_int_equal(format_find("csv")->write(desk->edit.board, &options, out, &err), 0);
	fclose(out);
	return text;
}
