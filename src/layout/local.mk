noinst_LIBRARIES += liblayout.a
liblayout_a_SOURCES = \
	%D%/mapplace.c %D%/mapplace.h \
	%D%/maproute.c %D%/maproute.h \
	%D%/route.c %D%/route.h \
	%D%/viewport.c %D%/viewport.h
