store_tests = \
	%D%/backup_test \
	%D%/hostile_test \
	%D%/logbook_test \
	%D%/migrate_test \
	%D%/opening_test \
	%D%/place_test \
	%D%/recovery_test \
	%D%/seal_test \
	%D%/tables_test \
	%D%/verify_test \
	%D%/waiting_test \
	%D%/wal_test
check_PROGRAMS += $(store_tests)
TESTS += $(store_tests)

check_LIBRARIES += libseat.a
libseat_a_SOURCES = %D%/cut.c %D%/cut.h %D%/seat.c %D%/seat.h

tests_unit_store_backup_test_LDADD = libseat.a $(STORE) $(CMOCKA_LIBS)
tests_unit_store_hostile_test_LDADD = libseat.a $(STORE) $(CMOCKA_LIBS)
tests_unit_store_logbook_test_LDADD = libseat.a $(STORE) $(CMOCKA_LIBS)
tests_unit_store_migrate_test_LDADD = libseat.a $(STORE) $(CMOCKA_LIBS)
tests_unit_store_opening_test_LDADD = libseat.a $(STORE) $(CMOCKA_LIBS)
tests_unit_store_place_test_LDADD = libseat.a $(STORE) $(CMOCKA_LIBS)
tests_unit_store_recovery_test_LDADD = libseat.a $(STORE) $(CMOCKA_LIBS)
tests_unit_store_seal_test_LDADD = libseat.a $(STORE) $(CMOCKA_LIBS)
tests_unit_store_tables_test_LDADD = libseat.a $(STORE) $(CMOCKA_LIBS)
tests_unit_store_verify_test_LDADD = libseat.a $(STORE) $(CMOCKA_LIBS)
tests_unit_store_waiting_test_LDADD = libseat.a $(STORE) $(CMOCKA_LIBS)
tests_unit_store_wal_test_LDADD = libseat.a $(STORE) $(CMOCKA_LIBS)
