#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "text/shellword.h"

static const char *const plain[] = {"shop", "우리가게", "./a/b-1.evs", "user@host.example", "[::1]", "50%", "a=b"};
static const char *const strange[] = {"", "my shop", "it's", "''", "-", "-x", "$HOME", "`id`", "a\\b", "a\nb", "~",
	"~root", "a;b", "a&b", "*", "#", "!!", "\"", "(", "{a,b}", "<x", "|", "=ls",
	"a\xc2\xa0"
	"b",
	"a\xe3\x80\x80"
	"b",
	"é"};

/* What the shell makes of it. */
static void must_be_read_back(const char *text)
{
	struct strbuf line = STRBUF_INIT;
	char back[200];
	FILE *shell;

	strbuf_addstr(&line, "printf %s ");
	shellword_add(&line, text);
	shell = popen(line.text, "r");
	assert_non_null(shell);
	back[fread(back, 1, sizeof(back) - 1, shell)] = '\0';
	assert_int_equal(pclose(shell), 0);
	if (strcmp(back, text))
		fail_msg("“%s” must be read as “%s”, not “%s”", line.text, text, back);
	strbuf_release(&line);
}

static void the_shell_reads_each_word_back(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(plain) / sizeof(*plain); i++)
		must_be_read_back(plain[i]);
	for (size_t i = 0; i < sizeof(strange) / sizeof(*strange); i++)
		must_be_read_back(strange[i]);
}

static void only_what_needs_quotes_has_them(void **state)
{
	static const struct {
		const char *text, *word, *operand;
	} rows[] = {
		{"shop", "shop", "shop"},
		{"우리가게", "우리가게", "우리가게"},
		{"./a/b-1.evs", "./a/b-1.evs", "./a/b-1.evs"},
		{"my shop", "'my shop'", "'my shop'"},
		{"it's", "'it'\\''s'", "'it'\\''s'"},
		{"", "''", "''"},
		{"-x", "-x", "-- -x"},
		{"-x y", "'-x y'", "-- '-x y'"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct strbuf word = STRBUF_INIT, operand = STRBUF_INIT;

		shellword_add(&word, rows[i].text);
		shellword_add_operand(&operand, rows[i].text);
		assert_string_equal(word.text, rows[i].word);
		assert_string_equal(operand.text, rows[i].operand);
		strbuf_release(&word);
		strbuf_release(&operand);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_shell_reads_each_word_back),
		cmocka_unit_test(only_what_needs_quotes_has_them),
	};

	return cmocka_run_group_tests_name("text/shellword", tests, NULL, NULL);
}
