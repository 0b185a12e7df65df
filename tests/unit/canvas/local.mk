canvas_tests = \
	%D%/canvas_mouse_test \
	%D%/canvas_test \
	%D%/pasted_test \
	%D%/refused_test \
	%D%/visit_test
check_PROGRAMS += $(canvas_tests)
TESTS += $(canvas_tests)

tests_unit_canvas_canvas_mouse_test_LDADD = $(WALL) $(CANVAS) $(CMOCKA_LIBS)
tests_unit_canvas_canvas_test_LDADD = $(WALL) $(CANVAS) $(CMOCKA_LIBS)
tests_unit_canvas_pasted_test_LDADD = $(CANVAS) $(CMOCKA_LIBS)
tests_unit_canvas_refused_test_LDADD = $(WALL) $(CANVAS) $(CMOCKA_LIBS)
tests_unit_canvas_visit_test_LDADD = $(CANVAS) $(CMOCKA_LIBS)
