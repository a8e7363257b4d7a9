"""compare-open3d.py FOLDER: runs the queries left by `quick --write FOLDER` in Open3D and prints the ratio."""
import sys
import time

import numpy as np
import open3d as o3d

folder = sys.argv[1]
mesh = o3d.io.read_triangle_mesh(f"{folder}/mesh.ply")
scene = o3d.t.geometry.RaycastingScene(nthreads=1)
scene.add_triangles(o3d.t.geometry.TriangleMesh.from_legacy(mesh))
worst = 0.0
for name in ("near", "box"):
    rows = np.fromfile(f"{folder}/{name}.bin", np.float32).reshape(-1, 4)
    points = o3d.core.Tensor(np.ascontiguousarray(rows[:, :3]))
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        distance = scene.compute_distance(points, nthreads=1)
        best = min(best, time.process_time() - start)
    theirs = best / len(rows) * 1e6
    ours = float(open(f"{folder}/{name}.us").read())
    difference = float(np.abs(distance.numpy() - rows[:, 3]).max())
    worst = max(worst, difference)
    print(f"{name}: ours {ours:.3f} us, Open3D {theirs:.3f} us, our rate is {theirs / ours:.2f} of theirs, "
          f"greatest difference {difference:.1e} mm")
sys.exit(0 if worst < 1e-4 else 1)
