noinst_LIBRARIES += libterminal.a
libterminal_a_SOURCES = \
	%D%/capability.c %D%/capability.h \
	%D%/input.c %D%/input.h \
	%D%/key.c %D%/key.h \
	%D%/signals.c %D%/signals.h \
	%D%/terminal.c %D%/terminal.h
