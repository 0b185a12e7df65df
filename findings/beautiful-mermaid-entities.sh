#!/bin/sh
# beautiful-mermaid shows Mermaid's codes for signs as they are spelt.
#
# Guess: #quot; and #35; in a label, which Mermaid's manual gives for signs that would end it, are
# shown as " and #.
# Seen: beautiful-mermaid 1.1.3 draws "#quot;" and "#35;" letter by letter; <br/> it knows.
# Hurts: exporters that escape more than they need: readable in a browser, and not here.
. "$(dirname "$0")/lib.sh"
npm_packages beautiful-mermaid@1.1.3

cat >try.mjs <<'END'
import { renderMermaidASCII } from 'beautiful-mermaid';
const picture = renderMermaidASCII('flowchart LR\n  a["say #quot;hi#quot; #35;1<br/>then go"]\n');
console.log(picture.split('\n').map((line) => line.replace(/[│┌┐└┘─]/g, '').trim()).filter(Boolean).join('|'));
END
seen=$(node try.mjs)
verdict 'beautiful-mermaid 1.1.3 shows #quot; and #35; as they are spelt' 'say #quot;hi#quot; #35;1|then go' "$seen"
