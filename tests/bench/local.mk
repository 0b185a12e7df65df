if HAVE_TESTS
EXTRA_PROGRAMS += tests/bench/screen_bench tests/bench/seek_bench
tests_bench_screen_bench_SOURCES = %D%/screen_bench.c
tests_bench_screen_bench_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
tests_bench_screen_bench_LDADD = $(HARNESS)
tests_bench_seek_bench_SOURCES = %D%/seek_bench.c
tests_bench_seek_bench_LDADD = $(SESSION)

bench: evstorm tests/bench/screen_bench tests/bench/seek_bench \
		tests/bench/map_bench
	$(srcdir)/tests/bench/bench ./evstorm tests/bench/screen_bench $(SECONDS)
	tests/bench/map_bench
CLEANFILES += tests/bench/screen_bench tests/bench/seek_bench tests/bench/map_bench

EXTRA_PROGRAMS += tests/bench/map_bench
tests_bench_map_bench_SOURCES = %D%/map_bench.c
tests_bench_map_bench_LDADD = $(LAYOUT)
endif
EXTRA_DIST += %D%/bench
.PHONY: bench
