#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "shell/twoset.h"
#include "text/utf8.h"

/* What libhangul 0.1.0 sends for the keys of its layout "2". */
static const char plain_keys[] = "abcdefghijklmnopqrstuvwxyzEOPQRTW";
static const char *const plain_letters[] = {"ㅁ", "ㅠ", "ㅊ", "ㅇ", "ㄷ", "ㄹ", "ㅎ", "ㅗ", "ㅑ", "ㅓ", "ㅏ", "ㅣ",
	"ㅡ", "ㅜ", "ㅐ", "ㅔ", "ㅂ", "ㄱ", "ㄴ", "ㅅ", "ㅕ", "ㅍ", "ㅈ", "ㅌ", "ㅛ", "ㅋ", "ㄸ", "ㅒ", "ㅖ", "ㅃ",
	"ㄲ", "ㅆ", "ㅉ"};

static void assert_keys(const char *letter, const char *wanted)
{
	char keys[TWOSET_KEYS_MOST + 1] = "";
	int32_t code;

	assert_int_equal(utf8_decode(letter, strlen(letter), &code), strlen(letter));
	keys[twoset_keys(code, keys)] = '\0';
	assert_string_equal(keys, wanted);
}

static void each_letter_is_the_key_it_lies_on(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(plain_letters); i++) {
		char key[2] = {plain_keys[i], '\0'};
		int32_t code;

		assert_keys(plain_letters[i], key);
		utf8_decode(plain_letters[i], strlen(plain_letters[i]), &code);
		assert_int_equal(twoset_letter(plain_keys[i]), code);
	}
}

static void syllables_are_the_keys_that_make_them(void **state)
{
	static const char *const rows[][2] = {{"안", "dks"}, {"가", "rk"}, {"힣", "glg"}, {"뷁", "qnpfr"},
		{"쌍", "Tkd"}, {"의", "dml"}, {"값", "rkqt"}, {"ㅘ", "hk"}, {"ㄳ", "rt"}, {"ᄒ", "g"}, {"ᅡ", "k"},
		{"ᆫ", "s"}};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++)
		assert_keys(rows[i][0], rows[i][1]);
}

static void nothing_else_is_a_key(void **state)
{
	static const char *const others[] = {"a", "1", "é", "漢", "あ", "ㅤ", "힤", "ㆍ"};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(others); i++)
		assert_keys(others[i], "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_letter_is_the_key_it_lies_on),
		cmocka_unit_test(syllables_are_the_keys_that_make_them),
		cmocka_unit_test(nothing_else_is_a_key),
	};

	return cmocka_run_group_tests_name("shell/twoset", tests, NULL, NULL);
}
