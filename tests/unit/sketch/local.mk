sketch_tests = \
	%D%/drawio_test \
	%D%/markup_test \
	%D%/sketch_test
check_PROGRAMS += $(sketch_tests)
TESTS += $(sketch_tests)

tests_unit_sketch_drawio_test_LDADD = $(SKETCH) $(CMOCKA_LIBS)
tests_unit_sketch_markup_test_LDADD = $(SKETCH) $(CMOCKA_LIBS)
tests_unit_sketch_sketch_test_LDADD = $(SKETCH) $(CMOCKA_LIBS)
