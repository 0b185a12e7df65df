check_PROGRAMS += %D%/document_test
TESTS += %D%/document_test
tests_unit_json_document_test_LDADD = $(JSON) $(CMOCKA_LIBS)
