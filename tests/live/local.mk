together_tests = \
	%D%/bounds_test \
	%D%/converge_test \
	%D%/file_test \
	%D%/flood_test \
	%D%/handling_test \
	%D%/hospital_test \
	%D%/live_test \
	%D%/lock_test \
	%D%/queue_test \
	%D%/users_test \
	%D%/workshop_test
check_PROGRAMS += $(together_tests)
TESTS += $(together_tests)

tests_live_bounds_test_LDADD = $(HARNESS) $(CMOCKA_LIBS)
tests_live_converge_test_LDADD = libledger.a $(SESSION) $(HARNESS) $(CMOCKA_LIBS)
tests_live_file_test_LDADD = libperson.a $(HARNESS) $(CMOCKA_LIBS)
tests_live_flood_test_LDADD = libperson.a $(HARNESS) $(LIVE) $(CMOCKA_LIBS)
tests_live_handling_test_SOURCES = %D%/handling_test.c %D%/handling.c %D%/handling.h
tests_live_handling_test_LDADD = libledger.a $(SESSION) $(HARNESS) $(CMOCKA_LIBS)
tests_live_hospital_test_LDADD = libperson.a $(HARNESS) $(CMOCKA_LIBS)
tests_live_live_test_LDADD = libperson.a $(HARNESS) $(CMOCKA_LIBS)
tests_live_lock_test_LDADD = libperson.a $(HARNESS) $(CMOCKA_LIBS) $(SQLITE_LIBS)
tests_live_queue_test_LDADD = libledger.a $(SESSION) $(CMOCKA_LIBS)
tests_live_users_test_LDADD = libperson.a $(HARNESS) $(CMOCKA_LIBS)
tests_live_workshop_test_LDADD = libperson.a $(HARNESS) $(CMOCKA_LIBS)

# A program on a pseudo-terminal, and connections that only wait.
check_PROGRAMS += %D%/onpty %D%/idlers
tests_live_onpty_LDADD = -lutil

dist_check_SCRIPTS += %D%/access.sh %D%/door.sh %D%/guests.sh
TESTS += %D%/access.sh %D%/door.sh %D%/guests.sh
EXTRA_DIST += %D%/entry.sh

# The same, longer.
converge: evstorm tests/live/converge_test
	$(AM_TESTS_ENVIRONMENT) EVSTORM_ROUNDS=$${EVSTORM_ROUNDS:-1000} tests/live/converge_test
handling: evstorm tests/live/handling_test
	$(AM_TESTS_ENVIRONMENT) EVSTORM_ROUNDS=$${EVSTORM_ROUNDS:-500} tests/live/handling_test

# For a minute, on a machine that does nothing else.
queue: tests/live/queue_test
	$(AM_TESTS_ENVIRONMENT) EVSTORM_SECONDS=$${EVSTORM_SECONDS:-60} tests/live/queue_test
