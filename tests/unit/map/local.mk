check_PROGRAMS += %D%/dialogue_test
TESTS += %D%/dialogue_test
tests_unit_map_dialogue_test_LDADD = libledger.a $(MAP) $(CMOCKA_LIBS)
