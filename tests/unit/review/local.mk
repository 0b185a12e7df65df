check_PROGRAMS += tests/unit/review/review_test
TESTS += tests/unit/review/review_test
tests_unit_review_review_test_SOURCES = %D%/review_test.c
tests_unit_review_review_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_review_review_test_LDADD = $(REVIEW) $(CMOCKA_LIBS)
