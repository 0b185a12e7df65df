#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "csv/csv_reader.h"
#include "csv/csv_writer.h"

/* Writes each row as "number:[cell][cell]" and a line feed. */
static int note_row(void *context, const struct csv_row *row, struct error *err)
{
	struct strbuf *out = context;

	(void)err;
	strbuf_addf(out, "%zu:", row->number);
	for (size_t i = 0; i < row->count; i++)
		strbuf_addf(out, "[%s]", row->cells[i]);
	strbuf_addch(out, '\n');
	return 0;
}

static int read_bytes(const char *bytes, size_t len, struct strbuf *out, struct error *err)
{
	FILE *in = len ? fmemopen((void *)bytes, len, "r") : fopen("/dev/null", "re");
	int failed;

	assert_non_null(in);
	strbuf_reset(out);
	failed = csv_reader_run(in, "F", NULL, note_row, out, err);
	fclose(in);
	return failed;
}

static void what_is_csv_is_read(void **state)
{
	static const struct {
		const char *what, *file, *rows;
	} cases[] = {
		{"plain", "a,b\n1,2\n", "1:[a][b]\n2:[1][2]\n"},
		{"no line end at the end", "a,b\n1,2", "1:[a][b]\n2:[1][2]\n"},
		{"CR LF", "a,b\r\n1,2\r\n", "1:[a][b]\n2:[1][2]\n"},
		{"CR only", "a,b\r1,2\r", "1:[a][b]\n2:[1][2]\n"},
		{"a byte order mark",
			"\xef\xbb\xbf"
			"a,b\n1,2\n",
			"1:[a][b]\n2:[1][2]\n"},
		{"semicolons", "a;b,c;d\n1;2;3\n", "1:[a][b,c][d]\n2:[1][2][3]\n"},
		{"tabs", "a\tb\n1,5\t2\n", "1:[a][b]\n2:[1,5][2]\n"},
		{"separators in quotes do not count", "\"a;b;c\",d\n1,2\n", "1:[a;b;c][d]\n2:[1][2]\n"},
		{"one column", "a\nb\n", "1:[a]\n2:[b]\n"},
		{"empty lines count as rows", "a\n\nb\r\n\r\nc\r\rd\n", "1:[a]\n3:[b]\n5:[c]\n7:[d]\n"},
		{"empty cells", "a,b\n,\n", "1:[a][b]\n2:[][]\n"},
		{"quotes", "\"a\",\"b \"\"c\"\"\"\n\"1\n2\",\" 3 \"\n", "1:[a][b \"c\"]\n2:[1\n2][ 3 ]\n"},
		{"spaces stay", " a , b \n", "1:[ a ][ b ]\n"},
		{"guards of truth values go", "'true,'FALSE,''true,true,'truer\n",
			"1:[true][FALSE]['true][true]['truer]\n"},
		{"guards go", "'=a,'+b,'-c,'@d,''=e,'f,',''\n", "1:[=a][+b][-c][@d]['=e]['f][']['']\n"},
		{"any script", "도메인,ü\n", "1:[도메인][ü]\n"},
		{"nothing", "", ""},
		{"a mark and nothing", "\xef\xbb\xbf", ""},
	};
	struct strbuf rows = STRBUF_INIT;
	struct error err = ERROR_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		print_message("# read: %s\n", cases[i].what);
		assert_int_equal(read_bytes(cases[i].file, strlen(cases[i].file), &rows, &err), 0);
		assert_string_equal(rows.text, cases[i].rows);
	}
	strbuf_release(&rows);
}

static void what_is_no_csv_is_refused_where_it_stands(void **state)
{
#define BYTES(text) text, sizeof(text) - 1
	static const struct {
		const char *file;
		size_t len;
		const char *where, *why;
	} cases[] = {
		{BYTES("a,b\n1,\"2\n"), "F: row 2, column 2: ", "a quote is not closed"},
		{BYTES("a,b\n1,\"2\"3\n"), "F: row 2, column 2: ", "misplaced quote"},
		{BYTES("a,b\nx\"y,2\n"), "F: row 2, column 1: ", "misplaced quote"},
		{BYTES("a,b\n1\n"), "F: row 2, column 2: ", "the row ends here"},
		{BYTES("a,b\n1,2,3\n"), "F: row 2, column 3: ", "the row has more columns"},
		{BYTES("a,b\n1,\0\n"), "F: row 2, column 2: ", "NUL byte: not a CSV file"},
		{BYTES("\0"), "F: row 1, column 1: ", "NUL byte: not a CSV file"},
		{BYTES("a,b\n1,\xff\n"), "F: row 2, column 2: ", "not UTF-8"},
		{BYTES("a,b\n\xc0\xaf,2\n"), "F: row 2, column 1: ", "not UTF-8"},
		{BYTES("\xff\xfe"
		       "a\0,"),
			"F: ", "byte 5 is not valid in UTF-16"},
	};
	struct strbuf rows = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct error err = ERROR_INIT;

		print_message("# refused: %s\n", cases[i].why);
		assert_int_equal(read_bytes(cases[i].file, cases[i].len, &rows, &err), ERROR_REFUSED);
		assert_memory_equal(err.text, cases[i].where, strlen(cases[i].where));
		assert_memory_equal(err.text + strlen(cases[i].where), cases[i].why, strlen(cases[i].why));
	}
	strbuf_release(&rows);
}

