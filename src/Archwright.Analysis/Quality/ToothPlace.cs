using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>Where a labelled crown stands in its scan, told from the labels alone: axes by its neighbours, sizes by its faces.</summary>
/// <param name="Id">The tooth.</param>
/// <param name="Faces">Its faces.</param>
/// <param name="AreaMm2">Their area.</param>
/// <param name="Center">Their centroid.</param>
/// <param name="Mesial">Unit, along the arch towards the midline.</param>
/// <param name="Facial">Unit, outwards.</param>
/// <param name="Occlusal">Unit, away from the gum.</param>
/// <param name="Low">Least extent along mesial, facial, occlusal from the centre, mm.</param>
/// <param name="High">Greatest extent.</param>
internal sealed record ToothPlace(
    ToothId Id, int[] Faces, double AreaMm2, Vec3 Center, Vec3 Mesial, Vec3 Facial, Vec3 Occlusal, Vec3 Low, Vec3 High)
{
    /// <summary>Components along mesial, facial, occlusal.</summary>
    public Vec3 Local(Vec3 direction) => new(Vec3.Dot(direction, Mesial), Vec3.Dot(direction, Facial), Vec3.Dot(direction, Occlusal));

    /// <summary>Distance of a point from the crown's box, mm.</summary>
    public double DistanceMm(Vec3 point)
    {
        Vec3 local = Local(point - Center);
        return Vec3.Max(Vec3.Max(Low - local, local - High), Vec3.Zero).Length;
    }

    /// <summary>
    /// The side of the crown a point lies on. What looks up is occlusal, and so is what lies inside the walls of a posterior
    /// tooth and does not look sideways; of the walls, the one the surface faces, place deciding with direction.
    /// </summary>
    public CrownSide SurfaceAt(Vec3 point, Vec3 normal)
    {
        Vec3 n = Local(normal).Normalized();
        Vec3 at = Local(point - Center);
        Vec3 middle = (Low + High) * 0.5;
        Vec3 half = (High - Low) * 0.5;
        double m = (at.X - middle.X) / Math.Max(half.X, 0.5);
        double f = (at.Y - middle.Y) / Math.Max(half.Y, 0.5);
        double up = (at.Z - Low.Z) / Math.Max(High.Z - Low.Z, 0.5);
        bool isInside = Math.Max(Math.Abs(m), Math.Abs(f)) < 0.6;
        bool isOcclusal = Id.IsAnterior ? n.Z > 0.8 && up > 0.75 : n.Z > 0.75 || (isInside && n.Z > 0.3);
        if (isOcclusal)
            return CrownSide.Occlusal;
        double mesial = n.X + (0.5 * m);
        double facial = n.Y + (0.5 * f);
        return Math.Abs(mesial) > Math.Abs(facial)
            ? (mesial > 0 ? CrownSide.Mesial : CrownSide.Distal)
            : (facial > 0 ? CrownSide.Buccal : CrownSide.Lingual);
    }

    /// <summary>The teeth of an arch, from the patient's right to the left. O(faces).</summary>
    public static ToothPlace[] Of(TriangleMesh mesh, int[] labels)
    {
        var faces = new SortedDictionary<ToothId, List<int>>();
        Vec3 up = Vec3.Zero;
        for (int f = 0; f < labels.Length; f++)
        {
            if (labels[f] == 0)
                continue;
            var id = ToothId.FromFdi(labels[f]);
            if (!faces.TryGetValue(id, out List<int>? list))
                faces[id] = list = [];
            list.Add(f);
            up += mesh.AreaVector(f);
        }

        up = up.Normalized();
        ToothId[] ids = [.. faces.Keys];
        (Vec3 Center, double Area)[] centers = [.. faces.Values.Select(list => CenterOf(mesh, list))];
        Vec3 middle = centers.Aggregate(Vec3.Zero, (sum, c) => sum + c.Center) / Math.Max(1, centers.Length);
        var places = new ToothPlace[ids.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            // from the patient's right to the left
            Vec3 along = (centers[Math.Min(i + 1, ids.Length - 1)].Center - centers[Math.Max(i - 1, 0)].Center).Reject(up).Normalized();
            Vec3 mesial = ids[i].IsRight ? along : -along;
            Vec3 facial = Vec3.Cross(up, mesial);
            if (Vec3.Dot(facial, centers[i].Center - middle) < 0)
                facial = -facial;
            places[i] = Measured(mesh, new ToothPlace(
                ids[i], [.. faces[ids[i]]], centers[i].Area, centers[i].Center, mesial, facial, up, Vec3.Zero, Vec3.Zero));
        }

        return places;
    }

    private static ToothPlace Measured(TriangleMesh mesh, ToothPlace tooth)
    {
        Aabb box = Aabb.Empty;
        foreach (int f in tooth.Faces)
            box = box.Including(tooth.Local(mesh.FaceCenter(f) - tooth.Center));
        return tooth with { Low = box.Min, High = box.Max };
    }

    private static (Vec3 Center, double Area) CenterOf(TriangleMesh mesh, List<int> faces)
    {
        Vec3 sum = Vec3.Zero;
        double area = 0;
        foreach (int f in faces)
        {
            double a = mesh.AreaVector(f).Length / 2;
            sum += mesh.FaceCenter(f) * a;
            area += a;
        }

        return (area > 0 ? sum / area : mesh.FaceCenter(faces[0]), area);
    }
}
