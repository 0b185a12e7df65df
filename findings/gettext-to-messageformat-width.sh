#!/bin/sh
# gettext-to-messageformat takes the width of a number for the place of an argument.
#
# Guess: "%3d" becomes {0}, perhaps without its width, as "%d" does.
# Seen: gettext-to-messageformat 0.4.0 makes {2} of it, "%05d" and "%5.2f" make {4}, as if KDE's "%5" was meant:
# the third argument, which is not there. "%ld" becomes {0}d, with the d in the text, and "%.2f" stays as
# it is. No error; "%2$s %1$s" is right.
# Hurts: catalogues of C programs that get a page in JavaScript: numbers vanish where they were aligned.
. "$(dirname "$0")/lib.sh"
npm_packages gettext-to-messageformat@0.4.0

cat >try.cjs <<'END'
const { parsePo } = require('gettext-to-messageformat');
const header = 'msgid ""\nmsgstr ""\n"Language: ko\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n';
for (const text of ['카드 %d장', '카드 %3d장', '주문 %05d', '%5.2f%%', '카드 %ld장', '%.2f원', '%2$s에 %1$s'])
	process.stdout.write(`${text} -> ${parsePo(header + `msgid "x"\nmsgstr "${text}"\n`).translations.x}\n`);
END
seen=$(node try.cjs 2>&1)
verdict 'gettext-to-messageformat 0.4.0 makes the third argument of "%3d"' \
	'카드 %d장 -> 카드 {0}장
카드 %3d장 -> 카드 {2}d장
주문 %05d -> 주문 {4}d
%5.2f%% -> {4}.2f%
카드 %ld장 -> 카드 {0}d장
%.2f원 -> %.2f원
%2$s에 %1$s -> {1}에 {0}' "$seen"