/* A file that never ends: "a,", then letters for ever. */
struct endless {
	size_t given;
};

static ssize_t endless_read(void *cookie, char *buffer, size_t len)
{
	struct endless *endless = cookie;

	memset(buffer, 'a', len);
	if (!endless->given)
		buffer[1] = ',';
	endless->given += len;
	return (ssize_t)len;
}

static void a_cell_without_end_is_refused_early(void **state)
{
	struct endless endless = {0};
	FILE *in = fopencookie(&endless, "r", (cookie_io_functions_t){.read = endless_read});
	struct strbuf rows = STRBUF_INIT;
	struct error err = ERROR_INIT;

	(void)state;
	assert_int_equal(csv_reader_run(in, "F", NULL, note_row, &rows, &err), ERROR_REFUSED);
	assert_non_null(strstr(err.text, "F: row 1, column 2: the cell is larger than"));
	assert_true(endless.given < 2 * CSV_READER_CELL_BYTES);
	fclose(in);
	strbuf_release(&rows);
}

/* A file of empty lines that never ends. */
static ssize_t endless_lines(void *cookie, char *buffer, size_t len)
{
	memset(buffer, '\n', len);
	((struct endless *)cookie)->given += len;
	return (ssize_t)len;
}

static void rows_without_end_are_refused(void **state)
{
	struct endless endless = {0};
	FILE *in = fopencookie(&endless, "r", (cookie_io_functions_t){.read = endless_lines});
	struct strbuf rows = STRBUF_INIT;
	struct error err = ERROR_INIT;

	(void)state;
	assert_int_equal(csv_reader_run(in, "F", NULL, note_row, &rows, &err), ERROR_REFUSED);
	assert_string_equal(err.text, "F: row 4000001: the file has more than 4000000 rows");
	assert_true(endless.given < 2 * CSV_READER_ROWS);
	fclose(in);
	strbuf_release(&rows);
}

static void a_cell_that_is_too_large_is_refused_also_when_it_ends(void **state)
{
	size_t len = CSV_READER_CELL_BYTES + 3;
	char *file = mem_alloc(len);
	struct strbuf rows = STRBUF_INIT;
	struct error err = ERROR_INIT;

	(void)state;
	memset(file, 'a', len);
	file[len - 1] = '\n';
	assert_int_equal(read_bytes(file, len, &rows, &err), ERROR_REFUSED);
	assert_non_null(strstr(err.text, "F: row 1, column 1: the cell is larger than"));
	memset(file, ',', len);
	assert_int_equal(read_bytes(file, len, &rows, &err), ERROR_REFUSED);
	assert_non_null(strstr(err.text, "F: row 1, column 1001: more than"));
	free(file);
	strbuf_release(&rows);
}

static int end_at_the_second(void *context, const struct csv_row *row, struct error *err)
{
	++*(size_t *)context;
	return row->number == 2 ? error_set(err, ERROR_REFUSED, "enough") : 0;
}

static void a_visitor_can_end_the_reading(void **state)
{
	const char *file = "1\n2\n3\n\"";
	FILE *in = fmemopen((void *)file, strlen(file), "r");
	struct error err = ERROR_INIT;
	size_t visits = 0;

	(void)state;
	assert_int_equal(csv_reader_run(in, "F", NULL, end_at_the_second, &visits, &err), ERROR_REFUSED);
	assert_string_equal(err.text, "enough");
	assert_int_equal(visits, 2);
	fclose(in);
}

