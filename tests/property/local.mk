property_tests = \
	tests/property/dragging_test \
	tests/property/keys_test \
	tests/property/map_test \
	tests/property/mapfit_test \
	tests/property/modes_test \
	tests/property/replaying_test \
	tests/property/roundtrip_test \
	tests/property/seeking_test \
	tests/property/sequences_test \
	tests/property/silence_test \
	tests/property/storing_test \
	tests/property/writing_test
check_PROGRAMS += $(property_tests)
TESTS += $(property_tests)

tests_property_dragging_test_SOURCES = %D%/dragging_test.c
tests_property_dragging_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_property_dragging_test_LDADD = libledger.a $(CANVAS) $(CMOCKA_LIBS)
tests_property_keys_test_SOURCES = %D%/keys_test.c
tests_property_keys_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_property_keys_test_LDADD = libledger.a libcanvas.a $(MAP) $(CMOCKA_LIBS)
tests_property_modes_test_SOURCES = %D%/modes_test.c src/cli/start.c
tests_property_modes_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_property_modes_test_LDADD = libcanvas.a libmap.a $(REVIEW) $(CMOCKA_LIBS)
tests_property_map_test_SOURCES = %D%/map_test.c
tests_property_map_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_property_map_test_LDADD = libledger.a $(LAYOUT) $(CMOCKA_LIBS)
tests_property_mapfit_test_SOURCES = %D%/mapfit_test.c
tests_property_mapfit_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_property_mapfit_test_LDADD = libledger.a $(DRAW) $(CMOCKA_LIBS)
tests_property_replaying_test_SOURCES = %D%/replaying_test.c
tests_property_replaying_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_property_replaying_test_LDADD = libledger.a $(COMMAND) $(CMOCKA_LIBS)
tests_property_roundtrip_test_SOURCES = %D%/roundtrip_test.c
tests_property_roundtrip_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_property_roundtrip_test_LDADD = libledger.a $(IMPORT) $(CMOCKA_LIBS)
tests_property_seeking_test_SOURCES = %D%/seeking_test.c src/session/replay.c
tests_property_seeking_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) -DREPLAY_APART=24
tests_property_seeking_test_LDADD = libledger.a $(SESSION) $(CMOCKA_LIBS)
tests_property_sequences_test_SOURCES = %D%/sequences_test.c
tests_property_sequences_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_property_sequences_test_LDADD = libledger.a $(CANVAS) $(CMOCKA_LIBS)
tests_property_silence_test_SOURCES = %D%/silence_test.c
tests_property_silence_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_property_silence_test_LDADD = libledger.a $(COMMAND) $(CMOCKA_LIBS)
tests_property_storing_test_SOURCES = %D%/storing_test.c
tests_property_storing_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_property_storing_test_LDADD = libledger.a $(SESSION) $(CMOCKA_LIBS)
tests_property_writing_test_SOURCES = %D%/writing_test.c
tests_property_writing_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_property_writing_test_LDADD = libledger.a $(MODEL) $(CMOCKA_LIBS)
