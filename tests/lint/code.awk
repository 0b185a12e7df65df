# code(line): a line of C with comments taken out and literals emptied. Lines must be
# given in order; a new file starts outside of comments.

FNR == 1 { code_comment = 0 }

function code(line,    out, at) {
	out = ""
	while (line != "") {
		if (code_comment) {
			at = index(line, "*/")
			if (!at)
				return out
			line = substr(line, at + 2)
			code_comment = 0
		} else if (match(line, /^"([^"\\]|\\.)*"/)) {
			out = out "\"\""
			line = substr(line, RLENGTH + 1)
		} else if (match(line, /^'([^'\\]|\\.)+'/)) {
			out = out "' '"
			line = substr(line, RLENGTH + 1)
		} else if (line ~ /^\/\*/) {
			code_comment = 1
			line = substr(line, 3)
		} else if (line ~ /^\/\//) {
			return out
		} else {
			out = out substr(line, 1, 1)
			line = substr(line, 2)
		}
	}
	return out
}
