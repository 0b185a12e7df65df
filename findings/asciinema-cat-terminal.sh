#!/bin/sh
# "asciinema cat" wants a terminal, though it is there for pipes.
#
# Guess: what prints a recording into a pipe runs anywhere, as cat does.
# Seen: asciinema 2.2.0 opens /dev/tty for keys, and ends with a Python error where there is none;
# nothing is printed. Below script(1), which lends a terminal, it prints the recording.
# Hurts: tests and CI that read a recording with it.
. "$(dirname "$0")/lib.sh"
debian_packages asciinema=2.2.0-1
for program in setsid script; do
	command -v "$program" >/dev/null || cannot "there is no $program"
done

printf '%s\n' '{"version": 2, "width": 80, "height": 24}' '[0.1, "o", "주문\r\n"]' >session.cast
PYTHONPATH=root/usr/lib/python3/dist-packages
export PYTHONPATH
/usr/bin/python3 -c 'import asciinema' 2>python.log || cannot "$(tail -n 1 python.log)"
cat='/usr/bin/python3 -m asciinema cat session.cast'
seen=$(
	setsid -w $cat </dev/null >out 2>err
	echo "status $?, $(wc -c <out) bytes, $(tail -n 1 err | cut -d : -f 1,3)"
	script -qec "$cat" script.log </dev/null | tr -d '\r'
)
verdict 'asciinema 2.2.0: "asciinema cat" ends with an error where there is no terminal' \
	"status 1, 0 bytes, OSError: '/dev/tty'
주문" "$seen"
