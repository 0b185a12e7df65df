noinst_LIBRARIES += libdraw.a
libdraw_a_SOURCES =
