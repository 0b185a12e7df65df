check_PROGRAMS += tests/unit/layout/viewport_test
TESTS += tests/unit/layout/viewport_test
tests_unit_layout_viewport_test_SOURCES = %D%/viewport_test.c
tests_unit_layout_viewport_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_layout_viewport_test_LDADD = $(LAYOUT) $(CMOCKA_LIBS)
