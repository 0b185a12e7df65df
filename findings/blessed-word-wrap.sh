#!/bin/sh
# blessed breaks Korean inside words, though there are blanks to break at.
#
# Guess: with fullUnicode, which its manual has for wide letters, a text is broken at blanks as one in Latin
# letters is.
# Seen: blessed 0.1.81 and neo-blessed 0.2.0 fill each line of a box with Hangul to its last column and break
# there: 주문이 접/수되었다. A text in Latin letters is broken at its blanks.
# Hurts: boxes and dialogs in Korean: the word that is cut reads as another. Break the lines before.
. "$(dirname "$0")/lib.sh"
npm_packages blessed@0.1.81 neo-blessed@0.2.0

cat >try.cjs <<'END'
const { PassThrough } = require('stream'), fs = require('fs');
for (const name of ['blessed', 'neo-blessed'])
	for (const content of ['주문이 접수되었다', 'Order received']) {
		const blessed = require(name), output = new PassThrough(), input = new PassThrough();
		Object.assign(output, { columns: 40, rows: 6, isTTY: true });
		Object.assign(input, { isTTY: true, setRawMode: () => {} });
		const screen = blessed.screen({ input, output, fullUnicode: true, terminal: 'xterm' });
		const box = blessed.box({ parent: screen, width: 10, height: 4, content });
		screen.render();
		const lines = box.getScreenLines().map((line) => line.replace(/\x03/g, '').trim());
		screen.destroy();
		fs.appendFileSync('seen', `${name}: ${lines.join('/')}\n`);
	}
process.exit();
END
node try.cjs >out 2>&1 || cannot "node failed: $(tail -n 1 out)"
seen=$(cat seen)
verdict 'blessed 0.1.81 breaks Korean inside words' \
	'blessed: 주문이 접/수되었다
blessed: Order/received
neo-blessed: 주문이 접/수되었다
neo-blessed: Order/received' "$seen"
