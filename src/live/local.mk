noinst_LIBRARIES += liblive.a
liblive_a_SOURCES = \
	%D%/doorbell.c %D%/doorbell.h \
	%D%/presence.c %D%/presence.h
