text_tests = \
	%D%/abridge_test \
	%D%/clean_test \
	%D%/needle_test \
	%D%/rewording_test \
	%D%/shellword_test \
	%D%/utf8_test \
	%D%/width_test \
	%D%/words_test \
	%D%/wrap_test \
	%D%/xmltext_test
check_PROGRAMS += $(text_tests)
TESTS += $(text_tests)

text_test_ldadd = $(TEXT) $(CMOCKA_LIBS)

tests_unit_text_abridge_test_LDADD = $(text_test_ldadd)
tests_unit_text_clean_test_LDADD = $(text_test_ldadd)
tests_unit_text_needle_test_LDADD = $(text_test_ldadd)
tests_unit_text_rewording_test_LDADD = $(text_test_ldadd)
tests_unit_text_shellword_test_LDADD = $(text_test_ldadd)
tests_unit_text_utf8_test_LDADD = $(text_test_ldadd)
tests_unit_text_width_test_LDADD = $(text_test_ldadd)
tests_unit_text_words_test_LDADD = $(text_test_ldadd)
tests_unit_text_wrap_test_LDADD = $(text_test_ldadd)
tests_unit_text_xmltext_test_LDADD = $(text_test_ldadd)
