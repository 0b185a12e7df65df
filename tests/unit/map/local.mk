map_tests = \
	%D%/dialogue_test \
	%D%/map_mouse_test \
	%D%/relate_test
check_PROGRAMS += $(map_tests)
TESTS += $(map_tests)

tests_unit_map_dialogue_test_LDADD = libledger.a $(MAP) $(CMOCKA_LIBS)
tests_unit_map_map_mouse_test_LDADD = $(WALL) $(MAP) $(CMOCKA_LIBS)
tests_unit_map_relate_test_LDADD = $(WALL) $(MAP) $(CMOCKA_LIBS)
