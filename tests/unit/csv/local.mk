check_PROGRAMS += %D%/csv_test
TESTS += %D%/csv_test
tests_unit_csv_csv_test_LDADD = $(CSV) $(CMOCKA_LIBS)
