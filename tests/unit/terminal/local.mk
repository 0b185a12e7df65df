terminal_tests = \
	%D%/batch_test \
	%D%/frame_test \
	%D%/input_test \
	%D%/keytable_test \
	%D%/paste_test \
	%D%/pen_test
check_PROGRAMS += $(terminal_tests)
TESTS += $(terminal_tests)

tests_unit_terminal_batch_test_LDADD = $(TERMINAL) $(CMOCKA_LIBS)
tests_unit_terminal_frame_test_LDADD = $(TERMINAL) $(CMOCKA_LIBS)
tests_unit_terminal_input_test_LDADD = $(TERMINAL) $(CMOCKA_LIBS)
tests_unit_terminal_keytable_test_LDADD = $(TERMINAL) $(CMOCKA_LIBS)
tests_unit_terminal_paste_test_LDADD = $(TERMINAL) $(CMOCKA_LIBS)
tests_unit_terminal_pen_test_LDADD = $(TERMINAL) $(HARNESS) $(CMOCKA_LIBS)
