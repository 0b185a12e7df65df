# The terminals: which there are, how each is started, and which package of Debian has it. To be read with ".".
terminals='xterm xterm-cjk urxvt mlterm st kitty alacritty konsole qterminal lxterminal zutty
	tmux screen screen-ko dvtm mosh xterm.js'

terminal_package() {
	case $1 in
	xterm-cjk) echo xterm ;;
	urxvt) echo rxvt-unicode ;;
	st) echo stterm ;;
	screen-ko) echo 'screen and the locale ko_KR.UTF-8' ;;
	xterm.js) echo 'nodejs npm (and make readers)' ;;
	*) echo "$1" ;;
	esac
}

terminal_is_there() {
	case $1 in
	xterm-cjk) command -v xterm ;;
	st) command -v stterm ;;
	screen-ko) command -v screen && command -v xterm && locale -a | grep -qix 'ko_KR.utf-\?8' ;;
	tmux | screen | dvtm) command -v "$1" && command -v xterm ;;
	mosh) command -v mosh-server && command -v xterm ;;
	xterm.js) command -v node && [ -e "$readers/node_modules/@xterm/headless/package.json" ] ;;
	*) command -v "$1" ;;
	esac >/dev/null
}

terminal_version() {
	case $1 in
	xterm.js) sed -n 's/.*"version": "\(.*\)".*/\1/p' "$readers/node_modules/@xterm/headless/package.json" ;;
	xterm*) dpkg-query -W -f '${Version}' xterm ;;
	urxvt) dpkg-query -W -f '${Version}' rxvt-unicode ;;
	st) dpkg-query -W -f '${Version}' stterm ;;
	screen*) dpkg-query -W -f '${Version}' screen ;;
	*) dpkg-query -W -f '${Version}' "$1" ;;
	esac 2>/dev/null || echo '-'
}

# terminal_launch NAME COMMAND: runs the terminal with COMMAND, a line of words, in it.
terminal_launch() {
	case $1 in
	xterm) exec xterm -fa monospace -fs 9 -geometry 100x30 -e $2 ;;
	xterm-cjk) exec xterm -fa monospace -fs 9 -cjk_width -geometry 100x30 -e $2 ;;
	urxvt) exec urxvt -geometry 100x30 -e $2 ;;
	mlterm) exec mlterm -g 100x30 -e $2 ;;
	st) exec stterm -g 100x30 -e $2 ;;
	kitty) exec kitty --config NONE -o remember_window_size=no -o initial_window_width=100c \
		-o initial_window_height=30c -o update_check_interval=0 $2 ;;
	alacritty) exec alacritty -o window.dimensions.columns=100 -o window.dimensions.lines=30 -e $2 ;;
	konsole) exec dbus-run-session konsole --nofork --hide-menubar --hide-tabbar -e $2 ;;
	qterminal) exec dbus-run-session qterminal -qwindowgeometry 1000x640 -e "$2" ;;
	lxterminal) exec dbus-run-session lxterminal --no-remote --geometry=100x30 -e "$2" ;;
	zutty) exec zutty -font DejaVuSansMono -dwfont NanumGothicCoding -geometry 100x30 -e $2 ;;
	tmux) exec xterm -fa monospace -fs 9 -geometry 100x30 -e tmux -L "evstorm-$$" -f /dev/null new-session "$2" ;;
	screen) exec xterm -fa monospace -fs 9 -geometry 100x30 -e screen -c /dev/null $2 ;;
	screen-ko)
		LC_ALL=ko_KR.UTF-8 exec xterm -fa monospace -fs 9 -geometry 100x30 -e screen -c /dev/null $2
		;;
	dvtm) exec xterm -fa monospace -fs 9 -geometry 100x30 -e dvtm "$2" ;;
	mosh)
		set -- $(mosh-server new -i 127.0.0.1 -- $2 2>/dev/null | awk '/MOSH CONNECT/ { print $3, $4 }')
		MOSH_KEY=$2 exec xterm -fa monospace -fs 9 -geometry 100x30 -e mosh-client 127.0.0.1 "$1"
		;;
	esac >/dev/null 2>&1
}

# Keys with which a terminal does something of its own, such as another window: they are left out.
terminal_takes() {
	case $1 in
	mlterm) echo 'shift+F1 Pause' ;;
	konsole) echo 'shift+F1 Menu' ;;
	esac
}

# What stays behind when the terminal has gone.
terminal_clean() {
	case $1 in
	tmux) tmux -L "evstorm-$$" kill-server ;;
	esac >/dev/null 2>&1
}
