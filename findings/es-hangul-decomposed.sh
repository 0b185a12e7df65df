#!/bin/sh
# es-hangul takes decomposed Hangul in one function and not in the next.
#
# Guess: getChoseong() gives the same initials for 주문 composed and decomposed, and so the others of
# the library take both, too.
# Seen: in es-hangul 2.4.0 getChoseong() does; romanize() gives decomposed Hangul back as it came, and
# josa() takes its last letter for a vowel (주문가).
# Hurts: who reads names of files from a Mac, which are decomposed: the search finds them, and the
# sentence or the identifier made from them is wrong.
. "$(dirname "$0")/lib.sh"
npm_packages es-hangul@2.4.0

seen=$(node -e "
const { getChoseong, josa, romanize } = require('es-hangul');
for (const form of ['NFC', 'NFD']) {
	const word = '주문'.normalize(form);
	console.log(form, getChoseong(word), josa(word, '이/가').normalize('NFC'), romanize(word).normalize('NFC'));
}
")
verdict 'es-hangul 2.4.0: getChoseong() takes decomposed Hangul, romanize() and josa() do not' \
	'NFC ㅈㅁ 주문이 jumun
NFD ㅈㅁ 주문가 주문' "$seen"
