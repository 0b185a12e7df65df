#!/bin/sh
# mandoc -T markdown loses Hangul in examples.
#
# Guess: what stands in a literal display is copied, or written as references that show as Hangul.
# Seen: running text becomes numeric references (right), but each Hangul letter of a display
# (.Dl, .Bd -literal) becomes "<?>". mandoc 1.14.6, exit status 0, no word about it.
# Hurts: who makes the README or a web page out of a Korean manual: the examples are gone.
. "$(dirname "$0")/lib.sh"
debian_packages mandoc=1.14.6-1+b1

cat >page.1 <<'END'
.Dd November 21, 2026
.Dt PAGE 1
.Os
.Sh NAME
.Nm page
.Nd x
.Sh EXAMPLES
주문을 접수한다
.Dl add 주문
.Bd -literal
order 주문
.Ed
END
unpacked mandoc -T markdown page.1 >page.md
seen="status $?
$(grep -e '&#' -e '<?>' page.md)"
verdict 'mandoc 1.14.6 -T markdown writes <?> for each Hangul letter of a literal display' \
	'status 0
&#51452;&#47928;&#51012; &#51217;&#49688;&#54620;&#45796;
	add <?><?>
	order <?><?>' "$seen"
