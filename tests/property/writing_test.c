/* What must hold of any text, at random. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <inttypes.h>
#include <locale.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "lib/gen.h"
#include "model/shift.h"
#include "text/clean.h"
#include "text/utf8.h"
#include "text/width.h"
#include "text/words.h"
#include "text/wrap.h"

#define WRITING_LINES_MOST 400

/* Runs CHECK on texts, raw, of gen_rounds(ROUNDS) seeds. */
static void writing_each(int rounds, bool hostile, void (*check)(struct gen *gen, const char *text, size_t len))
{
	rounds = gen_rounds(rounds);
	for (int round = 0; round < rounds; round++) {
		struct strbuf text = STRBUF_INIT;
		struct gen gen;

		gen_start(&gen, gen_seed() + (uint64_t)round);
		for (int i = 0; i < 20; i++) {
			strbuf_reset(&text);
			gen_text(&gen, &text, 40, hostile);
			check(&gen, text.text, text.len);
		}
		strbuf_release(&text);
	}
}

/* Between FROM and TO only what a line breaks at: spaces, or spaces and one line feed. */
static bool writing_is_break(const char *text, size_t from, size_t to)
{
	int feeds = 0;

	for (; from < to; from++) {
		if (text[from] != ' ' && text[from] != '\n')
			return false;
		feeds += text[from] == '\n';
	}
	return feeds <= 1;
}

static void writing_check_wrap(struct gen *gen, const char *raw, size_t raw_len)
{
	struct strbuf clean = STRBUF_INIT;
	const char *text;
	struct wrap_line lines[WRITING_LINES_MOST];
	int width = 2 + gen_below(gen, 12);
	size_t max = 1 + (size_t)gen_below(gen, WRITING_LINES_MOST), end = 0, count, len;
	bool rest;

	assert_int_equal(clean_text(&clean, raw, raw_len, CLEAN_MANY_LINES, NULL), 0);
	text = clean.text;
	len = clean.len;
	count = wrap_text(text, len, width, lines, max, &rest);
	assert_in_range(count, 1, max);
	for (size_t i = 0; i < count; i++) {
		struct wrap_line *line = &lines[i];

		if (line->start < end || !writing_is_break(text, end, line->start))
			fail_msg("“%s” in %d cells: line %zu must begin where the last ended", text, width, i);
		end = line->start + line->len;
		assert_true(end <= len);
		if (line->cells != width_of(text + line->start, line->len) || line->cells > width)
			fail_msg("“%s”: line %zu of %d cells must fit into %d", text, i, line->cells, width);
		assert_null(memchr(text + line->start, '\n', line->len));
	}
	if (!rest && !writing_is_break(text, end, len))
		fail_msg("“%s” in %d cells: nothing must be left over", text, width);
	strbuf_release(&clean);
}

static void wrapping_keeps_the_width_and_loses_nothing(void **state)
{
	(void)state;
	writing_each(300, false, writing_check_wrap);
}

static void writing_check_words(struct gen *gen, const char *text, size_t len)
{
	struct strbuf line = STRBUF_INIT, word = STRBUF_INIT;
	struct words words;

	(void)len;
	for (int i = gen_below(gen, 3); i >= 0; i--)
		strbuf_addch(&line, ' ');
	words_quote(&line, text);
	strbuf_addstr(&line, "  end");
	words_from_line(&words, line.text);
	assert_int_equal(words_next(&words, &word, NULL), 1);
	assert_string_equal(word.text, text);
	assert_int_equal(words_next(&words, &word, NULL), 1);
	assert_string_equal(word.text, "end");
	assert_int_equal(words_next(&words, &word, NULL), 0);
	strbuf_release(&line);
	strbuf_release(&word);
}

static void a_quoted_word_is_read_back(void **state)
{
	(void)state;
	writing_each(200, true, writing_check_words);
}

/* Any line at all is taken apart without harm, and ends. */
static void writing_check_any_line(struct gen *gen, const char *text, size_t len)
{
	struct strbuf word = STRBUF_INIT;
	struct words words;
	size_t count = 0;
	int there;

	(void)gen;
	words_from_line(&words, text);
	while ((there = words_next(&words, &word, NULL)) > 0)
		assert_true(++count <= len);
	if (there < 0)
		words_rest(&words, &word);
	assert_true(there == 0 || word.len <= len);
	strbuf_release(&word);
}

static void any_line_is_taken_apart(void **state)
{
	(void)state;
	writing_each(200, true, writing_check_any_line);
}

