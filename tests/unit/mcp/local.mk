mcp_tests = \
	%D%/serve_test \
	%D%/server_test \
	%D%/subscriptions_test \
	%D%/toolargs_test \
	%D%/wire_test
check_PROGRAMS += $(mcp_tests)
TESTS += $(mcp_tests)

tests_unit_mcp_serve_test_LDADD = libfolder.a $(MCP) $(CMOCKA_LIBS)
tests_unit_mcp_server_test_SOURCES = %D%/server_test.c %D%/table.c %D%/table.h
tests_unit_mcp_server_test_LDADD = libfolder.a $(MCP) $(CMOCKA_LIBS)
tests_unit_mcp_subscriptions_test_SOURCES = %D%/subscriptions_test.c %D%/table.c %D%/table.h
tests_unit_mcp_subscriptions_test_LDADD = libfolder.a $(MCP) $(CMOCKA_LIBS)
tests_unit_mcp_toolargs_test_LDADD = $(MCP) $(CMOCKA_LIBS)
tests_unit_mcp_wire_test_LDADD = $(MCP) $(CMOCKA_LIBS)
