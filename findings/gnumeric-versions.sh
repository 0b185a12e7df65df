#!/bin/sh
# Gnumeric reads a version number as a date, and "3-4" as a text.
#
# Guess: of texts in a CSV file, "3-4" becomes a date, as elsewhere, and "2.1.0" stays a text.
# Seen: ssconvert of Gnumeric 1.12.55 does the contrary: 2.1.0 is February 1st of 2000, 3-4 stays.
# 2.0.1, which is no date, stays; "1 1/2" is 1.5, and "1 4 7" stays.
# Hurts: stickies and notes that name versions: some come back as dates, and some do not.
. "$(dirname "$0")/lib.sh"
. "$findings/lib_gnumeric.sh"

printf 'id,text\n1,2.1.0\n2,1.18.0\n3,2.0.1\n4,3-4\n5,1 4 7\n' >table.csv
seen=$(convert table.csv)
verdict 'Gnumeric 1.12.55 reads 2.1.0 as a date, and 3-4 as a text' \
	'id,text
1,2000/02/01
2,2000/01/18
3,2.0.1
4,3-4
5,"1 4 7"' "$seen"
