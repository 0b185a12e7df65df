json_tests = \
	%D%/document_test \
	%D%/excalidraw_test
check_PROGRAMS += $(json_tests)
TESTS += $(json_tests)

tests_unit_json_document_test_LDADD = $(JSON) $(CMOCKA_LIBS)
tests_unit_json_excalidraw_test_LDADD = $(JSON) $(CMOCKA_LIBS)
