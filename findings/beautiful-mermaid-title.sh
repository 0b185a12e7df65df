#!/bin/sh
# beautiful-mermaid refuses a diagram with a title.
#
# Guess: front matter, which is how Mermaid gives a flowchart a title, is read or skipped.
# Seen: beautiful-mermaid 1.1.3 throws "Invalid mermaid header", on the "---" of the first line; a
# comment (%%) above the chart is skipped.
# Hurts: who draws the charts of a repository in a terminal: cut the front matter off first.
. "$(dirname "$0")/lib.sh"
npm_packages beautiful-mermaid@1.1.3

cat >try.mjs <<'END'
import { renderMermaidASCII } from 'beautiful-mermaid';
for (const head of ['', '%% Shop\n', '---\ntitle: Shop\n---\n'])
	try {
		console.log('%s %s', JSON.stringify(head), renderMermaidASCII(head + 'flowchart LR\n  a --> b\n').includes('►'));
	} catch (error) {
		console.log('%s %s', JSON.stringify(head), error.message.slice(0, 22));
	}
END
seen=$(node try.mjs)
verdict 'beautiful-mermaid 1.1.3 refuses a flowchart with front matter' \
	'"" true
"%% Shop\n" true
"---\ntitle: Shop\n---\n" Invalid mermaid header' "$seen"
