using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.Synthesis.Arrangement;

namespace Archwright.Synthesis.Malocclusions;

/// <summary>Scatter and perturbation of single teeth about their centres of resistance.</summary>
internal static class ToothScatter
{
    /// <summary>Changes the poses in place. The draws of a tooth depend on seed and tooth only.</summary>
    public static void Apply(
        IdealDentition ideal, SortedDictionary<ToothId, ToothFrame> poses, Malocclusion wanted, ulong seed)
    {
        foreach (ToothBody body in ideal.Bodies.Values)
        {
            ToothFrame frame = poses[body.Id];
            SeededRandom random = new SeededRandom(seed).Fork($"malposition of {body.Id}");
            double Scatter(double deviation) => deviation * Math.Clamp(random.Normal(), -2.5, 2.5);
            Vec3 turn = (frame.Occlusal * Scatter(wanted.RotationScatterDeg)) + (frame.Facial * Scatter(wanted.TipScatterDeg))
                + (frame.Mesial * Scatter(wanted.TorqueScatterDeg));
            Vec3 shift = (frame.Facial * Scatter(wanted.InOutScatterMm)) + (frame.Occlusal * Scatter(wanted.VerticalScatterMm));
            Vec3 direction = new Vec3(random.Normal(), random.Normal(), random.Normal()).Normalized();
            Vec3 axis = new Vec3(random.Normal(), random.Normal(), random.Normal()).Normalized();
            shift += direction * random.Uniform(0, wanted.PerturbationMm);
            turn += axis * random.Uniform(0, wanted.PerturbationDeg);
            poses[body.Id] = frame.Moved(RigidTransform.AboutPoint(
                Rotation.FromVector(turn * (Math.PI / 180)), frame.PointFromLocal(body.CenterOfResistance), shift));
        }
    }
}
