#!/bin/sh
# csvkit reads "today" and "tomorrow" as the first two days of the year 1.
#
# Guess: words are texts; "today" in a column of texts stays "today".
# Seen: when all cells of a column are such words, csvjson 1.0.7 makes dates of them, counted from the
# year 1: "today" is 0001-01-01, "tomorrow" 0001-01-02. One other word in the column keeps all texts.
# -I turns that off.
# Hurts: small tables, such as names of phases or lanes: today, tomorrow.
. "$(dirname "$0")/lib.sh"
debian_packages python3-csvkit=1.0.7-1 python3-agate=1.6.3-2 python3-agateexcel=0.2.5-2 \
	python3-agatedbf=0.2.2-2 python3-agatesql=0.5.8-2 python3-babel=2.10.3-1 \
	python-babel-localedata=2.10.3-1 python3-isodate=0.6.1-1 python3-leather=0.3.4-2 \
	python3-parsedatetime=2.6-3 python3-pytimeparse=1.1.5-3 python3-slugify=4.0.0-2 \
	python3-text-unidecode=1.3-1 python3-sqlalchemy=1.4.46+ds1-1 python3-six=1.16.0-4 \
	python3-dbfread=2.0.7-5 python3-openpyxl=3.0.9-1 python3-xlrd=1.2.0-3 python3-olefile=0.46-3 \
	python3-et-xmlfile=1.0.1-2.1 python3-tz=2022.7.1-4 python3-icu=2.10.2-1+b3


# json OPTION...: the table, by csvjson. The program itself looks for where it was installed.
json() {
	PYTHONPATH=root/usr/lib/python3/dist-packages unpacked /usr/bin/python3 -W ignore -c '
import sys
sys.argv[0] = "csvjson"
from csvkit.utilities.csvjson import launch_new_instance
launch_new_instance()' "$@" table.csv 2>csvkit.log || cannot "csvjson does not run: $(tail -n 1 csvkit.log)"
	echo
}
seen=$(
	printf 'column,name\n1,today\n4,tomorrow\n' >table.csv
	json
	json -I
	printf 'column,name\n1,today\n4,later\n' >table.csv
	json
)
verdict 'csvkit 1.0.7 reads a column of "today" and "tomorrow" as days of the year 1' \
	'[{"column": 1.0, "name": "0001-01-01"}, {"column": 4.0, "name": "0001-01-02"}]
[{"column": "1", "name": "today"}, {"column": "4", "name": "tomorrow"}]
[{"column": 1.0, "name": "today"}, {"column": 4.0, "name": "later"}]' "$seen"
