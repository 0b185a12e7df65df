#!/bin/sh
# cmocka.sh PROGRAM [ARGUMENT...]: runs a test program. Of what was skipped cmocka (1.1.5) says "not ok N # SKIP",
# which is a failure to whoever reads TAP by the letter, as automake does.
exec 4>&1
status=$({
	{
		"$@"
		echo $? >&3
	} | sed 's/^not ok \([0-9]* # SKIP\)/ok \1/' >&4
} 3>&1)
exit "$status"
