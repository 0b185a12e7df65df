layout_tests = \
	%D%/boundary_test \
	%D%/mapplace_test \
	%D%/route_test \
	%D%/viewport_test
check_PROGRAMS += $(layout_tests)
TESTS += $(layout_tests)

tests_unit_layout_boundary_test_LDADD = $(LAYOUT) $(CMOCKA_LIBS)
tests_unit_layout_mapplace_test_LDADD = $(LAYOUT) $(CMOCKA_LIBS)
tests_unit_layout_route_test_LDADD = $(LAYOUT) $(CMOCKA_LIBS)
tests_unit_layout_viewport_test_LDADD = $(LAYOUT) $(CMOCKA_LIBS)
