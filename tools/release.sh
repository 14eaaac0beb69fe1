#!/usr/bin/env bash
# Makes the packages of a release: tools/release.sh VERSION FOLDER [--no-test]. It publishes nothing.
set -euo pipefail

fail() {
  echo "$1" >&2
  exit 2
}

[ $# -eq 2 ] || [ "${3:-}" = --no-test ] || fail "Usage: tools/release.sh VERSION FOLDER [--no-test]"
version=$1
mkdir -p "$2"
out=$(cd "$2" && pwd)
cd "$(dirname "$0")/.."

# The commit says its version, so that whoever builds it gets the same packages.
grep -qF "<Version>$version</Version>" Directory.Build.props || fail "Directory.Build.props does not say that this is version '$version'."
[ -z "$(ls -A "$out")" ] || fail "The folder '$out' is not empty."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
build=(-c Release -p:ContinuousIntegrationBuild=true)
dotnet build "${build[@]}"
[ "${3:-}" = --no-test ] || dotnet test -c Release --no-build
dotnet msbuild tools/pack.proj -p:Configuration=Release -p:ContinuousIntegrationBuild=true -p:Out="$out" -nologo -v:m
dotnet pack compiler/AirsPolicy.Cli "${build[@]}" -o "$out"

cd "$out"
sha256sum ./*.nupkg ./*.snupkg > SHA256SUMS
cat SHA256SUMS
