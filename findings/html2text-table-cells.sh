#!/bin/sh
# html2text cuts the Korean in a table inside a letter, and loses the rest of it.
#
# Guess: with -utf8 a cell is as wide as its text, in columns or in bytes; at the worst the bars do not meet.
# Seen: html2text 1.3.2a, the C++ one of Debian, leaves out the bytes of a cell that go beyond the width of its
# column: 종류 and 명령, in one with "event", are 종 and 명 and two bytes of a letter, so that the output is no
# UTF-8. Status 0. Text outside of tables is whole, and in Latin letters cells are, too.
# Hurts: reports in mails and terminals: the words of the first column are gone. w3m -dump has them right.
. "$(dirname "$0")/lib.sh"
debian_packages html2text=1.3.2a-28 w3m=0.5.3+git20230121-2 libgc1=1:8.2.2-3

cat >page.html <<'END'
<html><head><meta charset="utf-8"></head><body>
<table border="1"><tr><th>종류</th><th>text</th></tr><tr><td>event</td><td>주문이 접수되었다</td></tr>
<tr><td>명령</td><td>order</td></tr></table><p>종류</p></body></html>
END
needs_libraries w3m
seen=$(
	unpacked html2text -utf8 page.html >html.txt
	echo "html2text, status $?, $(iconv -f UTF-8 -t UTF-8 html.txt >/dev/null 2>&1 && echo right || echo 'no UTF-8')"
	iconv -c -f UTF-8 -t UTF-8 html.txt
	echo w3m
	unpacked w3m -dump -O UTF-8 -I UTF-8 page.html
)
verdict 'html2text 1.3.2a loses parts of Korean letters in tables' \
	'html2text, status 0, no UTF-8
 _______________
|종|text_____|
|event|주문이|접수되었다
|명|order____|
종류
w3m
┌─────┬─────────────────┐
│종류 │      text       │
├─────┼─────────────────┤
│event│주문이 접수되었다│
├─────┼─────────────────┤
│명령 │order            │
└─────┴─────────────────┘

종류' "$seen"
