#!/usr/bin/env bash
# Builds the command line tool into artifacts/tool, compiled ahead of time: a small plan takes an eighth less processor time. Where the
# compiler's package cannot be had, the tool is built without, says so, and does the same, slower. Arguments go to dotnet publish.
# The folder is put in place whole: a build that is broken off leaves the tool as it was.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
tool="$root/artifacts/tool"
publish() {
  rm -rf "$tool.new"
  dotnet publish "$root/src/Archwright.Cli" -c Release -v quiet -o "$tool.new" "$@"
}
if ! publish -p:AheadOfTime=true "$@"; then
  echo "compiling ahead of time failed as told above; the tool is built without it" >&2
  publish "$@"
fi
rm -rf "$tool"
mv "$tool.new" "$tool"
