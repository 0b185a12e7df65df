#!/bin/sh
# lowdown breaks links with Hangul where it writes for groff, and gives no heading in Hangul an id.
#
# Guess: a letter outside ASCII becomes its bytes in percent signs, as in the HTML that lowdown writes, and
# headings get ids to link to.
# Seen: lowdown 1.0.0 -Tms writes each byte as %FFFFFF and two digits, which leads nowhere; -Thtml has
# it right. All headings that are in Hangul get the id "section", "section-1" and so on.
# Hurts: reports in Korean that are made into a PDF by groff.
. "$(dirname "$0")/lib.sh"
debian_packages lowdown=1.0.0-2

printf '# 주문\n\n# 결제\n\n[board](https://example.org/주문)\n' >in.md
seen=$(
	unpacked lowdown -Tms in.md | grep -o 'https[^ ]*'
	unpacked lowdown -Thtml in.md | grep -oE 'href="[^"]*"|<h1[^>]*>.*'
)
verdict 'lowdown 1.0.0 writes a link with Hangul wrongly for groff' \
	'https://example.org/%FFFFFFEC%FFFFFFA3%FFFFFFBC%FFFFFFEB%FFFFFFAC%FFFFFFB8
<h1 id="section">주문</h1>
<h1 id="section-1">결제</h1>
href="https://example.org/%EC%A3%BC%EB%AC%B8"' "$seen"
