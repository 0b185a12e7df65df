base_tests = \
	%D%/clock_test \
	%D%/error_test \
	%D%/map_test \
	%D%/mem_test \
	%D%/smallfile_test \
	%D%/strbuf_test \
	%D%/vec_test
check_PROGRAMS += $(base_tests)
TESTS += $(base_tests)

base_test_ldadd = $(BASE) $(CMOCKA_LIBS)

tests_unit_base_clock_test_LDADD = $(base_test_ldadd)
tests_unit_base_error_test_LDADD = $(base_test_ldadd)
tests_unit_base_map_test_LDADD = $(base_test_ldadd)
tests_unit_base_mem_test_LDADD = $(base_test_ldadd)
tests_unit_base_smallfile_test_LDADD = libfolder.a $(base_test_ldadd)
tests_unit_base_strbuf_test_LDADD = $(base_test_ldadd)
tests_unit_base_vec_test_LDADD = $(base_test_ldadd)