static void what_cannot_be_read_is_an_error_of_the_system(void **state)
{
	FILE *in = fopen("/", "re");
	struct strbuf rows = STRBUF_INIT;
	struct error err = ERROR_INIT;

	(void)state;
	assert_non_null(in);
	assert_int_equal(csv_reader_run(in, "F", NULL, note_row, &rows, &err), ERROR_SYSTEM);
	assert_string_equal(err.text, "F: Is a directory");
	fclose(in);
}

static void write_cells(const char *const *cells, size_t count, bool bom, char **text, size_t *len)
{
	FILE *out = open_memstream(text, len);
	struct csv_writer writer;

	csv_writer_init(&writer, out, bom);
	for (size_t i = 0; i < count; i++)
		csv_writer_text(&writer, cells[i]);
	csv_writer_end_row(&writer);
	csv_writer_release(&writer);
	fclose(out);
}

static const char *const cells_of_all_sorts[] = {"plain", "two words", "a,b", "say \"hi\"", "two\nlines", "=1+1", "+a",
	"-a", "@a", "'=a", "''=a", "'", "''", "'a", "a=b", NULL, " b ", "도메인;이벤트", "\"", "-", "=\"a\"", "true",
	"False", "'true", "truer"};

static void cells_are_quoted_and_guarded_only_when_they_must(void **state)
{
	char *text;
	size_t len;

	(void)state;
	write_cells(cells_of_all_sorts, ARRAY_SIZE(cells_of_all_sorts), false, &text, &len);
	assert_string_equal(text, "plain,two words,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",'=1+1,'+a,'-a,'@a,"
				  "''=a,'''=a,','','a,a=b,, b ,도메인;이벤트,\"\"\"\",'-,\"'=\"\"a\"\"\",'true,'False,"
				  "''true,truer\n");
	free(text);
	write_cells(cells_of_all_sorts, 1, true, &text, &len);
	assert_string_equal(text, "\xef\xbb\xbfplain\n");
	free(text);
}

static void what_is_written_is_read_back(void **state)
{
	struct strbuf rows = STRBUF_INIT, wanted = STRBUF_INIT;
	struct error err = ERROR_INIT;
	char *text;
	size_t len;

	(void)state;
	write_cells(cells_of_all_sorts, ARRAY_SIZE(cells_of_all_sorts), true, &text, &len);
	assert_int_equal(read_bytes(text, len, &rows, &err), 0);
	strbuf_addstr(&wanted, "1:");
	for (size_t i = 0; i < ARRAY_SIZE(cells_of_all_sorts); i++)
		strbuf_addf(&wanted, "[%s]", cells_of_all_sorts[i] ? cells_of_all_sorts[i] : "");
	strbuf_addch(&wanted, '\n');
	assert_string_equal(rows.text, wanted.text);
	free(text);
	strbuf_release(&rows);
	strbuf_release(&wanted);
}

static void numbers_and_times_are_written_and_zero_is_empty(void **state)
{
	static const int64_t numbers[] = {1, 10, 0, -5, INT64_MAX, INT64_MIN};
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);
	struct csv_writer writer;

	(void)state;
	csv_writer_init(&writer, out, false);
	for (size_t i = 0; i < ARRAY_SIZE(numbers); i++)
		csv_writer_number(&writer, numbers[i]);
	csv_writer_end_row(&writer);
	csv_writer_time(&writer, INT64_C(1795183500000));
	csv_writer_time(&writer, INT64_C(1795183500000));
	csv_writer_time(&writer, 0);
	csv_writer_time(&writer, INT64_C(1795183500001));
	csv_writer_end_row(&writer);
	csv_writer_release(&writer);
	fclose(out);
	assert_string_equal(text, "1,10,,-5,9223372036854775807,-9223372036854775808\n"
				  "2026-11-20T14:05:00Z,2026-11-20T14:05:00Z,,2026-11-20T14:05:00.001Z\n");
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_csv_is_read),
		cmocka_unit_test(what_is_no_csv_is_refused_where_it_stands),
		cmocka_unit_test(a_cell_without_end_is_refused_early),
		cmocka_unit_test(rows_without_end_are_refused),
		cmocka_unit_test(a_cell_that_is_too_large_is_refused_also_when_it_ends),
		cmocka_unit_test(a_visitor_can_end_the_reading),
		cmocka_unit_test(what_cannot_be_read_is_an_error_of_the_system),
		cmocka_unit_test(cells_are_quoted_and_guarded_only_when_they_must),
		cmocka_unit_test(what_is_written_is_read_back),
		cmocka_unit_test(numbers_and_times_are_written_and_zero_is_empty),
	};

	return cmocka_run_group_tests_name("format/csv", tests, NULL, NULL);
}
