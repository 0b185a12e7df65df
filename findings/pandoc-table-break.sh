#!/bin/sh
# pandoc glues the words together that <br> parts in a Markdown table.
#
# Guess: <br>, the only way to break a line in a cell of a GitHub table, becomes a break of the line or a
# space in formats that are not HTML.
# Seen: pandoc 2.17.1.1 drops it, as it drops any HTML there, and nothing takes its place: "주문<br>접수" is
# 주문접수 in plain text and in LaTeX. "<br> " keeps the words apart by its space.
# Hurts: tables of stickies with more than one line that are made a document: write "<br> ".
. "$(dirname "$0")/lib.sh"
debian_packages pandoc=2.17.1.1-2~deb12u1 liblua5.3-0=5.3.6-2 pandoc-data=2.17.1.1-2~deb12u1
needs_libraries pandoc

printf '| kind | text |\n|---|---|\n| event | 주문<br>접수 |\n| event | 결제<br> 승인 |\n' >table.md
seen=$(
	for format in plain latex html; do
		echo "$format: $(unpacked root/usr/bin/pandoc --data-dir=root/usr/share/pandoc/data -f gfm -t $format table.md |
			grep -o '주문.*접수\|결제.*승인' | paste -sd /)"
	done
)
verdict 'pandoc 2.17.1.1 drops <br> in a cell and glues what it parted' \
	'plain: 주문접수/결제 승인
latex: 주문접수/결제 승인
html: 주문<br>접수/결제<br> 승인' "$seen"
