if HAVE_TESTS
EXTRA_PROGRAMS += tests/terminals/look
tests_terminals_look_SOURCES = %D%/look.c
tests_terminals_look_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
tests_terminals_look_LDADD = $(HARNESS)
CLEANFILES += tests/terminals/look

# In real terminals, under an X server without a screen. TERMINALS names some of them.
terminals: evstorm tests/terminals/look
	$(srcdir)/%D%/run ./evstorm tests/terminals/look $(TERMINALS)
endif
.PHONY: terminals
EXTRA_DIST += %D%/run %D%/kinds.sh %D%/keys.sh %D%/draw_xtermjs.mjs
