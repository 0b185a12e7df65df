noinst_LIBRARIES += liblayout.a
liblayout_a_SOURCES =
