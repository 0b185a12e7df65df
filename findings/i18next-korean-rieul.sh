#!/bin/sh
# i18next's processor for Korean particles writes 서울으로.
#
# Guess: what does nothing but choose particles, and names 으로/로 among them, knows that ㄹ at the end
# takes 로: 서울로, 물로, 1로 (일로).
# Seen: i18next-korean-postposition-processor 1.0.0 takes any final consonant for 으로: 서울으로, 물으로,
# 1으로, 8으로. 주문으로 and 결제로 are right.
# Hurts: sentences such as "to {{name}}": each name that ends in ㄹ is wrong. Add a tester of one's own.
. "$(dirname "$0")/lib.sh"
npm_packages i18next-korean-postposition-processor@1.0.0

cat >try.mjs <<'END'
import module from 'i18next-korean-postposition-processor';
const processor = module.default ?? module;
console.log(['서울', '물', '1', '8', '주문', '결제', '3'].map((name) => processor.process(`${name}[[로]]`, 'key', {}, {})).join(' '));
END
seen=$(node try.mjs 2>&1)
verdict 'i18next-korean-postposition-processor 1.0.0 does not know 로 after ㄹ' \
	'서울으로 물으로 1으로 8으로 주문으로 결제로 3으로' "$seen"
