text_tests = \
	tests/unit/text/abridge_test \
	tests/unit/text/clean_test \
	tests/unit/text/needle_test \
	tests/unit/text/rewording_test \
	tests/unit/text/shellword_test \
	tests/unit/text/utf8_test \
	tests/unit/text/width_test \
	tests/unit/text/words_test \
	tests/unit/text/wrap_test
check_PROGRAMS += $(text_tests)
TESTS += $(text_tests)

text_test_cppflags = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
text_test_ldadd = $(TEXT) $(CMOCKA_LIBS)

tests_unit_text_abridge_test_SOURCES = %D%/abridge_test.c
tests_unit_text_abridge_test_CPPFLAGS = $(text_test_cppflags)
tests_unit_text_abridge_test_LDADD = $(text_test_ldadd)
tests_unit_text_clean_test_SOURCES = %D%/clean_test.c
tests_unit_text_clean_test_CPPFLAGS = $(text_test_cppflags)
tests_unit_text_clean_test_LDADD = $(text_test_ldadd)
tests_unit_text_shellword_test_SOURCES = %D%/shellword_test.c
tests_unit_text_shellword_test_CPPFLAGS = $(text_test_cppflags)
tests_unit_text_shellword_test_LDADD = $(text_test_ldadd)
tests_unit_text_utf8_test_SOURCES = %D%/utf8_test.c
tests_unit_text_utf8_test_CPPFLAGS = $(text_test_cppflags)
tests_unit_text_utf8_test_LDADD = $(text_test_ldadd)
tests_unit_text_width_test_SOURCES = %D%/width_test.c
tests_unit_text_width_test_CPPFLAGS = $(text_test_cppflags)
tests_unit_text_width_test_LDADD = $(text_test_ldadd)
tests_unit_text_words_test_SOURCES = %D%/words_test.c
tests_unit_text_words_test_CPPFLAGS = $(text_test_cppflags)
tests_unit_text_words_test_LDADD = $(text_test_ldadd)
tests_unit_text_wrap_test_SOURCES = %D%/wrap_test.c
tests_unit_text_wrap_test_CPPFLAGS = $(text_test_cppflags)
tests_unit_text_wrap_test_LDADD = $(text_test_ldadd)
tests_unit_text_rewording_test_SOURCES = %D%/rewording_test.c
tests_unit_text_rewording_test_CPPFLAGS = $(text_test_cppflags)
tests_unit_text_rewording_test_LDADD = $(text_test_ldadd)
tests_unit_text_needle_test_SOURCES = %D%/needle_test.c
tests_unit_text_needle_test_CPPFLAGS = $(text_test_cppflags)
tests_unit_text_needle_test_LDADD = $(text_test_ldadd)
