#!/bin/sh
# PDF.js and pdfminer read Korean that was set letter by letter with a blank between all its letters.
#
# Guess: a blank is read where there is one, or where there is room for a word's; letters of one size set in
# cells of 16 points, as on the squared paper that Korean is written on, are words.
# Seen: in most Korean fonts a letter is less wide than it is high: 0.92 in NanumGothic. At a size of 15 points
# in cells of 16 the rest is a seventh of the size, and pdfjs-dist 5.6.205, which is the viewer of Firefox,
# and pdfminer 20221105 read "주 문 접 수" for 주문 접수; from 15.5 points on they read 주문 접수.
# Hurts: who prints a picture of a terminal, and searches it or takes its text: 주문 is not found. Set wide
# letters as large as their cells.
. "$(dirname "$0")/lib.sh"
npm_packages pdfjs-dist@5.6.205 pdf-lib@1.17.1 @pdf-lib/fontkit@1.1.1
debian_packages fonts-nanum=20200506-1 python3-pdfminer=20221105+dfsg-1.1~deb12u1 \
	python3-charset-normalizer=3.0.1-2 python3-cryptography=38.0.4-3+deb12u1 python3-cffi-backend=1.15.1-5+b1

cat >try.mjs <<'END'
import fs from 'fs';
import { PDFDocument } from 'pdf-lib';
import fontkit from '@pdf-lib/fontkit';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
for (const size of [14, 15, 15.5, 16]) {
	const pdf = await PDFDocument.create();
	pdf.registerFontkit(fontkit);
	const font = await pdf.embedFont(fs.readFileSync('root/usr/share/fonts/truetype/nanum/NanumGothic.ttf'));
	const page = pdf.addPage([200, 50]);
	[...'주문 접수'].forEach((letter, i) => letter !== ' ' && page.drawText(letter, { x: 16 * i, y: 20, size, font }));
	const bytes = await pdf.save();
	fs.writeFileSync(`${size}.pdf`, bytes);
	const { items } = await (await (await getDocument({ data: bytes, verbosity: 0 }).promise).getPage(1)).getTextContent();
	console.log(size, items.map(item => item.str).join(''));
}
END
cat >try.py <<'END'
from pdfminer.high_level import extract_text
for size in ('14', '15', '15.5', '16'):
	print(size, ' '.join(extract_text(size + '.pdf').split()))
END
seen=$(echo pdfjs; node try.mjs 2>/dev/null; echo pdfminer; debian_python -W ignore try.py 2>&1)
verdict 'PDF.js and pdfminer read blanks between letters of Hangul whose cells are a seventh wider' \
	'pdfjs
14 주 문 접 수
15 주 문 접 수
15.5 주문 접수
16 주문 접수
pdfminer
14 주 문 접 수
15 주 문 접 수
15.5 주문 접수
16 주문 접수' "$seen"
