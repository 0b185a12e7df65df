crash_tests = \
	%D%/crash_test \
	%D%/faults_test
check_PROGRAMS += $(crash_tests)
TESTS += $(crash_tests)

tests_crash_crash_test_LDADD = $(STORE) $(CMOCKA_LIBS)

tests_crash_faults_test_SOURCES = %D%/faults_test.c %D%/faults.c %D%/faults.h %D%/faultvfs.c \
	%D%/faultvfs.h %D%/losses.c %D%/losses.h
tests_crash_faults_test_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=fsync,--wrap=link,--wrap=rename \
	-Wl,--wrap=renameat2,--wrap=unlink,--wrap=open
tests_crash_faults_test_LDADD = libledger.a $(SESSION) $(CMOCKA_LIBS)

# Every call of the file system, which takes a while.
faults: tests/crash/faults_test
	$(AM_TESTS_ENVIRONMENT) EVSTORM_FAULTS=$${EVSTORM_FAULTS:-1} tests/crash/faults_test
