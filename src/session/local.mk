noinst_LIBRARIES += libsession.a
libsession_a_SOURCES = \
	%D%/session.c %D%/session.h
