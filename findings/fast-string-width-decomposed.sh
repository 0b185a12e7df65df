#!/bin/sh
# fast-string-width counts each letter of decomposed Hangul as a syllable of its own.
#
# Guess: it gives what string-width gives, which counts 주문 as four columns, composed or not; it takes
# the marks of é, decomposed, for none.
# Seen: fast-string-width 3.0.2 gives 10 for 주문 decomposed, two columns for each of its five letters.
# string-width 9.0.0, which terminals agree with, gives 4. é is 1 in both.
# Hurts: names of files from a Mac, which are decomposed, in prompts and tables that count with it.
. "$(dirname "$0")/lib.sh"
npm_packages fast-string-width@3.0.2 string-width@9.0.0

cat >try.mjs <<'END'
import fast from 'fast-string-width';
import wide from 'string-width';
for (const text of ['주문', '한글 보드.csv', 'é'])
	for (const form of ['NFC', 'NFD'])
		console.log(text, form, fast(text.normalize(form)), wide(text.normalize(form)));
END
seen=$(node try.mjs)
verdict 'fast-string-width 3.0.2 makes 10 columns of decomposed 주문' \
	'주문 NFC 4 4
주문 NFD 10 4
한글 보드.csv NFC 13 13
한글 보드.csv NFD 25 13
é NFC 1 1
é NFD 1 1' "$seen"
