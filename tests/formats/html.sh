#!/bin/sh
# The report as HTML, read by a validator, whatever the texts are.
. "${SRCDIR:-.}/tests/lib/tap.sh"
. "${SRCDIR:-.}/tests/formats/readers.sh"

cat >story <<'END'
title "</script><!-- ]]> \"quoted\" 'single' & &amp; <b>"
purpose "</title></style><script>alert(1)</script>"
context "배송 </svg> 관리"
context "a & b"
relate "배송 </svg> 관리" async "a & b" -l "<!--"
lane 5 "Parking lot"
lane 1 "<i>lane"
phase 2 "</figure> 👩‍💻 🇰🇷"
END
evstorm new hostile
run_with story "$EVSTORM" do hostile -
for kind in event command actor aggregate hotspot policy read-model external-system; do
	for text in '</script>' '"quoted" & <b>' "it's" "two
lines" '한글과 English' 'שלום' '<svg onload=alert(1)>' "$(printf '\357\277\277')" "$(printf '가%.0s' $(seq 300))"; do
		"$EVSTORM" do hostile add $kind -- "$text" >/dev/null
	done
done
"$EVSTORM" do hostile context '배송 </svg> 관리' 1 2 3 11 12 \; define 3 '</li>' \; vote 5 >/dev/null
for sample in shop-en shop-ko tutorial-en; do
	evstorm new $sample -i "$EVSTORM_DATADIR/boards/$sample"
done
evstorm new empty
for board in hostile shop-en shop-ko tutorial-en empty; do
	evstorm report $board --html -o $board.html
	works "$board as HTML"
done
evstorm --lang ko report shop-ko --html -o korean.html
works 'and in Korean'
is 'no script gets in' "$(grep -ci '<script' hostile.html)" 0

if can_read html 'HTML in a validator'; then
	run node read_html.mjs hostile.html shop-en.html shop-ko.html tutorial-en.html empty.html korean.html
	is 'it finds no fault' "$status $(grep -v '^valid' "$tap_dir/out" | head -n 5)" '0 '
	is 'in any of them' "$(grep -c '^valid' "$tap_dir/out")" 6
	sed 's/<main>/<main><p><div>/' shop-en.html >wrong.html
	run node read_html.mjs wrong.html
	is 'and would find one' "$status" 1
fi
plan
