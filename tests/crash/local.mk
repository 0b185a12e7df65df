check_PROGRAMS += tests/crash/crash_test
TESTS += tests/crash/crash_test
tests_crash_crash_test_SOURCES = %D%/crash_test.c
tests_crash_crash_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_crash_crash_test_LDADD = $(STORE) $(CMOCKA_LIBS)
