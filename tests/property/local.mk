property_tests = \
	%D%/batching_test \
	%D%/dragging_test \
	%D%/keys_test \
	%D%/map_test \
	%D%/mapfit_test \
	%D%/modes_test \
	%D%/replaying_test \
	%D%/roundtrip_test \
	%D%/seeking_test \
	%D%/sequences_test \
	%D%/silence_test \
	%D%/storing_test \
	%D%/writing_test
check_PROGRAMS += $(property_tests)
TESTS += $(property_tests)

tests_property_batching_test_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
tests_property_batching_test_LDADD = libledger.a $(SHELL_FLOOR) $(VTERM_LIBS) $(CMOCKA_LIBS)
tests_property_dragging_test_LDADD = libledger.a $(WALL) $(CANVAS) $(CMOCKA_LIBS)
tests_property_keys_test_LDADD = libledger.a $(WALL) libcanvas.a $(MAP) $(CMOCKA_LIBS)
tests_property_map_test_LDADD = libledger.a $(LAYOUT) $(CMOCKA_LIBS)
tests_property_mapfit_test_LDADD = libledger.a $(DRAW) $(CMOCKA_LIBS)
tests_property_modes_test_SOURCES = %D%/modes_test.c src/cli/start.c
tests_property_modes_test_LDADD = libcanvas.a libmap.a $(REVIEW) $(CMOCKA_LIBS)
tests_property_replaying_test_LDADD = libledger.a $(COMMAND) $(CMOCKA_LIBS)
tests_property_roundtrip_test_LDADD = libledger.a $(IMPORT) $(CMOCKA_LIBS)
tests_property_seeking_test_SOURCES = %D%/seeking_test.c src/session/replay.c
tests_property_seeking_test_CPPFLAGS = $(AM_CPPFLAGS) -DREPLAY_APART=24
tests_property_seeking_test_LDADD = libledger.a $(SESSION) $(CMOCKA_LIBS)
tests_property_sequences_test_LDADD = libledger.a $(WALL) $(CANVAS) $(CMOCKA_LIBS)
tests_property_silence_test_LDADD = libledger.a $(COMMAND) $(CMOCKA_LIBS)
tests_property_storing_test_LDADD = libledger.a $(SESSION) $(CMOCKA_LIBS)
tests_property_writing_test_LDADD = libledger.a $(MODEL) $(CMOCKA_LIBS)
