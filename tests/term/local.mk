check_PROGRAMS += tests/term/leave_test
TESTS += tests/term/leave_test
tests_term_leave_test_SOURCES = %D%/leave_test.c %D%/modes.c %D%/modes.h
tests_term_leave_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(VTERM_CFLAGS)
tests_term_leave_test_LDADD = $(HARNESS) $(CMOCKA_LIBS)
