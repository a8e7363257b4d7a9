using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Rules;

/// <summary>Whether the numbers of a plan document can be judged at all; each problem names its place in plan.json.</summary>
internal static class PlanDocumentChecks
{
    private const double UnitTolerance = 1e-6;

    /// <summary>All problems, in the order of the document.</summary>
    public static ImmutableArray<Problem> Run(PlanDocument plan)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var seen = new HashSet<int>();
        for (int i = 0; i < plan.Teeth.Length; i++)
        {
            PlanTooth tooth = plan.Teeth[i];
            string place = $"plan.json teeth[{i}]";
            if (!ToothId.TryFromFdi(tooth.Fdi, out _))
                problems.Add(Problem.Error("plan-not-fdi", $"{tooth.Fdi} is no FDI number", place));
            if (!seen.Add(tooth.Fdi))
                problems.Add(Problem.Error("plan-tooth-twice", $"tooth {tooth.Fdi} is listed twice", place));
            CheckTooth(tooth, place, problems);
        }

        if (plan.Stages.IsEmpty)
            problems.Add(Problem.Error("plan-no-stage", "a plan has at least stage 0", "plan.json stages"));
        for (int k = 0; k < plan.Stages.Length; k++)
        {
            if (plan.Stages[k].Index != k)
            {
                problems.Add(Problem.Error(
                    "plan-stage-order", $"stage {plan.Stages[k].Index} stands at place {k}", $"plan.json stages[{k}]"));
            }

            foreach ((int fdi, Pose pose) in plan.Stages[k].Poses)
                CheckPose(fdi, pose, $"plan.json stages[{k}].poses.{fdi}", problems);
        }

        foreach ((int fdi, Pose pose) in plan.Target.Poses)
            CheckPose(fdi, pose, $"plan.json target.poses.{fdi}", problems);
        CheckCentric(plan.Patient.Records?.Centric, problems);
        return problems.ToImmutable();
    }

    private static void CheckCentric(CentricRecord? record, ImmutableArray<Problem>.Builder problems)
    {
        const string place = "plan.json patient.records.centric";
        if (record?.CentricFromMip is { } pose)
            CheckPose("the bite in centric relation", pose, place + ".centricFromMip", problems);
        if (record?.HingeAxis is { } axis && (!IsFinite(axis.Right, 3) || !IsFinite(axis.Left, 3)))
            problems.Add(Problem.Error("plan-not-a-point", "an end of the hinge axis is not three finite numbers", place + ".hingeAxis"));
    }

    private static void CheckTooth(PlanTooth tooth, string place, ImmutableArray<Problem>.Builder problems)
    {
        PlanLandmarks l = tooth.Landmarks;
        ImmutableArray<ImmutableArray<double>> points =
        [
            tooth.Frame.Origin, tooth.Frame.Mesial, tooth.Frame.Facial, tooth.Frame.Occlusal, tooth.CenterOfResistance, tooth.Apex,
            l.MesialContact, l.DistalContact, l.FacialAxisPoint, l.LingualPoint, l.FacialMargin, l.LingualMargin, l.OcclusalPoint,
            .. l.Cusps,
        ];
        if (points.Any(p => !IsFinite(p, 3)))
        {
            problems.Add(Problem.Error("plan-not-a-point", $"a point or axis of tooth {tooth.Fdi} is not three finite numbers", place));
            return;
        }

        Vec3 m = PoseConversion.ToVec(tooth.Frame.Mesial);
        Vec3 f = PoseConversion.ToVec(tooth.Frame.Facial);
        Vec3 o = PoseConversion.ToVec(tooth.Frame.Occlusal);
        double worst = new[]
        {
            Math.Abs(m.Length - 1), Math.Abs(f.Length - 1), Math.Abs(o.Length - 1),
            Math.Abs(Vec3.Dot(m, f)), Math.Abs(Vec3.Dot(f, o)), Math.Abs(Vec3.Dot(o, m)),
        }.Max();
        if (worst > UnitTolerance)
        {
            problems.Add(Problem.Error(
                "plan-bad-frame", $"the axes of tooth {tooth.Fdi} are not unit and at right angles", place, worst, UnitTolerance, "1"));
        }
    }

    private static void CheckPose(int fdi, Pose pose, string place, ImmutableArray<Problem>.Builder problems)
    {
        if (!ToothId.TryFromFdi(fdi, out _))
            problems.Add(Problem.Error("plan-not-fdi", $"{fdi} is no FDI number", place));
        CheckPose($"tooth {fdi}", pose, place, problems);
    }

    private static void CheckPose(string what, Pose pose, string place, ImmutableArray<Problem>.Builder problems)
    {
        if (!IsFinite(pose.Q, 4) || !IsFinite(pose.T, 3))
        {
            problems.Add(Problem.Error("plan-bad-pose", $"the pose of {what} is not four and three finite numbers", place));
            return;
        }

        double off = Math.Abs(Math.Sqrt(pose.Q.Sum(q => q * q)) - 1);
        if (off > UnitTolerance)
        {
            problems.Add(Problem.Error(
                "plan-not-rigid", $"the pose of {what} is no rigid motion: its quaternion is not unit", place, off, UnitTolerance, "1"));
        }
    }

    private static bool IsFinite(ImmutableArray<double> numbers, int count) =>
        !numbers.IsDefault && numbers.Length == count && numbers.All(double.IsFinite);
}
