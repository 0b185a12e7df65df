#!/bin/sh
# Miller writes JSON from CSV that no JSON parser takes.
#
# Guess: a cell such as 0xff or "1." is a text in JSON, or is written as a number of JSON; a cell such
# as 007, which the manual calls a number, loses its zeros.
# Seen: Miller 6.6.0 keeps numbers as they were spelt, without quotes: 0xff, 0b101, "1." and ".5" stand
# bare in the JSON, which is none then; 007 and +5 get quotes. The status is 0.
# Hurts: one sticky with a text such as 0xff makes the whole file unreadable. "mlr -S" takes
# all for text.
. "$(dirname "$0")/lib.sh"
debian_packages miller=6.6.0-2+b3

printf 'text\n0xff\n0b101\n1.\n.5\n007\n+5\n주문\n' >table.csv
seen=$(unpacked mlr --icsv --ojsonl cat table.csv; echo "status $?"
unpacked mlr -S --icsv --ojsonl head -n 1 table.csv)
verdict 'Miller 6.6.0 writes cells such as 0xff and "1." bare into JSON, which is none then' \
	'{"text": 0xff}
{"text": 0b101}
{"text": 1.}
{"text": .5}
{"text": "007"}
{"text": "+5"}
{"text": "주문"}
status 0
{"text": "0xff"}' "$seen"
