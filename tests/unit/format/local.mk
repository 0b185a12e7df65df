format_tests = \
	%D%/axis_test \
	%D%/cml_test \
	%D%/crossings_test \
	%D%/csv_folder_test \
	%D%/diagram_test \
	%D%/fieldtype_test \
	%D%/glossary_text_test \
	%D%/identifiers_test \
	%D%/markdown_test \
	%D%/page_test \
	%D%/paper_test \
	%D%/svg_pages_test \
	%D%/svg_test \
	%D%/yaml_test
check_PROGRAMS += $(format_tests)
TESTS += $(format_tests)

tests_unit_format_axis_test_LDADD = $(FORMAT) $(CMOCKA_LIBS)
tests_unit_format_cml_test_SOURCES = %D%/cml_test.c %D%/cml_reader.c %D%/cml_reader.h
tests_unit_format_cml_test_LDADD = libformatdesk.a $(IMPORT) $(CMOCKA_LIBS)
tests_unit_format_crossings_test_LDADD = libformatdesk.a $(IMPORT) $(CMOCKA_LIBS)
tests_unit_format_csv_folder_test_LDADD = libformatdesk.a $(IMPORT) $(CMOCKA_LIBS)
tests_unit_format_diagram_test_LDADD = libformatdesk.a $(IMPORT) $(CMOCKA_LIBS)
tests_unit_format_fieldtype_test_LDADD = $(FORMAT) $(CMOCKA_LIBS)
tests_unit_format_glossary_text_test_LDADD = $(FORMAT) $(CMOCKA_LIBS)
tests_unit_format_identifiers_test_LDADD = $(FORMAT) $(CMOCKA_LIBS)
tests_unit_format_markdown_test_LDADD = $(FORMAT) $(CMOCKA_LIBS)
tests_unit_format_page_test_LDADD = $(FORMAT) $(CMOCKA_LIBS)
tests_unit_format_paper_test_LDADD = $(FORMAT) $(CMOCKA_LIBS)
tests_unit_format_svg_pages_test_LDADD = libformatdesk.a $(IMPORT) $(CMOCKA_LIBS)
tests_unit_format_svg_test_LDADD = libformatdesk.a $(IMPORT) $(CMOCKA_LIBS)
tests_unit_format_yaml_test_LDADD = $(FORMAT) $(CMOCKA_LIBS)
