check_PROGRAMS += tests/live/live_test
TESTS += tests/live/live_test
tests_live_live_test_SOURCES = %D%/live_test.c
tests_live_live_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(VTERM_CFLAGS)
tests_live_live_test_LDADD = $(HARNESS) $(CMOCKA_LIBS)
dist_check_SCRIPTS += %D%/access.sh
TESTS += %D%/access.sh
