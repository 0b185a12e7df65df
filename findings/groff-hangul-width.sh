#!/bin/sh
# groff counts a Hangul letter as two columns, so Korean manuals are filled rightly.
#
# Guess: groff 1.22.4, which knows little of scripts beyond the Latin ones, has one width for all
# letters of its device "utf8", and lines of Hangul run out to twice the width.
# Seen: with -Kutf8 lines of 40n are filled with Hangul to between 31 and 40 columns of a terminal, as
# with Latin letters.
# Helps: who writes a Korean manual need not break its lines by hand for man(1).
. "$(dirname "$0")/lib.sh"
debian_packages groff-base=1.22.4-10 libuchardet0=0.0.7-1

{
	printf '.pl 1\n.ll 40n\n.ad l\n'
	for i in 1 2 3 4 5 6; do echo '스티커를 붙이고 옮기며 이야기합니다.'; done
} >page.roff
fonts=$(echo root/usr/share/groff/*/font)
seen=$(GROFF_FONT_PATH=$fonts GROFF_TMAC_PATH=$(echo root/usr/share/groff/*/tmac) GROFF_BIN_PATH=root/usr/bin \
	unpacked groff -F "$fonts" -Kutf8 -Tutf8 page.roff | LC_ALL=C awk '
	NF {
		bytes = length($0) # Hangul is 3 bytes and 2 columns
		ascii = gsub(/[ -~]/, "&")
		columns = ascii + (bytes - ascii) / 3 * 2
		if (columns > most)
			most = columns
	}
	END { print (most > 30 && most <= 40) ? "fills 31 to 40 columns" : "widest line " most }')
verdict 'groff 1.22.4 fills lines of Hangul by two columns a letter' 'fills 31 to 40 columns' "$seen"
