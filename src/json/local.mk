noinst_LIBRARIES += libjson.a
libjson_a_SOURCES = \
	%D%/document.c %D%/document.h \
	%D%/document_field.c %D%/document_field.h \
	%D%/document_read.c %D%/document_read.h \
	%D%/document_schema.c %D%/document_schema.h
