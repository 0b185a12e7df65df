# The rows of all modes, from the sources: MODE, KEYS and COMMAND with tabs between.
/^(static )?const struct binding [a-z_]+\[\]/ {
	rows = $0
	sub(/^.*struct binding /, "", rows)
	sub(/\[.*/, "", rows)
	next
}
rows != "" && /^};/ {
	rows = ""
}
rows != "" && /^\t\{"/ {
	split($0, part, "\"")
	count[rows]++
	keys[rows, count[rows]] = part[2]
	command[rows, count[rows]] = part[4]
}
/^\t\.name = "/ {
	split($0, part, "\"")
	name = part[2]
}
/^\t\.rows = / {
	sub(/^\t\.rows = /, "")
	sub(/,$/, "")
	mode[name] = $0
}
END {
	for (name in mode)
		for (i = 1; i <= count[mode[name]]; i++)
			print name "\t" keys[mode[name], i] "\t" command[mode[name], i]
}
