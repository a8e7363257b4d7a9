#!/usr/bin/env bash
# Plans every real case beside the checkout and N synthetic ones, verifies each plan folder and prints one table row a case:
# case, exit code, seconds, peak MB, stages, lower bound, verify's exit code.
#   eng/measure.sh [N] [OUTPUT FOLDER]
# Needs GNU time. Real cases are read in place from ../shared/data and never copied.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
count=${1:-200}
out=${2:-$(mktemp -d)}
tool="$root/artifacts/tool/archwright.dll"
"$root/archwright" --version >/dev/null || exit 1
presets=(crowding severe-crowding spacing deep-bite open-bite class2 class3 crossbite perturbed random)

row() {
  local name=$1 input=$2
  shift 2
  local plan="$out/plans/$name"
  /usr/bin/time -f '%e %M' -o "$out/time" dotnet "$tool" plan "$input" -o "$plan" "$@" >"$out/log" 2>&1
  local code=$? spent stages bound
  spent=$(tail -1 "$out/time" | awk '{printf "%.1f %.0f", $1, $2 / 1024}')
  stages=$(node -e 'const p=JSON.parse(require("fs").readFileSync(process.argv[1]));console.log(p.stages.length-1, p.summary.lowerBound)' "$plan/plan.json" 2>/dev/null || echo "- -")
  dotnet "$tool" verify "$plan" >>"$out/log" 2>&1
  printf '%-28s %4s %14s %10s %4s\n' "$name" "$code" "$spent" "$stages" "$?"
}

mkdir -p "$out/plans"
printf '%-28s %4s %14s %10s %4s\n' case exit 's  MB' 'stages LB' verify
for folder in "$root"/../shared/data/*/; do
  [ -d "$folder" ] && row "$(basename "$folder")" "$folder"
done
for ((seed = 1; seed <= count; seed++)); do
  preset=${presets[seed % ${#presets[@]}]}
  dotnet "$tool" synth -o "$out/case" --malocclusion "$preset" --seed "$seed" --triangles 20000 >/dev/null || continue
  row "$preset-$seed" "$out/case" --no-models
  rm -rf "$out/case"
done
printf 'plans in %s\n' "$out/plans"
