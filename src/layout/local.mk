noinst_LIBRARIES += liblayout.a
liblayout_a_SOURCES = \
	%D%/route.c %D%/route.h \
	%D%/viewport.c %D%/viewport.h
