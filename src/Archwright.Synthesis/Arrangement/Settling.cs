using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Synthesis.Arrangement;

/// <summary>Brings upper teeth vertically into contact with the lower arch, as eruption does.</summary>
internal static class Settling
{
    private const double ContactMm = 0.01;

    /// <summary>
    /// Moves each upper posterior tooth along the vertical until it touches the lower arch; anterior teeth only where they
    /// would cut it. Changes <paramref name="poses"/> in place.
    /// </summary>
    public static void Settle(SortedDictionary<ToothId, ToothBody> bodies, SortedDictionary<ToothId, ToothFrame> poses)
    {
        ToothBody[] lower = [.. bodies.Values.Where(b => b.Id.Jaw == Jaw.Lower)];
        foreach (ToothBody body in bodies.Values.Where(b => b.Id.Jaw == Jaw.Upper))
        {
            ToothFrame start = poses[body.Id];
            ToothFrame Raised(double dz) => start with { Origin = start.Origin + new Vec3(0, 0, dz) };
            ToothBody[] near = [.. lower.Where(b => Vec3.Distance(poses[b.Id].Origin, start.Origin) < 24)];
            double Clearance(double dz) => near.Min(b => ToothBody.Gap(body, Raised(dz), b, poses[b.Id])) - ContactMm;
            if (near.Length == 0 || (body.Id.IsAnterior && Clearance(0) > 0))
                continue;
            poses[body.Id] = Raised(ContactSearch.Find(Clearance, 0, slope: 0.8, toleranceMm: 0.003));
        }
    }
}
