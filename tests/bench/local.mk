if HAVE_TESTS
EXTRA_PROGRAMS += tests/bench/screen_bench tests/bench/seek_bench
tests_bench_screen_bench_SOURCES = %D%/screen_bench.c
tests_bench_screen_bench_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
tests_bench_screen_bench_LDADD = $(HARNESS)
tests_bench_seek_bench_SOURCES = %D%/seek_bench.c
tests_bench_seek_bench_LDADD = $(SESSION)

bench: evstorm tests/bench/screen_bench tests/bench/seek_bench
	$(srcdir)/tests/bench/bench ./evstorm tests/bench/screen_bench $(SECONDS)
CLEANFILES += tests/bench/screen_bench tests/bench/seek_bench
endif
EXTRA_DIST += %D%/bench
.PHONY: bench
