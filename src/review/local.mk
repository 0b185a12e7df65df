noinst_LIBRARIES += libreview.a
libreview_a_SOURCES = \
	%D%/casting.c %D%/casting.h \
	%D%/comparison.c %D%/comparison.h \
	%D%/review.c %D%/review.h %D%/review_list.h \
	%D%/review_chart.c \
	%D%/review_draw.c \
	%D%/review_details.c \
	%D%/review_keys.c \
	%D%/review_panel.c \
	%D%/review_question.c \
	%D%/reviewing.c %D%/reviewing.h
