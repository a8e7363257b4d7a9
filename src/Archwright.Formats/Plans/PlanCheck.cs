using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>Checks a plan document beyond its schema; stops adding problems at a limit so that a hostile file cannot flood.</summary>
internal sealed class PlanCheck(string name)
{
    private const int ProblemsMax = 50;
    private const int TeethMax = 52;
    private const int StagesMax = 1000;
    private const double UnitTolerance = 1e-6;
    private const double LengthMaxMm = 1e6;
    private ImmutableSortedSet<int> _teeth = [];
    private int _lastStage;

    public List<Problem> Problems { get; } = [];

    public void Run(PlanDocument plan)
    {
        if (plan.Schema != PlanDocument.SchemaId)
        {
            Bad("schema", $"the schema is not {PlanDocument.SchemaId}");
            return;
        }

        if (plan.Teeth.Length > TeethMax || plan.Stages.Length is 0 or > StagesMax)
        {
            Bad("stages", $"a plan has at most {TeethMax} teeth and 1 to {StagesMax} stages");
            return;
        }

        _lastStage = plan.Stages.Length - 1;
        _teeth = [.. plan.Teeth.Select(t => t.Fdi)];
        if (_teeth.Count != plan.Teeth.Length)
            Bad("teeth", "a tooth is listed twice");
        CheckPose("occlusalFromScan", plan.OcclusalFromScan);
        Each("inputs", plan.Inputs, CheckFile);
        Each("outputs", plan.Outputs, CheckFile);
        Each("teeth", plan.Teeth, CheckTooth);
        for (int k = 0; k <= _lastStage; k++)
            CheckStage($"stages[{k}]", plan.Stages[k], k);
        CheckPoses("target.poses", plan.Target.Poses);
        CheckPoses("programmed.poses", plan.Programmed.Poses);
        CheckRecords(plan);
        foreach (Problem problem in PreferencesJson.CheckRanges(plan.Engine.Preferences, $"{name}, $.engine.preferences"))
        {
            if (problem.Severity == ProblemSeverity.Error && Problems.Count < ProblemsMax)
                Problems.Add(problem);
        }
    }

    private void CheckRecords(PlanDocument plan)
    {
        Each("pairs", plan.Pairs, (path, p) => CheckPair(path, p.Between));
        Each("ipr", plan.Ipr, (path, i) =>
        {
            CheckPair(path, i.Between);
            CheckStageIndex(path + ".stage", i.Stage);
            Require(i.Mm is >= 0 and <= 5, path + ".mm", $"{i.Mm} mm is no amount of enamel");
        });
        Each("attachments", plan.Attachments, (path, a) =>
        {
            CheckFdi(path + ".fdi", a.Fdi);
            CheckSpan(path, a.On, a.Off);
            CheckPoint(path + ".size", a.Size);
            Require(a.Size.All(s => s > 0), path + ".size", "an attachment has a size");
            CheckPoint(path + ".position", a.Position);
            CheckAxis(path + ".normal", a.Normal);
            CheckAxis(path + ".occlusal", a.Occlusal);
            CheckPoint(path + ".force", a.Force);
            Require(RelativePath.IsSafe(a.Mesh), path + ".mesh", "the mesh is not a path inside the plan folder");
        });
        Each("auxiliaries", plan.Auxiliaries, (path, a) =>
        {
            CheckFdi(path + ".fdi", a.Fdi);
            CheckSpan(path, a.From, a.To);
        });
        Each("events", plan.Events, (path, e) =>
        {
            CheckFdi(path + ".fdi", e.Fdi);
            CheckSpan(path, e.From, e.To);
        });
        Each("expected", plan.Expected, (path, e) =>
        {
            CheckStageIndex(path + ".stage", e.Stage);
            foreach ((int fdi, Pose pose) in e.Poses)
                CheckPose($"{path}.poses.{fdi}", pose);
        });
    }

