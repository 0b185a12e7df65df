noinst_LIBRARIES += libsession.a
libsession_a_SOURCES = \
	%D%/moments.c %D%/moments.h \
	%D%/replay.c %D%/replay.h \
	%D%/session.c %D%/session.h \
	%D%/when.c %D%/when.h
