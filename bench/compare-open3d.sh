#!/usr/bin/env bash
# compare-open3d.sh [MESH]: our closest-point distance against Open3D's (Embree), one thread each, same mesh, same points.
# Needs Debian's python3-open3d. Times are processor time, best of five. Only unsigned distances are compared: the sign
# of Open3D 0.16 is wrong on some meshes.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet run -c Release --project "$here/Archwright.Bench" -- quick "$@" --write "$work"
OMP_NUM_THREADS=1 /usr/bin/python3 "$here/compare-open3d.py" "$work"