static bool writing_is_safe(const char *text, size_t len, bool feeds)
{
	size_t used;
	int32_t code;

	for (size_t at = 0; at < len; at += used) {
		used = utf8_decode(text + at, len - at, &code);
		if (!used || (code < 0x20 && !(feeds && code == '\n')) || (code >= 0x7f && code < 0xa0) ||
			(code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code == 0x2028 ||
			code == 0x2029 || code == 0xfeff)
			return false;
	}
	return true;
}

static void writing_check_clean(struct gen *gen, const char *text, size_t len)
{
	enum clean_lines lines = gen_once_in(gen, 2) ? CLEAN_ONE_LINE : CLEAN_MANY_LINES;
	struct strbuf once = STRBUF_INIT, twice = STRBUF_INIT, nfc = STRBUF_INIT;
	struct error err = ERROR_INIT;
	int failed = clean_text(&once, text, len, lines, &err);

	assert_int_equal(!failed, utf8_valid(text, len));
	assert_true(writing_is_safe(once.text, once.len, lines == CLEAN_MANY_LINES));
	assert_true(clean_is_clean(once.text, lines));
	assert_int_equal(clean_text(&twice, once.text, once.len, lines, &err), 0);
	assert_string_equal(twice.text, once.text);
	utf8_nfc(&nfc, once.text, once.len);
	assert_string_equal(nfc.text, once.text);
	if (!failed)
		assert_int_equal(clean_is_clean(text, lines), !strcmp(once.text, text));
	strbuf_reset(&twice);
	clean_for_display(&twice, text, len);
	assert_true(writing_is_safe(twice.text, twice.len, false));
	strbuf_release(&once);
	strbuf_release(&twice);
	strbuf_release(&nfc);
}

static void what_is_clean_stays_as_it_is(void **state)
{
	(void)state;
	writing_each(300, true, writing_check_clean);
	writing_each(300, false, writing_check_clean);
}

static void writing_check_clusters(struct gen *gen, const char *text, size_t len)
{
	int room = gen_below(gen, 30), cells = 0, used;
	struct strbuf clean = STRBUF_INIT;
	size_t at, fits;

	if (clean_text(&clean, text, len, CLEAN_MANY_LINES, NULL)) {
		strbuf_release(&clean);
		return;
	}
	for (at = 0; at < clean.len;) {
		size_t cluster = utf8_cluster(clean.text + at, clean.len - at);

		assert_in_range(cluster, 1, clean.len - at);
		assert_int_equal(utf8_cluster_before(clean.text, at + cluster), at);
		cells += width_of(clean.text + at, cluster);
		at += cluster;
	}
	assert_int_equal(cells, width_of(clean.text, clean.len));
	fits = width_fit(clean.text, clean.len, room, &used);
	assert_int_equal(used, width_of(clean.text, fits));
	assert_true(used <= room);
	if (fits < clean.len)
		assert_true(
			used + width_of(clean.text + fits, utf8_cluster(clean.text + fits, clean.len - fits)) > room);
	strbuf_release(&clean);
}

static void a_text_is_the_sum_of_its_clusters(void **state)
{
	(void)state;
	writing_each(300, false, writing_check_clusters);
}

static void a_record_is_read_back(void **state)
{
	int rounds = gen_rounds(300);

	(void)state;
	for (int round = 0; round < rounds; round++) {
		struct strbuf text = STRBUF_INIT, note = STRBUF_INIT, raw = STRBUF_INIT;
		struct strbuf record = STRBUF_INIT, again = STRBUF_INIT;
		struct sticky sticky = {.id = 1}, back = {.id = 1};
		struct gen gen;

		gen_start(&gen, gen_seed() + (uint64_t)round);
		gen_text(&gen, &raw, 30, false);
		assert_int_equal(clean_text(&text, raw.text, raw.len, CLEAN_MANY_LINES, NULL), 0);
		gen_text(&gen, &raw, 30, false);
		assert_int_equal(clean_text(&note, raw.text, raw.len, CLEAN_MANY_LINES, NULL), 0);
		sticky.text = text.len ? text.text : NULL;
		sticky.note = note.len ? note.text : NULL;
		sticky.kind = gen_below(&gen, KIND_COUNT);
		sticky.place = (struct place){1 + gen_below(&gen, PLACE_MOST), 1 + gen_below(&gen, 9)};
		sticky.resolved = gen_once_in(&gen, 2);
		sticky.author = gen_below(&gen, 3);
		sticky.created = (int64_t)gen_below(&gen, 1 << 30) * (gen_below(&gen, 8000) - 1000);
		record_format(ENTITY_STICKY, &sticky, &record);
		assert_int_equal(record_parse(ENTITY_STICKY, &back, record.text, NULL), 0);
		record_format(ENTITY_STICKY, &back, &again);
		assert_string_equal(again.text, record.text);
		assert_int_equal(back.created, sticky.created);
		item_clear(ENTITY_STICKY, &back);
		strbuf_release(&text);
		strbuf_release(&note);
		strbuf_release(&raw);
		strbuf_release(&record);
		strbuf_release(&again);
	}
}

static int writing_set_up(void **state)
{
	(void)state;
	return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wrapping_keeps_the_width_and_loses_nothing),
		cmocka_unit_test(a_quoted_word_is_read_back),
		cmocka_unit_test(any_line_is_taken_apart),
		cmocka_unit_test(what_is_clean_stays_as_it_is),
		cmocka_unit_test(a_text_is_the_sum_of_its_clusters),
		cmocka_unit_test(a_record_is_read_back),
	};

	return cmocka_run_group_tests_name("property/writing", tests, writing_set_up, NULL);
}
