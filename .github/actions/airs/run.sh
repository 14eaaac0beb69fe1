#!/usr/bin/env bash
# What the action does, in four steps: install, report, comment, verdict. The variables are those that action.yml sets.
set -euo pipefail

path=${AIRS_PATH:-.}             # the folder with the policies, given from the repository's
out=${AIRS_OUT:-airs-report}     # where the reports go
base=${AIRS_BASE:-}              # the branch or commit to compare with; none where it is empty
threshold=${AIRS_THRESHOLD:-}    # the least share in percent that tests have to cover and to notice

install() {
  command -v airs >/dev/null || dotnet tool install --global AirsPolicy.Cli --version "$AIRS_VERSION"
}

# The policies below a folder, one a line: the name, a tab, and a file of each.
policies() {
  find "$1" -name '.?*' -prune -o -name '*.airs' -print | LC_ALL=C sort | while IFS= read -r file; do
    name=$(sed -nE 's/^policy +([a-z0-9_.]+).*/\1/p' "$file" | head -n 1)
    if [ -n "$name" ]; then printf '%s\t%s\n' "$name" "$file"; fi
  done | LC_ALL=C sort -s -u -t "$(printf '\t')" -k 1,1
}

# Runs a command that ends with 1 where it finds something. Where it ends otherwise, nothing more can be said.
failed=0
findings() {
  local code=0
  "$@" || code=$?
  if [ "$code" -gt 1 ]; then exit "$code"; fi
  if [ "$code" -eq 1 ]; then failed=1; fi
}

report() {
  rm -rf "$out"
  mkdir -p "$out/bundles"
  findings airs check "$path"
  # The same once more for code scanning: its exit code is known.
  airs check "$path" --format sarif > "$out/airs.sarif" || [ "$?" -eq 1 ]
  local options=(--coverage --mutate --junit "$out/tests.xml" --markdown "$out/summary.md")
  if [ -n "$threshold" ]; then options+=(--threshold "$threshold"); fi
  findings airs test "$path" "${options[@]}"
  findings airs fmt --check "$path"

  policies "$path" | while IFS=$'\t' read -r name file; do
    airs build "$file" --library "$path" -o "$out/bundles/$name.airsb" || [ "$?" -eq 1 ]
  done
  if [ -n "$base" ]; then compare; fi
  if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat "$out"/*.md >> "$GITHUB_STEP_SUMMARY"; fi
  echo "$failed" > "$out/verdict"
}

# Which decisions differ from those of the base, policy by policy.
compare() {
  local before
  before=$(mktemp -d)
  # Where the folder is not there yet, every policy is new.
  git rev-parse --quiet --verify "$base^{commit}" >/dev/null || { echo "There is no '$base' to compare with." >&2; exit 2; }
  git archive "$base" -- "$path" 2>/dev/null | tar -x -C "$before" 2>/dev/null || true
  mkdir -p "$before/$path"
  : > "$out/diff.md"
  policies "$before/$path" > "$before/.names"
  policies "$path" > "$before/.later"
  while IFS=$'\t' read -r name _; do
    differences "$before" "$name" >> "$out/diff.md"
  done < <(cut -f 1 "$before/.names" "$before/.later" | LC_ALL=C sort -u)
  rm -rf "$before"
}

differences() {
  local earlier bundle="$out/bundles/$2.airsb"
  earlier=$(awk -F '\t' -v name="$2" '$1 == name { print $2 }' "$1/.names")
  if ! grep -q "^$2	" "$1/.later"; then
    printf '### Decisions of `%s`\n\nThe policy is removed.\n\n' "$2"
  elif [ -z "$earlier" ]; then
    printf '### Decisions of `%s`\n\nThe policy is new.\n\n' "$2"
  elif [ ! -f "$bundle" ]; then
    printf '### Decisions of `%s`\n\nThe policy does not build, so that it cannot be compared.\n\n' "$2"
  elif ! airs build "$earlier" --library "$1/$path" -o "$1/$2.airsb" >/dev/null; then
    printf '### Decisions of `%s`\n\nThe earlier version does not build, so that it cannot be compared.\n\n' "$2"
  else
    # What differs is for people to judge, and fails nothing.
    airs diff "$1/$2.airsb" "$bundle" --markdown "$1/diff.md" >/dev/null || [ "$?" -eq 1 ]
    cat "$1/diff.md"
  fi
}

# Writes the differences under the pull request, over those of the last run.
comment() {
  local marker="<!-- airs $path -->" comments="repos/$GITHUB_REPOSITORY/issues/$AIRS_PULL_REQUEST/comments" body="$out/comment.md" id
  { echo "$marker"; cat "$out/diff.md"; } > "$body"
  # A comment holds 65,536 characters.
  if [ "$(wc -c < "$body")" -gt 60000 ]; then
    printf '%s\nThe differences are too long for a comment; they stand in the summary of the job.\n' "$marker" > "$body"
  fi
  id=$(gh api "$comments" --paginate --jq ".[] | select(.body | startswith(\"$marker\")) | .id" | head -n 1) || return 0
  if [ -n "$id" ]; then
    gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" -F "body=@$body" >/dev/null
  else
    gh api "$comments" -F "body=@$body" >/dev/null
  fi || echo "::notice::The comment could not be written; a pull request from a fork may not."
}

# Last, so that a policy with findings has its reports all the same.
verdict() {
  exit "$(cat "$out/verdict")"
}

case ${1:-} in
  install | report | comment | verdict) "$1" ;;
  *) echo "usage: run.sh install|report|comment|verdict" >&2; exit 2 ;;
esac
