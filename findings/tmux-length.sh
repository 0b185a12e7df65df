#!/bin/sh
# tmux' #{n:} counts bytes, where #{w:} and #{=N:} count columns.
#
# Guess: "n:", which the manual calls the length, is 2 for 한글, as "w:", the width, is 4.
# Seen: tmux 3.3a says 6: the bytes of UTF-8. Padding, cutting and the width go by columns.
# Hurts: status lines that compare a length with a limit: Korean titles are three times as long.
. "$(dirname "$0")/lib.sh"
debian_packages tmux=3.3a-3
needs_libraries tmux

server() {
	unpacked tmux -S "$PWD/socket" -f /dev/null "$@"
}
server new-session -d -n 한글 'sleep 20' || cannot 'tmux does not start'
seen=$(server display-message -p 'n #{n:window_name}, w #{w:window_name}, = #{=3:window_name}, p #{p6:window_name}|')
server kill-server
verdict 'tmux 3.3a: the length of 한글 is 6, its width 4' 'n 6, w 4, = 한, p 한글  |' "$seen"
