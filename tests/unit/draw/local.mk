draw_tests = \
	%D%/cellbuf_test \
	%D%/context_test \
	%D%/minimap_test \
	%D%/palette_test \
	%D%/people_test \
	%D%/show_test \
	%D%/timebar_test
check_PROGRAMS += $(draw_tests)
TESTS += $(draw_tests)

tests_unit_draw_cellbuf_test_LDADD = $(DRAW) $(CMOCKA_LIBS)
tests_unit_draw_context_test_LDADD = $(DRAW) $(CMOCKA_LIBS)
tests_unit_draw_minimap_test_LDADD = $(DRAW) $(CMOCKA_LIBS)
tests_unit_draw_palette_test_LDADD = $(DRAW) $(CMOCKA_LIBS)
tests_unit_draw_people_test_LDADD = $(DRAW) $(CMOCKA_LIBS)
tests_unit_draw_show_test_LDADD = $(DRAW) $(CMOCKA_LIBS)
tests_unit_draw_timebar_test_LDADD = $(DRAW) $(CMOCKA_LIBS)
