#!/bin/sh
# ink cuts Korean a column too late, so that the dots stand on the border of the box.
#
# Guess: <Text wrap="truncate"> fits the text into the columns of its box, whatever letters it has: ink counts
# columns, and breaks lines of Korean rightly.
# Seen: ink 6.8.0 with cli-truncate 5.2.0, which it takes, puts the dots behind as many letters as fit without them: a box of
# eight columns gets nine, of which the last is its right border. In Latin letters it is right. cli-truncate
# 6.2.0, which is for ink 8 and Node 22, has it right.
# Hurts: lists and panels in Korean in a terminal: each line that is too long has no border at its end, and a column too
# much without one.
. "$(dirname "$0")/lib.sh"
npm_packages ink@6.8.0 cli-truncate@5.2.0 react@19.3.1 string-width@8.3.0

cat >try.mjs <<'END'
import React from 'react';
import { Writable } from 'stream';
import { Box, Text, render } from 'ink';
import truncate from 'cli-truncate';
import width from 'string-width';
for (const text of ['order is placed', '주문이접수되었다', '주문 접수되었다']) {
	let last = '';
	const stdout = Object.assign(new Writable({ write(chunk, encoding, done) { last = String(chunk).includes('│') ? String(chunk) : last; done(); } }),
		{ columns: 40, rows: 10 });
	const box = React.createElement(Box, { width: 10, borderStyle: 'single' },
		React.createElement(Text, { wrap: 'truncate' }, text));
	const app = render(box, { stdout, debug: true, patchConsole: false });
	app.unmount();
	console.log(last.split('\n')[1], ...[6, 7, 8].map(n => `${n}: ${width(truncate(text, n))}`));
}
process.exit();
END
seen=$(node try.mjs 2>&1)
verdict 'ink 6.8.0 puts the dots behind cut Korean on the border of the box' \
	'│order i…│ 6: 6 7: 7 8: 8
│주문이접… 6: 7 7: 7 8: 9
│주문 접…│ 6: 6 7: 8 8: 8' "$seen"
