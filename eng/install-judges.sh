#!/usr/bin/env bash
# Installs the independent judges the tests call: admesh and PrusaSlicer (closed models), Chromium (review page).
set -euo pipefail
missing=()
command -v admesh >/dev/null || missing+=(admesh)
command -v prusa-slicer >/dev/null || missing+=(prusa-slicer)
command -v chromium >/dev/null || missing+=(chromium)
[ ${#missing[@]} -eq 0 ] && exit 0
if ! command -v apt-get >/dev/null; then
  printf 'these programs are needed by the tests and absent: %s\n' "${missing[*]}" >&2
  exit 1
fi
sudo=""
[ "$(id -u)" -eq 0 ] || sudo=sudo
$sudo apt-get update -qq
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
