noinst_LIBRARIES += libdraw.a
libdraw_a_SOURCES = \
	%D%/ansi.c %D%/ansi.h \
	%D%/box.c %D%/box.h \
	%D%/cellbuf.c %D%/cellbuf.h \
	%D%/minimap.c %D%/minimap.h \
	%D%/contextmap.c %D%/contextmap.h \
	%D%/outline.c %D%/outline.h \
	%D%/paint_cells.c %D%/paint_cells.h \
	%D%/paint_text.c %D%/paint_text.h \
	%D%/palette.c %D%/palette.h \
	%D%/plain.c %D%/plain.h \
	%D%/scene.c %D%/scene.h \
	%D%/scene_board.c %D%/scene_board.h \
	%D%/scene_context.c %D%/scene_context.h \
	%D%/scene_links.c %D%/scene_links.h \
	%D%/scene_people.c %D%/scene_people.h \
	%D%/scene_map.c %D%/scene_map.h \
	%D%/show.c %D%/show.h \
	%D%/show_map.c %D%/show_map.h \
	%D%/spotlight.c %D%/spotlight.h \
	%D%/style.h \
	%D%/theme.c %D%/theme.h \
	%D%/timebar.c %D%/timebar.h
