#!/usr/bin/env bash
# Runs the whole program on damaged cases, in process and watched, and prints form x outcome, the slowest runs and every failure;
# exit code 1 where one of them crashed, hung (5 s of processor time over what the sound case takes for as many trays), said no place or left something half-written.
#   eng/mutate.sh [--count 10000] [--from 0] [--jobs 1] [--small]   a sweep
#   eng/mutate.sh --log FILE                              the same, kept in FILE and taken up again where it stopped
#   eng/mutate.sh --only K                                            one mutant; its folder stays to look at
# The same numbers give the same mutants on any machine. 10,000 take about an hour of processor time.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
[ -f "$root/web/dist/review.html" ] || (cd "$root/web" && npm ci --no-audit --no-fund && npm run build)
dotnet build "$root/tests/Archwright.Mutations" -c Release -v quiet -p:RunAnalyzers=false
exec nice dotnet "$root/artifacts/bin/Archwright.Mutations/release/Archwright.Mutations.dll" "$@"
