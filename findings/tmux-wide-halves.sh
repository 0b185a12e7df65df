#!/bin/sh
# tmux shows another line after it has drawn anew, where half of a wide letter was written over or erased.
#
# Guess: as in other terminals, a letter that loses a half vanishes whole, and what tmux draws again, for a person who
# comes back or changes windows, is what was there.
# Seen: tmux 3.3a passes "x" at the second column of 가 on to the terminal, which shows " x나다", and keeps 가 in its
# own line: drawn again that is "가x나다", and all behind it stands one column further right than the program
# thinks. Erasing, inserting or deleting at either half shifts the line likewise, or brings 가 back.
# capture-pane gives the second form from the beginning.
# Hurts: tests of programs in Korean that read screens by capture-pane, and people who see a torn line once
# they come back. Write blanks over a whole letter first.
. "$(dirname "$0")/lib.sh"
npm_packages @xterm/headless@6.0.0
debian_packages tmux=3.3a-3
needs_libraries tmux
command -v script >/dev/null || cannot 'there is no script'

cat >try.cjs <<'END'
const { Terminal } = require('@xterm/headless');
const { spawn, execFileSync } = require('child_process');
const tmux = ['-S', 'socket', '-f', '/dev/null'];
const server = (...given) => execFileSync('tmux', [...tmux, ...given], { encoding: 'utf8' });
const until = async (what, most = 10000) => {
	for (const start = Date.now(); !what() && Date.now() - start < most;) await new Promise(done => setTimeout(done, 20));
};
async function tried(name, sequence) {
	server('new-session', '-d', '-x', '12', '-y', '3',
		`stty -echo -opost; read go; printf '가나다|\\033[1;${sequence}\\033]2;done\\007'; sleep 60`);
	server('set-option', '-g', 'status', 'off');
	const terminal = new Terminal({ cols: 12, rows: 3, allowProposedApi: true });
	const line = () => terminal.buffer.active.getLine(0).translateToString(true).trimEnd();
	const client = spawn('script', ['-qfc', 'stty cols 12 rows 3; exec tmux ' + tmux.join(' ') + ' attach', '/dev/null'],
		{ env: { ...process.env, TERM: 'xterm-256color' } });
	client.stdout.on('data', data => terminal.write(data));
	await until(() => server('list-clients') !== '');
	server('send-keys', 'Enter');
	await until(() => server('display-message', '-p', '#{pane_title}') === 'done\n');
	await until(() => false, 500);
	const first = line();
	server('refresh-client');
	await until(() => line() !== first, 2000);
	console.log(`${name}: "${first}", drawn again "${line()}", captured "${server('capture-pane', '-p').split('\n')[0]}"`);
	server('kill-server');
	await until(() => client.exitCode !== null);
}
(async () => {
	await tried('x over the first half', '1Hx');
	await tried('x over the second half', '2Hx');
	await tried('first half erased', '1H\\033[X');
	await tried('second half erased', '2H\\033[X');
	await tried('a column deleted', '1H\\033[P');
	await tried('erased from the second half of 나', '4H\\033[K');
})();
END
seen=$(unpacked node try.cjs 2>&1)
verdict 'tmux 3.3a draws a line anew with the wide letter whose half was written over' \
	'x over the first half: "x 나다|", drawn again "x 나다|", captured "x 나다|"
x over the second half: " x나다|", drawn again "가x나다|", captured "가x나다|"
first half erased: "  나다|", drawn again " 나다|", captured " 나다|"
second half erased: "  나다|", drawn again "가 나다|", captured "가 나다|"
a column deleted: " 나다|", drawn again "나다|", captured "나다|"
erased from the second half of 나: "가", drawn again "가나", captured "가나"' "$seen"
