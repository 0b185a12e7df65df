#!/bin/sh
# tmux cuts the sample of a buffer inside an escape, so a list of Korean buffers ends in "\3...".
#
# Guess: the sample that list-buffers and choose-buffer show is cut between letters, as status lines
# are.
# Seen: tmux 3.3a cuts it at 200 bytes after making it printable, where a letter that did not fit whole
# has become octal escapes, and those are cut, too: a long Korean buffer's sample ends in a lone
# backslash and digits before the dots.
# Hurts: who reads the samples, #{buffer_sample}, in a script: they are neither text nor escapes.
. "$(dirname "$0")/lib.sh"
debian_packages tmux=3.3a-3
needs_libraries tmux

server() {
	unpacked tmux -S "$PWD/socket" -f /dev/null "$@"
}
server new-session -d -x 80 -y 24 'sleep 20' || cannot 'tmux does not start'
server set-buffer "$(awk 'BEGIN { while (i++ < 80) printf "주" }')"
sample=$(server list-buffers -F '#{buffer_sample}')
server kill-server
seen=$(printf '%s\n' "$sample" | sed 's/주//g')
verdict 'tmux 3.3a cuts the sample of a Korean buffer inside an octal escape' '\3...' "$seen"
