using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Synthesis.Arrangement;

/// <summary>Moves teeth from the ideal to the malocclusion asked for. Occlusal frame, mm.</summary>
internal static class MalocclusionApplication
{
    /// <summary>Poses after the malocclusion.</summary>
    public static SortedDictionary<ToothId, ToothFrame> Apply(
        SortedDictionary<ToothId, ToothBody> bodies, SortedDictionary<ToothId, ToothFrame> ideal, SynthesisOptions options)
    {
        Malocclusion wanted = options.Malocclusion;
        var posed = new SortedDictionary<ToothId, ToothFrame>();
        foreach ((ToothId id, ToothFrame frame) in ideal)
        {
            SeededRandom random = new SeededRandom(options.Seed).Fork($"malocclusion of {id}");
            double Scatter(double deviation) => deviation * Math.Clamp(random.Normal(), -2.5, 2.5);
            Vec3 center = frame.PointFromLocal(bodies[id].CenterOfResistance);
            Vec3 turn = (frame.Occlusal * Scatter(wanted.RotationScatterDeg)) + (frame.Facial * Scatter(wanted.TipScatterDeg))
                + (frame.Mesial * Scatter(wanted.TorqueScatterDeg));
            Vec3 shift = (frame.Facial * Scatter(wanted.InOutScatterMm)) + (frame.Occlusal * Scatter(wanted.VerticalScatterMm));
            Vec3 direction = new Vec3(random.Normal(), random.Normal(), random.Normal()).Normalized();
            Vec3 axis = new Vec3(random.Normal(), random.Normal(), random.Normal()).Normalized();
            shift += direction * random.Uniform(0, wanted.PerturbationMm);
            turn += axis * random.Uniform(0, wanted.PerturbationDeg);
            posed[id] = frame.Moved(RigidTransform.AboutPoint(Rotation.FromVector(turn * (Math.PI / 180)), center, shift));
        }

        return posed;
    }
}
