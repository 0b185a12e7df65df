shell_tests = \
	%D%/config_test \
	%D%/lineedit_test \
	%D%/twoset_test
check_PROGRAMS += $(shell_tests)
TESTS += $(shell_tests)

tests_unit_shell_config_test_LDADD = $(SHELL_FLOOR) $(CMOCKA_LIBS)
tests_unit_shell_lineedit_test_LDADD = $(SHELL_FLOOR) $(CMOCKA_LIBS)
tests_unit_shell_twoset_test_LDADD = $(SHELL_FLOOR) $(CMOCKA_LIBS)
