// Reads the flowcharts in FILE... with Mermaid's own parser and prints what it found, a line each:
//
//	title	Corner shop
//	box	s1	E · Order placed
//	group	c1	Ordering	s1 s2
//	arrow	s1	s2	normal	(what stands on it; "dotted", or "invisible")
//
// Line feeds and blanks in texts are left out, so that it does not matter where lines were broken.
import { readFileSync } from 'node:fs';
import DOMPurify from 'dompurify';
import yaml from 'js-yaml';

// It wants a browser. What it would take out of a text is not looked at here.
DOMPurify.addHook = () => {};
DOMPurify.sanitize = text => text;
const { default: mermaid } = await import('mermaid');

// Undoes what Mermaid makes of "#35;" and "#quot;" until it draws.
function plain(text) {
	return (text ?? '')
		.replace(/<br\/>/g, '')
		.replace(/ﬂ°°(\d+)¶ß/g, (all, code) => String.fromCodePoint(Number(code)))
		.replace(/\s/g, '');
}

for (const file of process.argv.slice(2)) {
	const text = readFileSync(file, 'utf8');
	const { config } = await mermaid.parse(text);
	if (Object.keys(config).length)
		throw new Error(`${file} sets what it should not: ${JSON.stringify(config)}`);
	const [, front, chart] = text.match(/^(?:---\n(.*?)\n---\n)?(.*)$/s);
	const { db } = await mermaid.mermaidAPI.getDiagramFromText(chart);
	const title = yaml.load(front ?? '{}').title ?? '';
	// Mermaid would hand a title with a "<" to DOMPurify, which takes elements out and puts codes in.
	if (title.includes('<'))
		throw new Error(`${file} has a title that would not be shown as it is: ${title}`);
	const lines = [`title\t${plain(title.replace(/＜/g, '<').replace(/＞/g, '>'))}`];
	for (const box of db.getVertices().values())
		lines.push(`box\t${box.id}\t${plain(box.text)}`);
	for (const group of db.getSubGraphs())
		lines.push(`group\t${group.id}\t${plain(group.title)}\t${group.nodes.sort().join(' ')}`);
	for (const arrow of db.getEdges())
		lines.push(`arrow\t${arrow.start}\t${arrow.end}\t${arrow.stroke}\t${plain(arrow.text)}`);
	process.stdout.write(lines.join('\n') + '\n');
}
