check_PROGRAMS += tests/unit/csv/csv_test
TESTS += tests/unit/csv/csv_test
tests_unit_csv_csv_test_SOURCES = %D%/csv_test.c
tests_unit_csv_csv_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_csv_csv_test_LDADD = $(CSV) $(CMOCKA_LIBS)