    private void CheckTooth(string path, PlanTooth tooth)
    {
        Require(ToothId.TryFromFdi(tooth.Fdi, out _), path + ".fdi", $"{tooth.Fdi} is no FDI number");
        Require(RelativePath.IsSafe(tooth.Mesh), path + ".mesh", "the mesh is not a path inside the plan folder");
        CheckPoint(path + ".frame.origin", tooth.Frame.Origin);
        CheckAxis(path + ".frame.mesial", tooth.Frame.Mesial);
        CheckAxis(path + ".frame.facial", tooth.Frame.Facial);
        CheckAxis(path + ".frame.occlusal", tooth.Frame.Occlusal);
        CheckPoint(path + ".centerOfResistance", tooth.CenterOfResistance);
        CheckPoint(path + ".apex", tooth.Apex);
        PlanLandmarks l = tooth.Landmarks;
        Each(
            path + ".landmarks",
            [l.MesialContact, l.DistalContact, l.FacialAxisPoint, l.LingualPoint, l.FacialMargin, l.LingualMargin, l.OcclusalPoint, .. l.Cusps],
            CheckPoint);
        Require(tooth.InferredShare is >= 0 and <= 1, path + ".inferredShare", "a share lies between 0 and 1");
    }

    private void CheckStage(string path, PlanStage stage, int place)
    {
        Require(stage.Index == place, path + ".index", $"stage {place} says it is stage {stage.Index}");
        Require(stage.WearDays is >= 0 and <= 365, path + ".wearDays", $"{stage.WearDays} days are no wear time");
        CheckPoses(path + ".poses", stage.Poses);
        if (place == 0)
        {
            bool isIdentity = stage.Poses.Values.All(p =>
                p.Q.Length == 4 && p.T.Length == 3 && Math.Abs(p.Q[0] - 1) < UnitTolerance && p.T.All(t => Math.Abs(t) < UnitTolerance));
            Require(isIdentity, path + ".poses", "stage 0 is not the identity");
        }
    }

    private void CheckPoses(string path, ImmutableSortedDictionary<int, Pose> poses)
    {
        Require(_teeth.SetEquals(poses.Keys), path, "the poses are not those of the plan's teeth");
        foreach ((int fdi, Pose pose) in poses)
            CheckPose($"{path}.{fdi}", pose);
    }

    private void CheckPose(string path, Pose pose)
    {
        CheckPoint(path + ".t", pose.T);
        double norm = Math.Sqrt(pose.Q.Sum(q => q * q));
        Require(pose.Q.Length == 4 && Math.Abs(norm - 1) < UnitTolerance, path + ".q", "q is not a unit quaternion of four numbers");
    }

    private void CheckAxis(string path, ImmutableArray<double> axis)
    {
        CheckPoint(path, axis);
        Require(Math.Abs(Math.Sqrt(axis.Sum(a => a * a)) - 1) < UnitTolerance, path, "an axis has length 1");
    }

    private void CheckPoint(string path, ImmutableArray<double> point) =>
        Require(point.Length == 3 && point.All(c => Math.Abs(c) <= LengthMaxMm), path, "a point has three numbers of a jaw's size");

    private void CheckPair(string path, ImmutableArray<int> between) =>
        Require(between.Length == 2 && between.All(_teeth.Contains), path + ".between", "a pair names two teeth of the plan");

    private void CheckFdi(string path, int fdi) => Require(_teeth.Contains(fdi), path, $"{fdi} is no tooth of the plan");

    private void CheckStageIndex(string path, int stage) =>
        Require(stage >= 0 && stage <= _lastStage, path, $"{stage} is no stage of the plan");

    private void CheckSpan(string path, int from, int to) =>
        Require(from >= 0 && from <= to && to <= _lastStage, path, $"stages {from} to {to} are no span of the plan");

    private void CheckFile(string path, InputFile file)
    {
        Require(RelativePath.IsSafe(file.Path), path + ".path", "the path does not stay inside the folder");
        Require(file.Sha256.Length == 64 && file.Sha256.All(char.IsAsciiHexDigitLower), path + ".sha256", "a SHA-256 has 64 hexadecimal digits");
    }

    private void Each<T>(string path, ImmutableArray<T> items, Action<string, T> check)
    {
        for (int i = 0; i < items.Length; i++)
            check($"{path}[{i}]", items[i]);
    }

    private void Require(bool holds, string path, string message)
    {
        if (!holds)
            Bad(path, message);
    }

    private void Bad(string path, string message)
    {
        if (Problems.Count < ProblemsMax)
            Problems.Add(Problem.Error("plan-value", message, $"{name}, $.{path}"));
    }
}
