#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <inttypes.h>
#include <string.h>

#include "base/mem.h"
#include "text/words.h"

static void a_line_is_words(void **state)
{
	static const struct {
		const char *line;
		const char *words[5];
	} rows[] = {
		{"", {NULL}},
		{"   ", {NULL}},
		{"add event Paid", {"add", "event", "Paid"}},
		{"  add   event  ", {"add", "event"}},
		{"'as it \\n is' b", {"as it \\n is", "b"}},
		{"\"two\\nlines \\\"q\\\" \\\\\" b", {"two\nlines \"q\" \\", "b"}},
		{"\"\" ''", {"", ""}},
		{"Buyer's \"ok", {"Buyer's", NULL}},
		{"it's a\"b\"", {"it's", "a\"b\""}},
		{"'a'b", {"a", "b"}},
		{"주문 '접 수'", {"주문", "접 수"}},
		{"\"\\a\\'\"", {"a'"}},
		{"\"a\\", {NULL}},
		{"'open", {NULL}},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf word = STRBUF_INIT;
		struct error err = ERROR_INIT;
		struct words words;
		size_t n = 0;
		int there;

		words_from_line(&words, rows[i].line);
		for (; (there = words_next(&words, &word, &err)) > 0; n++) {
			assert_non_null(rows[i].words[n]);
			assert_string_equal(word.text, rows[i].words[n]);
		}
		assert_null(rows[i].words[n]);
		if (there < 0) {
			assert_int_equal(there, ERROR_USAGE);
			assert_non_null(strstr(err.text, "quote is not closed"));
		} else {
			assert_true(words_at_end(&words));
		}
		strbuf_release(&word);
	}
}

static void a_vector_is_taken_as_it_is(void **state)
{
	static const char *const argv[] = {"add", "it's \"so\"", "", "'x", NULL};
	struct strbuf word = STRBUF_INIT;
	struct words words;

	(void)state;
	words_from_argv(&words, argv);
	assert_int_equal(words_left(&words), 4);
	for (size_t i = 0; i < 4; i++) {
		assert_false(words_at_end(&words));
		assert_int_equal(words_next(&words, &word, NULL), 1);
		assert_string_equal(word.text, argv[i]);
	}
	assert_true(words_at_end(&words));
	assert_int_equal(words_next(&words, &word, NULL), 0);
	assert_string_equal(word.text, "");
	words_from_argv(&words, argv);
	words_rest(&words, &word);
	assert_string_equal(word.text, "add it's \"so\"  'x");
	assert_true(words_at_end(&words));
	strbuf_release(&word);
}

static void the_rest_is_one_quoted_word_or_as_it_stands(void **state)
{
	static const char *const rows[][2] = {
		{"Order placed  twice ", "Order placed  twice "},
		{"\"two\\nlines\"", "two\nlines"},
		{"'as it is'  ", "as it is"},
		{"'quoted' and more", "'quoted' and more"},
		{"\"open", "\"open"},
		{"'open", "'open"},
		{"\"a\" \"b\"", "\"a\" \"b\""},
		{"", ""},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf rest = STRBUF_INIT;
		struct words words;

		words_from_line(&words, rows[i][0]);
		words_rest(&words, &rest);
		assert_string_equal(rest.text, rows[i][1]);
		assert_true(words_at_end(&words));
		strbuf_release(&rest);
	}
}

static void what_is_left_is_counted(void **state)
{
	static const struct {
		const char *line;
		int left;
	} rows[] = {{"", 0}, {"  ", 0}, {"a", 1}, {" a  b ", 2}, {"'a b' c", 3}};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct words words;

		words_from_line(&words, rows[i].line);
		assert_int_equal(words_left(&words), rows[i].left);
	}
}

static void quotes_are_used_where_they_are_needed(void **state)
{
	static const char *const rows[][2] = {
		{"plain", "plain"},
		{"it's", "it's"},
		{"a\"b", "a\"b"},
		{"a\\b", "a\\b"},
		{"", "\"\""},
		{"two words", "\"two words\""},
		{"'x", "\"'x\""},
		{"\"x", "\"\\\"x\""},
		{"a\nb\\n", "\"a\\nb\\\\n\""},
		{"주문", "주문"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf out = STRBUF_INIT;

		words_quote(&out, rows[i][0]);
		assert_string_equal(out.text, rows[i][1]);
		strbuf_release(&out);
	}
}

static void the_rest_is_read_back(void **state)
{
	static const char *const texts[] = {"Paid", "so \"called\"", "\"so called\"", "'x'", "'tis", "\"a\" \"b\"",
		"\"back\\slash\"", "a \\ b", "-r", ""};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		struct strbuf line = STRBUF_INIT, rest = STRBUF_INIT;
		struct words words;

		words_quote_rest(&line, texts[i]);
		words_from_line(&words, line.text);
		words_rest(&words, &rest);
		assert_string_equal(rest.text, texts[i]);
		strbuf_release(&line);
		strbuf_release(&rest);
	}
}

static void what_a_line_is_made_of_is_read_back(void **state)
{
	static const char *const texts[] = {"Paid", "two words", "\"quoted\" text", "it's", "'", "-r", "back\\slash",
		"a \\ b", "two\nlines", "", "100%", "주문 접수"};
	struct strbuf line = STRBUF_INIT, word = STRBUF_INIT;
	const char *volatile none = NULL;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		struct words words;

		strbuf_reset(&line);
		words_format(&line, "add %s -c %d %" PRId64 " -- %s", texts[i], -3, INT64_C(1) << 40, texts[i]);
		assert_int_equal(line.text[line.len - 1], '\n');
		strbuf_truncate(&line, line.len - 1);
		assert_null(strchr(line.text, '\n'));
		words_from_line(&words, line.text);
		words_next(&words, &word, NULL);
		assert_string_equal(word.text, "add");
		words_next(&words, &word, NULL);
		assert_string_equal(word.text, texts[i]);
		words_next(&words, &word, NULL);
		words_next(&words, &word, NULL);
		assert_string_equal(word.text, "-3");
		words_next(&words, &word, NULL);
		assert_string_equal(word.text, "1099511627776");
		words_next(&words, &word, NULL);
		words_rest(&words, &word);
		assert_string_equal(word.text, texts[i]);
	}
	strbuf_reset(&line);
	words_format(&line, "x %s", none);
	assert_string_equal(line.text, "x \"\"\n");
	strbuf_release(&line);
	strbuf_release(&word);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_is_words),
		cmocka_unit_test(a_vector_is_taken_as_it_is),
		cmocka_unit_test(the_rest_is_one_quoted_word_or_as_it_stands),
		cmocka_unit_test(what_is_left_is_counted),
		cmocka_unit_test(quotes_are_used_where_they_are_needed),
		cmocka_unit_test(the_rest_is_read_back),
		cmocka_unit_test(what_a_line_is_made_of_is_read_back),
	};

	return cmocka_run_group_tests_name("text/words", tests, NULL, NULL);
}
