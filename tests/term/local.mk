term_tests = \
	%D%/cast_test \
	%D%/leave_test \
	%D%/sent_test
check_PROGRAMS += $(term_tests)
TESTS += $(term_tests)

tests_term_leave_test_SOURCES = %D%/leave_test.c %D%/modes.c %D%/modes.h
tests_term_leave_test_LDADD = $(HARNESS) $(CMOCKA_LIBS)

tests_term_cast_test_LDADD = $(HARNESS) $(CMOCKA_LIBS)

tests_term_sent_test_SOURCES = %D%/sent_test.c %D%/modes.c %D%/modes.h
tests_term_sent_test_LDADD = $(HARNESS) $(CMOCKA_LIBS)
