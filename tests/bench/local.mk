if HAVE_TESTS
EXTRA_PROGRAMS += %D%/screen_bench %D%/seek_bench
tests_bench_screen_bench_LDADD = $(HARNESS)
tests_bench_seek_bench_LDADD = $(SESSION)

bench: evstorm tests/bench/screen_bench tests/bench/seek_bench tests/bench/review_bench \
		tests/bench/map_bench tests/bench/boundary_bench tests/bench/check_bench tests/bench/mcp_bench
	$(srcdir)/tests/bench/bench ./evstorm tests/bench/screen_bench $(SECONDS)
	tests/bench/map_bench
	tests/bench/boundary_bench
	tests/bench/check_bench
	tests/bench/mcp_bench
CLEANFILES += tests/bench/screen_bench tests/bench/seek_bench tests/bench/map_bench

EXTRA_PROGRAMS += %D%/map_bench
tests_bench_map_bench_LDADD = libledger.a $(DRAW)

EXTRA_PROGRAMS += %D%/check_bench
tests_bench_check_bench_LDADD = $(CHECK)
CLEANFILES += tests/bench/check_bench

EXTRA_PROGRAMS += %D%/mcp_bench
tests_bench_mcp_bench_LDADD = $(MCP)
CLEANFILES += tests/bench/mcp_bench

EXTRA_PROGRAMS += %D%/boundary_bench
tests_bench_boundary_bench_LDADD = $(DRAW)
CLEANFILES += tests/bench/boundary_bench

EXTRA_PROGRAMS += %D%/review_bench
tests_bench_review_bench_LDADD = $(REVIEW)
CLEANFILES += tests/bench/review_bench

EXTRA_PROGRAMS += %D%/live_bench
tests_bench_live_bench_SOURCES = %D%/live_bench.c %D%/crowd.c %D%/crowd.h
tests_bench_live_bench_LDADD = $(HARNESS) $(SQLITE_LIBS)
CLEANFILES += tests/bench/live_bench

bench-live: evstorm tests/bench/live_bench
	seconds='$(SECONDS)'; tests/bench/live_bench ./evstorm "$${seconds:-5}" $(PEOPLE)
endif

judge: evstorm
	$(srcdir)/tests/bench/judge ./evstorm "$(FOLDER)"
EXTRA_DIST += %D%/bench %D%/judge
.PHONY: bench bench-live judge
