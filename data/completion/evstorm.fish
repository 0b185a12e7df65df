# Completion for fish. The program itself says what fits (evstorm complete), so there is nothing to keep up to date.

function __evstorm_complete
	set -l words (commandline -opc)
	set -l word (commandline -ct)
	for line in ($words[1] complete -- $words[2..-1] (string unescape -- $word; or echo $word) 2>/dev/null)
		if test "$line" = /
			__fish_complete_path $word
		else
			echo $line
		end
	end
end

complete -c evstorm -f -a '(__evstorm_complete)'
