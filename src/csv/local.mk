noinst_LIBRARIES += libcsv.a
libcsv_a_SOURCES = \
	%D%/cells.c %D%/cells.h \
	%D%/changes.c %D%/changes.h \
	%D%/columns.c %D%/columns.h \
	%D%/csv_reader.c %D%/csv_reader.h \
	%D%/csv_text.c %D%/csv_text.h \
	%D%/csv_writer.c %D%/csv_writer.h \
	%D%/dialect.c %D%/dialect.h \
	%D%/header.c %D%/header.h \
	%D%/table.c %D%/table.h
