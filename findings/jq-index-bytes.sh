#!/bin/sh
# jq's index() counts bytes, where slices, length and match() count letters.
#
# Guess: what index("번") gives is a place in the text, so .[index("번"):] is the text from there on.
# Seen: jq 1.6 gives 7 for the 번 of "주문 번호", a byte, and match() gives 3; the slice at 7 of a text of
# five letters is empty, and of a longer one begins in the wrong place. No error; ASCII is right.
# Hurts: filters that cut a prefix off texts ("주문: ...") and were tried in English. Take match(), split()
# or sub().
. "$(dirname "$0")/lib.sh"
debian_packages jq=1.6-2.1+deb12u3 libjq1=1.6-2.1+deb12u3 libonig5=6.9.8-1

seen=$(
	for text in 'order: paid' '주문: 결제됨' '주문 관리: 결제가 승인되었다'; do
		printf '"%s"' "$text" |
			unpacked root/usr/bin/jq -c '[length, (match(":").offset), index(":"), .[index(":") + 2:]]' 2>&1
	done
)
verdict "jq 1.6 gives index() in bytes and cuts by letters" \
	'[11,5,5,"paid"]
[7,2,6,""]
[16,5,13,"다"]' "$seen"
