noinst_LIBRARIES += libmap.a
libmap_a_SOURCES = \
	%D%/dialogue.c %D%/dialogue.h \
	%D%/dialogue_mode.c \
	%D%/findings_mode.c \
	%D%/map_mode.c %D%/map_mode.h \
	%D%/map_mouse.c \
	%D%/map_view.c \
	%D%/relate_mode.c \
	%D%/relation_menu.c
