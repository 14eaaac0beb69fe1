#!/usr/bin/env bash
# mutate.sh FOLDER [PERCENT [SEED]]: changes the C# of a folder in small ways, one at a time, and says which changes the unit tests of its project do not notice.
# mutate.sh runtime/AirsPolicy.Runtime/State 25: one file in four, the same ones for the same seed, where the whole folder takes more than half an hour.
# What is left over stands in StrykerOutput below the project of the tests.
set -euo pipefail
folder=${1:?"mutate.sh FOLDER [PERCENT [SEED]]"} percent=${2:-100} seed=${3:-1}
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
folder=${folder%/}
project=$(cut -d/ -f1-2 <<<"$folder")
name=$(basename "$project")
tests=tests/$name.Tests
[ -d "$folder" ] && [ -d "$tests" ] || { echo "'$folder' is no folder of a project that has unit tests" >&2; exit 2; }

mapfile -t files < <(git ls-files "$folder/*.cs" | sort -R --random-source=<(yes "$seed"))
count=$(((${#files[@]} * percent + 99) / 100))
mutate=()
for file in "${files[@]:0:count}"; do
  mutate+=(--mutate "${file#"$project/"}")
done
echo "$count of ${#files[@]} files of $folder"
dotnet tool restore >/dev/null
cd "$tests"
dotnet stryker --project "$name.csproj" "${mutate[@]}" --concurrency "$(nproc)" --reporter cleartext --reporter json --break-at 0
