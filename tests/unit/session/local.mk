check_PROGRAMS += tests/unit/session/session_test
TESTS += tests/unit/session/session_test
tests_unit_session_session_test_SOURCES = %D%/session_test.c
tests_unit_session_session_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_session_session_test_LDADD = $(SESSION) $(CMOCKA_LIBS)
