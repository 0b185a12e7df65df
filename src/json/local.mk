noinst_LIBRARIES += libjson.a
libjson_a_SOURCES = \
	%D%/document.c %D%/document.h \
	%D%/document_field.c %D%/document_field.h \
	%D%/document_history.c %D%/document_history.h \
	%D%/document_parse.c %D%/document_parse.h \
	%D%/document_read.c %D%/document_read.h \
	%D%/document_schema.c %D%/document_schema.h \
	%D%/excalidraw_read.c %D%/excalidraw_read.h \
	%D%/excalidraw_write.c %D%/excalidraw_write.h \
	%D%/jsoncanvas_read.c %D%/jsoncanvas_read.h \
	%D%/jsoncanvas_write.c %D%/jsoncanvas_write.h \
	%D%/parse.c %D%/parse.h \
	%D%/sketch_json.c %D%/sketch_json.h
