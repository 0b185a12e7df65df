dist_man_MANS = \
	%D%/evstorm.1 \
	%D%/evstorm.5
