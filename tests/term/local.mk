check_PROGRAMS += tests/term/leave_test
TESTS += tests/term/leave_test
tests_term_leave_test_SOURCES = %D%/leave_test.c %D%/modes.c %D%/modes.h
tests_term_leave_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(VTERM_CFLAGS)
tests_term_leave_test_LDADD = $(HARNESS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/term/cast_test
TESTS += tests/term/cast_test
tests_term_cast_test_SOURCES = %D%/cast_test.c
tests_term_cast_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(VTERM_CFLAGS)
tests_term_cast_test_LDADD = $(HARNESS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/term/sent_test
TESTS += tests/term/sent_test
tests_term_sent_test_SOURCES = %D%/sent_test.c %D%/modes.c %D%/modes.h
tests_term_sent_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(VTERM_CFLAGS)
tests_term_sent_test_LDADD = $(HARNESS) $(CMOCKA_LIBS)
