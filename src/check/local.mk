noinst_LIBRARIES += libcheck.a
libcheck_a_SOURCES = \
	%D%/speech.c %D%/speech.h
