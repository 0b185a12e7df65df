#!/bin/sh
# jschardet says CP949 of text that is plain EUC-KR, and may not say it of text that only CP949 has.
#
# Guess: CP949 is said when there is a syllable that EUC-KR lacks, and EUC-KR, or CP949 too, else.
# Seen: jschardet 4.0.0 says CP949 of everyday Korean, confidence 0.56. With one syllable before it that
# only CP949 has, it says GB18030 for seven of twelve of them (뷁, 펲, 햏, 믜, 찦, 헿, 뿤), below 0.1.
# Hurts: who takes the name as it is: all goes well until one sticky has such a syllable, and then the
# whole table is Chinese signs. Try CP949 first where Korean is likely.
. "$(dirname "$0")/lib.sh"
npm_packages jschardet@4.0.0 iconv-lite@0.7.3

seen=$(node -e "
const iconv = require('iconv-lite'), jschardet = require('jschardet');
const sentence = '주문이 접수되었다. 결제가 승인되었다. 상품이 배송되었다.';
for (const syllable of ['', ...'뷁똠펲햏믜쓩찦헿꽥쮸뿤얬']) {
	const found = jschardet.detect(iconv.encode(syllable + sentence, 'cp949'));
	console.log(syllable || 'none', found.encoding, found.confidence.toFixed(1));
}")
verdict 'jschardet 4.0.0 says GB18030 of Korean with some syllable of CP949' \
	'none CP949 0.6
뷁 GB18030 0.1
똠 CP949 0.5
펲 GB18030 0.1
햏 GB18030 0.1
믜 GB18030 0.1
쓩 CP949 0.6
찦 GB18030 0.1
헿 GB18030 0.1
꽥 CP949 0.6
쮸 CP949 0.6
뿤 GB18030 0.1
얬 CP949 0.5' "$seen"
