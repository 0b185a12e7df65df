#!/bin/sh
# What the review of step 8 finds on the sample boards: all that is true, and nothing else. The lists were made
# by reading the boards.
. "${SRCDIR:-.}/tests/lib/tap.sh"

# judged BOARD: the findings of step 8 as "check about", without the sentences.
judged() {
	evstorm check "$1" --step 8
	printf '%s\n' "$out" | sed -E 's/^8  ([a-z-]+) +([^:]*): .*/\1 \2/'
}

evstorm new shop-en -i "$SRCDIR/data/boards/shop-en"
is 'on the shop' "$(judged shop-en)" \
	'sync-only-tells Ordering → Payment “Request payment”
failure-open Warehouse → Delivery “Parcel handed over”
command-no-rejection #28 “Request payment”'
evstorm new shop-ko -i "$SRCDIR/data/boards/shop-ko"
is 'on the Korean shop' "$(judged shop-ko)" \
	'sync-only-tells 주문 → 결제 “결제 요청”
failure-open 창고 → 배송 “집하됨”
command-no-rejection #28 “결제 요청하기”'
plan
