noinst_LIBRARIES += liblayout.a
liblayout_a_SOURCES = \
	%D%/viewport.c %D%/viewport.h
