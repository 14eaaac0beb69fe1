#!/usr/bin/env bash
# fuzz.sh TARGET [MINUTES]: lets AFL++ look for inputs that a target does not bear, led by which code they reach. Needs afl-fuzz (Debian: afl++).
# Finds and figures stay in out/fuzz/TARGET below this folder; `dotnet run --project tests/AirsPolicy.Fuzzing -- read TARGET FILE` shows what a find does.
set -euo pipefail
target=${1:?"fuzz.sh TARGET [MINUTES]"} minutes=${2:-30}
here=$(cd "$(dirname "$0")" && pwd)
command -v afl-fuzz >/dev/null || { echo "afl-fuzz is not installed (Debian: apt-get install afl++)" >&2; exit 2; }

work=$here/out/fuzz/$target
program=$here/out/program/$target
rm -rf "$program" && mkdir -p "$work" "$program"
dotnet publish "$here" -c Release -v q --no-self-contained -o "$program" >/dev/null
(cd "$here" && dotnet tool restore >/dev/null && dotnet "$program/AirsPolicy.Fuzzing.dll" seeds "$target" "$work/seeds")
for library in "$program"/AirsPolicy.{Runtime,Hosting,Language,Compiler}.dll "$program/airs.dll"; do
  (cd "$here" && dotnet tool run sharpfuzz "$library")
done

# Each input has five seconds: what takes longer is a find.
export AFL_SKIP_BIN_CHECK=1 AFL_NO_UI=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_AFFINITY=1
afl-fuzz -i "$work/seeds" -o "$work/found" -t 5000 -m none -V $((minutes * 60)) -- dotnet "$program/AirsPolicy.Fuzzing.dll" fuzz "$target" >"$work/log" 2>&1 || true
grep -E 'run_time|execs_done|corpus_count|saved_crashes|saved_hangs|edges_found' "$work/found/default/fuzzer_stats"
