import_tests = \
	%D%/arrange_test \
	%D%/drawn_test \
	%D%/foreign_test \
	%D%/import_test \
	%D%/messages_test
check_PROGRAMS += $(import_tests)
TESTS += $(import_tests)

tests_unit_import_arrange_test_LDADD = libformatdesk.a $(IMPORT) $(CMOCKA_LIBS)
tests_unit_import_drawn_test_LDADD = libformatdesk.a $(IMPORT) $(CMOCKA_LIBS)
tests_unit_import_foreign_test_LDADD = libformatdesk.a $(IMPORT) $(CMOCKA_LIBS)
tests_unit_import_import_test_LDADD = libformatdesk.a $(IMPORT) $(CMOCKA_LIBS)
tests_unit_import_messages_test_LDADD = libformatdesk.a $(IMPORT) $(CMOCKA_LIBS)
