#!/usr/bin/env bash
# Builds the command line tool into artifacts/tool, compiled ahead of time: a third of a short command is compiling otherwise. Where the
# compiler's package cannot be had, the tool is built without, says so, and does the same, slower. Arguments go to dotnet publish.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
publish() { dotnet publish "$root/src/Archwright.Cli" -c Release -v quiet -o "$root/artifacts/tool" "$@"; }
rm -rf "$root/artifacts/tool"
publish -p:AheadOfTime=true "$@" && exit
echo "compiling ahead of time failed as told above; the tool is built without it" >&2
publish "$@"
