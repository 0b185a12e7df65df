check_PROGRAMS += %D%/review_test
TESTS += %D%/review_test
tests_unit_review_review_test_LDADD = $(REVIEW) $(CMOCKA_LIBS)
