noinst_LIBRARIES += libsketch.a
libsketch_a_SOURCES = \
	%D%/drawio_read.c %D%/drawio_read.h \
	%D%/drawio_scene.c %D%/drawio_scene.h \
	%D%/drawio_style.c %D%/drawio_style.h \
	%D%/drawio_write.c %D%/drawio_write.h \
	%D%/markup.c %D%/markup.h \
	%D%/sketch.c %D%/sketch.h \
	%D%/unpack.c %D%/unpack.h \
	%D%/xml.c %D%/xml.h
