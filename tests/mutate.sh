#!/usr/bin/env bash
# mutate.sh FOLDER [PERCENT [SEED]]: changes the C# of a folder in small ways, one at a time, and says which changes the unit tests beside
# it do not notice.
# mutate.sh runtime/AirsPolicy.Runtime/State 25: one file in four, the same ones for the same seed, where the whole folder takes more than
# half an hour. JOBS=1 leaves a processor to others.
# Works on a copy of what is committed, below artifacts. What is left over stands in StrykerOutput below the project of the tests there.
set -euo pipefail
folder=${1:?"mutate.sh FOLDER [PERCENT [SEED]]"} percent=${2:-100} seed=${3:-1}
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
folder=${folder%/}
project=$(cut -d/ -f1-2 <<<"$folder")
name=$(basename "$project")
tests=tests/$name.Tests
[ -d "$folder" ] && [ -d "$tests" ] || { echo "'$folder' is no folder of a project that has unit tests" >&2; exit 2; }

# The tests of the folder of the same name. Laws over random values are left out: they find much, and take a long time for each change.
# A host and the programs that it runs are tried with compiled policies too, beside the compiler.
inside=$(cut -d/ -f3 <<<"$folder") beside=()
case "$name" in
  AirsPolicy.Language) filter='(FullyQualifiedName~.Tests.Semantics.|FullyQualifiedName~.Tests.Analysis.)' ;;
  AirsPolicy.Hosting)
    filter='(FullyQualifiedName~.Hosting.|FullyQualifiedName~.Tests.Bundles.)'
    for other in Hosting Compiler; do
      beside+=(--test-project "../AirsPolicy.$other.Tests/AirsPolicy.$other.Tests.csproj")
    done ;;
  AirsPolicy.Runtime)
    filter="FullyQualifiedName~.Tests.${inside:+$inside.}"
    if [ "$inside" = Programs ]; then
      filter="($filter|FullyQualifiedName~.Compiler.Tests.)"
      for other in Runtime Compiler; do
        beside+=(--test-project "../AirsPolicy.$other.Tests/AirsPolicy.$other.Tests.csproj")
      done
    fi ;;
  *) filter="FullyQualifiedName~.Tests.${inside:+$inside.}" ;;
esac

mapfile -t files < <(git ls-files "$folder/*.cs" | sort -R --random-source=<(yes "$seed"))
count=$(((${#files[@]} * percent + 99) / 100))
mutate=() chosen=$'\n'
for file in "${files[@]:0:count}"; do
  mutate+=(--mutate "${file#"$project/"}")
  chosen+=$file$'\n'
done
echo "$count of ${#files[@]} files of $folder"

copy=$root/artifacts/mutate
if [ -e "$copy/.git" ]; then git -C "$copy" checkout -qf --detach "$(git rev-parse HEAD)"; else git worktree add -qf --detach "$copy" HEAD; fi
cd "$copy"
# Every change of a project is compiled, also those outside of the folder, and a project has tens of thousands: only the chosen files have any.
git ls-files "$project/*.cs" | while read -r file; do
  [[ $chosen == *$'\n'"$file"$'\n'* ]] || sed -i '0,/^namespace /s//\/\/ Stryker disable all\nnamespace /' "$file"
done
dotnet tool restore >/dev/null
cd "$tests"
dotnet stryker -f ../mutate.json --project "$name.csproj" "${beside[@]}" "${mutate[@]}" --test-case-filter "$filter&FullyQualifiedName!~Law" --concurrency "${JOBS:-$(nproc)}"
