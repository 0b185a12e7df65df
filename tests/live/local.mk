check_PROGRAMS += tests/live/live_test
TESTS += tests/live/live_test
tests_live_live_test_SOURCES = %D%/live_test.c
tests_live_live_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(VTERM_CFLAGS)
tests_live_live_test_LDADD = $(HARNESS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/live/workshop_test
TESTS += tests/live/workshop_test
tests_live_workshop_test_SOURCES = %D%/workshop_test.c
tests_live_workshop_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(VTERM_CFLAGS)
tests_live_workshop_test_LDADD = $(HARNESS) $(CMOCKA_LIBS)
dist_check_SCRIPTS += %D%/access.sh
TESTS += %D%/access.sh
EXTRA_DIST += %D%/entry.sh
dist_check_SCRIPTS += %D%/door.sh
TESTS += %D%/door.sh
check_PROGRAMS += tests/live/idlers
tests_live_idlers_SOURCES = %D%/idlers.c
check_PROGRAMS += tests/live/flood_test
TESTS += tests/live/flood_test
tests_live_flood_test_SOURCES = %D%/flood_test.c
tests_live_flood_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(VTERM_CFLAGS)
tests_live_flood_test_LDADD = $(HARNESS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/live/bounds_test
TESTS += tests/live/bounds_test
tests_live_bounds_test_SOURCES = %D%/bounds_test.c
tests_live_bounds_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_live_bounds_test_LDADD = $(HARNESS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/live/converge_test
TESTS += tests/live/converge_test
tests_live_converge_test_SOURCES = %D%/converge_test.c
tests_live_converge_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_live_converge_test_LDADD = libledger.a $(SESSION) $(HARNESS) $(CMOCKA_LIBS)

# The same, longer.
converge: evstorm tests/live/converge_test
	$(AM_TESTS_ENVIRONMENT) EVSTORM_ROUNDS=$${EVSTORM_ROUNDS:-1000} tests/live/converge_test
