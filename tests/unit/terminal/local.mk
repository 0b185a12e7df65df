terminal_tests = \
	tests/unit/terminal/batch_test \
	tests/unit/terminal/frame_test \
	tests/unit/terminal/input_test \
	tests/unit/terminal/keytable_test \
	tests/unit/terminal/paste_test \
	tests/unit/terminal/pen_test
check_PROGRAMS += $(terminal_tests)
TESTS += $(terminal_tests)

tests_unit_terminal_batch_test_SOURCES = %D%/batch_test.c
tests_unit_terminal_batch_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(VTERM_CFLAGS)
tests_unit_terminal_batch_test_LDADD = $(TERMINAL) $(HARNESS) $(CMOCKA_LIBS)
tests_unit_terminal_frame_test_SOURCES = %D%/frame_test.c
tests_unit_terminal_frame_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_terminal_frame_test_LDADD = $(TERMINAL) $(CMOCKA_LIBS)
tests_unit_terminal_input_test_SOURCES = %D%/input_test.c
tests_unit_terminal_input_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_terminal_input_test_LDADD = $(TERMINAL) $(CMOCKA_LIBS)
tests_unit_terminal_keytable_test_SOURCES = %D%/keytable_test.c
tests_unit_terminal_keytable_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_terminal_keytable_test_LDADD = $(TERMINAL) $(CMOCKA_LIBS)
tests_unit_terminal_paste_test_SOURCES = %D%/paste_test.c
tests_unit_terminal_paste_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_terminal_paste_test_LDADD = $(TERMINAL) $(CMOCKA_LIBS)
tests_unit_terminal_pen_test_SOURCES = %D%/pen_test.c
tests_unit_terminal_pen_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(VTERM_CFLAGS)
tests_unit_terminal_pen_test_LDADD = $(TERMINAL) $(HARNESS) $(CMOCKA_LIBS)
