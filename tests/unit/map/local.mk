check_PROGRAMS += tests/unit/map/dialogue_test
TESTS += tests/unit/map/dialogue_test
tests_unit_map_dialogue_test_SOURCES = %D%/dialogue_test.c
tests_unit_map_dialogue_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_map_dialogue_test_LDADD = libledger.a $(MAP) $(CMOCKA_LIBS)
