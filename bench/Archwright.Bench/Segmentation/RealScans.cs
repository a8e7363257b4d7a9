using System.Collections.Immutable;
using System.Text.Json;
using Archwright.Formats;

namespace Archwright.Bench.Segmentation;

/// <summary>Labelled real arches beside the checkout: for measuring only.</summary>
internal static class RealScans
{
    public static IEnumerable<LabelledMesh> All(string folder)
    {
        foreach (string path in Directory.GetFiles(folder, "*er.ply", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string labels = Path.ChangeExtension(path, null) + ".labels.json";
            if (!File.Exists(labels))
                continue;
            ImportedMesh imported = MeshReader.Read(path, ImportMode.Repair).Value!;
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(labels));
            int[] perFile = [.. document.RootElement.GetProperty("labels").EnumerateArray().Select(e => e.GetInt32())];
            int[] perMesh = new int[imported.Mesh.VertexCount];
            ImmutableArray<int> map = imported.MeshVertexOfFileVertex;
            for (int v = 0; v < map.Length; v++)
            {
                if (map[v] >= 0)
                    perMesh[map[v]] = perFile[v];
            }

            string jaw = Path.GetFileNameWithoutExtension(path);
            yield return new LabelledMesh($"{Path.GetFileName(Path.GetDirectoryName(path))}/{jaw}", jaw == "upper", imported.Mesh, perMesh);
        }
    }
}
