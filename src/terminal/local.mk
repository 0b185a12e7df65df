noinst_LIBRARIES += libterminal.a
libterminal_a_SOURCES = \
	%D%/batch.c %D%/batch.h \
	%D%/capability.c %D%/capability.h \
	%D%/frame.c %D%/frame.h \
	%D%/ink.c %D%/ink.h \
	%D%/input.c %D%/input.h \
	%D%/key.c %D%/key.h \
	%D%/keytable.c %D%/keytable.h \
	%D%/mouse.c %D%/mouse.h \
	%D%/patch.c %D%/patch.h \
	%D%/paste.c %D%/paste.h \
	%D%/pen.c %D%/pen.h \
	%D%/probe.c %D%/probe.h \
	%D%/sequence.c %D%/sequence.h \
	%D%/signals.c %D%/signals.h \
	%D%/terminal.c %D%/terminal.h \
	%D%/travel.c %D%/travel.h
