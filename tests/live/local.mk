check_PROGRAMS += tests/live/hospital_test
TESTS += tests/live/hospital_test
tests_live_hospital_test_SOURCES = %D%/hospital_test.c
tests_live_hospital_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(VTERM_CFLAGS)
tests_live_hospital_test_LDADD = libperson.a $(HARNESS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/live/live_test
TESTS += tests/live/live_test
tests_live_live_test_SOURCES = %D%/live_test.c
tests_live_live_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(VTERM_CFLAGS)
tests_live_live_test_LDADD = libperson.a $(HARNESS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/live/users_test
TESTS += tests/live/users_test
tests_live_users_test_SOURCES = %D%/users_test.c
tests_live_users_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(VTERM_CFLAGS)
tests_live_users_test_LDADD = libperson.a $(HARNESS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/live/workshop_test
TESTS += tests/live/workshop_test
tests_live_workshop_test_SOURCES = %D%/workshop_test.c
tests_live_workshop_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(VTERM_CFLAGS)
tests_live_workshop_test_LDADD = libperson.a $(HARNESS) $(CMOCKA_LIBS)
dist_check_SCRIPTS += %D%/access.sh
TESTS += %D%/access.sh
EXTRA_DIST += %D%/entry.sh
dist_check_SCRIPTS += %D%/door.sh
TESTS += %D%/door.sh
dist_check_SCRIPTS += %D%/guests.sh
TESTS += %D%/guests.sh
check_PROGRAMS += tests/live/onpty
tests_live_onpty_SOURCES = %D%/onpty.c
tests_live_onpty_LDADD = -lutil
check_PROGRAMS += tests/live/idlers
tests_live_idlers_SOURCES = %D%/idlers.c
check_PROGRAMS += tests/live/flood_test
TESTS += tests/live/flood_test
tests_live_flood_test_SOURCES = %D%/flood_test.c
tests_live_flood_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(VTERM_CFLAGS)
tests_live_flood_test_LDADD = libperson.a $(HARNESS) $(CMOCKA_LIBS)
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
check_PROGRAMS += tests/live/file_test
TESTS += tests/live/file_test
tests_live_file_test_SOURCES = %D%/file_test.c
tests_live_file_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(VTERM_CFLAGS)
tests_live_file_test_LDADD = libperson.a $(HARNESS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/live/lock_test
TESTS += tests/live/lock_test
tests_live_lock_test_SOURCES = %D%/lock_test.c
tests_live_lock_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(VTERM_CFLAGS) $(SQLITE_CFLAGS)
tests_live_lock_test_LDADD = libperson.a $(HARNESS) $(CMOCKA_LIBS) $(SQLITE_LIBS)
check_PROGRAMS += tests/live/handling_test
TESTS += tests/live/handling_test
tests_live_handling_test_SOURCES = %D%/handling_test.c %D%/handling.c %D%/handling.h
tests_live_handling_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_live_handling_test_LDADD = libledger.a $(SESSION) $(HARNESS) $(CMOCKA_LIBS)

# The same, longer.
handling: evstorm tests/live/handling_test
	$(AM_TESTS_ENVIRONMENT) EVSTORM_ROUNDS=$${EVSTORM_ROUNDS:-500} tests/live/handling_test
check_PROGRAMS += tests/live/queue_test
TESTS += tests/live/queue_test
tests_live_queue_test_SOURCES = %D%/queue_test.c
tests_live_queue_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_live_queue_test_LDADD = libledger.a $(SESSION) $(CMOCKA_LIBS)

# The same, for a minute, on a machine that does nothing else.
queue: tests/live/queue_test
	$(AM_TESTS_ENVIRONMENT) EVSTORM_SECONDS=$${EVSTORM_SECONDS:-60} tests/live/queue_test
