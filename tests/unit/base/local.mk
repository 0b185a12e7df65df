base_tests = \
	tests/unit/base/clock_test \
	tests/unit/base/error_test \
	tests/unit/base/map_test \
	tests/unit/base/mem_test \
	tests/unit/base/smallfile_test \
	tests/unit/base/strbuf_test \
	tests/unit/base/vec_test
check_PROGRAMS += $(base_tests)
TESTS += $(base_tests)

base_test_cppflags = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
base_test_ldadd = $(BASE) $(CMOCKA_LIBS)

tests_unit_base_clock_test_SOURCES = %D%/clock_test.c
tests_unit_base_clock_test_CPPFLAGS = $(base_test_cppflags)
tests_unit_base_clock_test_LDADD = $(base_test_ldadd)
tests_unit_base_error_test_SOURCES = %D%/error_test.c
tests_unit_base_error_test_CPPFLAGS = $(base_test_cppflags)
tests_unit_base_error_test_LDADD = $(base_test_ldadd)
tests_unit_base_map_test_SOURCES = %D%/map_test.c
tests_unit_base_map_test_CPPFLAGS = $(base_test_cppflags)
tests_unit_base_map_test_LDADD = $(base_test_ldadd)
tests_unit_base_mem_test_SOURCES = %D%/mem_test.c
tests_unit_base_mem_test_CPPFLAGS = $(base_test_cppflags)
tests_unit_base_mem_test_LDADD = $(base_test_ldadd)
tests_unit_base_smallfile_test_SOURCES = %D%/smallfile_test.c
tests_unit_base_smallfile_test_CPPFLAGS = $(base_test_cppflags)
tests_unit_base_smallfile_test_LDADD = $(base_test_ldadd)
tests_unit_base_strbuf_test_SOURCES = %D%/strbuf_test.c
tests_unit_base_strbuf_test_CPPFLAGS = $(base_test_cppflags)
tests_unit_base_strbuf_test_LDADD = $(base_test_ldadd)
tests_unit_base_vec_test_SOURCES = %D%/vec_test.c
tests_unit_base_vec_test_CPPFLAGS = $(base_test_cppflags)
tests_unit_base_vec_test_LDADD = $(base_test_ldadd)
