noinst_LIBRARIES += liblayout.a
liblayout_a_SOURCES = \
	%D%/boardmap.c %D%/boardmap.h \
	%D%/boundary.c %D%/boundary.h \
	%D%/mapcourse.c %D%/mapcourse.h \
	%D%/mapplace.c %D%/mapplace.h \
	%D%/maproute.c %D%/maproute.h \
	%D%/maptrack.c %D%/maptrack.h \
	%D%/route.c %D%/route.h \
	%D%/viewport.c %D%/viewport.h
