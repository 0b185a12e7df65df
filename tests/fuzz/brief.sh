#!/bin/sh
# Runs each fuzz target for a short while, from the kept corpus on. FUZZ_RUNS inputs each.
cd "${BUILDDIR:-.}" || exit 1
targets='command csv drawing json input mcp boardfile presence recovery'
number=0
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

for target in $targets; do
	number=$((number + 1))
	mkdir "$work/$target"
	# What it finds is written beside the log, so that it can be replayed and kept.
	if "tests/fuzz/${target}_fuzz" -runs="${FUZZ_RUNS:-5000}" -max_len=65536 -timeout=20 \
		-rss_limit_mb=2048 -artifact_prefix="tests/fuzz/$target-" "$work/$target" \
		"${SRCDIR:-.}/tests/fuzz/corpus/$target" >"$work/log" 2>&1; then
		echo "ok $number - $target"
	else
		sed 's/^/# /' "$work/log" | tail -60
		echo "not ok $number - $target"
	fi
done
echo "1..$number"
