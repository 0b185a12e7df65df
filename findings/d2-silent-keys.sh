#!/bin/sh
# D2 draws nothing of a shape that is called label, steps or layers.
#
# Guess: a word that D2 keeps for itself is refused as the name of a shape, as "direction" is.
# Seen: @terrastruct/d2 0.1.33 compiles "label", "steps" and "layers" without a word, and there is no
# such shape; in quotes it is one like others.
# Hurts: exporters that name shapes after texts: a sticky called "steps" vanishes. Make names (s1).
. "$(dirname "$0")/lib.sh"
npm_packages @terrastruct/d2@0.1.33

cat >try.mjs <<'END'
import { D2 } from '@terrastruct/d2';
const d2 = new D2();
for (const name of ['order', 'label', 'steps', 'layers', '"steps"', 'direction'])
	try {
		const { diagram } = await d2.compile(`a\n${name}: {}\n`);
		console.log(name, diagram.shapes.map((shape) => shape.id).join(' '));
	} catch {
		console.log(name, 'refused');
	}
process.exit(0);
END
seen=$(node try.mjs)
verdict '@terrastruct/d2 0.1.33 leaves out shapes that are called label, steps or layers' \
	'order a order
label a
steps a
layers a
"steps" a steps
direction refused' "$seen"
