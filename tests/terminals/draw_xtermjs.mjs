// What xterm.js shows after the bytes that script(1) has written, as text.
//	draw_xtermjs.mjs READERS FILE ROWS COLUMNS
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [readers, file, rows, columns] = process.argv.slice(2);
const { Terminal } = createRequire(`${readers}/`)('@xterm/headless');
const bytes = readFileSync(file);
const terminal = new Terminal({ rows: Number(rows), cols: Number(columns), allowProposedApi: true });

terminal.write(bytes.subarray(bytes.indexOf(10) + 1), () => {
	for (let row = 0; row < Number(rows); row++)
		console.log(terminal.buffer.active.getLine(terminal.buffer.active.baseY + row).translateToString(true).trimEnd());
});
