check_PROGRAMS += tests/unit/json/document_test
TESTS += tests/unit/json/document_test
tests_unit_json_document_test_SOURCES = %D%/document_test.c
tests_unit_json_document_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_json_document_test_LDADD = $(JSON) $(CMOCKA_LIBS)
