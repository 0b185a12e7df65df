#!/bin/sh
# Three libraries that romanize Korean write three names for one word, and one for two words.
#
# Guess: they say or show that they follow the Revised Romanization, so they agree on it: 닭 is dak, 흙 is heuk,
# 신라 is silla, 없음 is eopseum.
# Seen: @romanize/korean 0.1.3 takes the first consonant of each final cluster, so 닭 is dal, as 달 is, 읽다
# and 맑다 are ilda and malda, as 일다 and 말다. hangul-romanization 1.0.1 knows no sounds that change: sinra,
# johgo, and 없음, 값이 are eopteum, gapti. hangul-romanize 0.3.2 leaves the second consonant out: eopeum,
# gapi. No error.
# Hurts: identifiers and addresses made from Korean: they meet others, and other tools write them otherwise.
. "$(dirname "$0")/lib.sh"
npm_packages @romanize/korean@0.1.3 hangul-romanization@1.0.1 hangul-romanize@0.3.2

cat >try.cjs <<'END'
const { romanize } = require('@romanize/korean');
const { convert } = require('hangul-romanization');
const { Romanize } = require('hangul-romanize');
const words = { 닭: 'dak', 달: 'dal', 흙: 'heuk', 읽다: 'ikda', 일다: 'ilda', 맑다: 'makda', 말다: 'malda', 신라: 'silla',
	좋고: 'joko', 없음: 'eopseum', 값이: 'gapsi', 주문: 'jumun', 결제: 'gyeolje' };
for (const [word, right] of Object.entries(words))
	console.log(word, right + ':', ...[romanize(word), convert(word), Romanize.from(word)].map(name => name.toLowerCase()));
END
seen=$(node try.cjs 2>&1)
verdict 'three libraries that romanize Korean agree on 주문 and 결제, and not on 닭, 신라 and 없음' \
	'닭 dak: dal dalk dak
달 dal: dal dal dal
흙 heuk: heul heulk heuk
읽다 ikda: ilda ilkda ikda
일다 ilda: ilda ilda ilda
맑다 makda: malda malkda makda
말다 malda: malda malda malda
신라 silla: silla sinra sinra
좋고 joko: joko johgo johgo
없음 eopseum: eopseum eopteum eopeum
값이 gapsi: gapsi gapti gapi
주문 jumun: jumun jumun jumun
결제 gyeolje: gyeolje gyeolje gyeolje' "$seen"
