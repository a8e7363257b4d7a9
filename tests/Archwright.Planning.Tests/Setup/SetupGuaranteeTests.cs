using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Setup;
using Archwright.Primitives;

namespace Archwright.Planning.Tests.Setup;

/// <summary>What holds for every set-up, whatever the case: shown on arches displaced by up to 2 mm and 15°.</summary>
public class SetupGuaranteeTests
{
    private static readonly TreatmentPreferences Preferences = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void TeethOverlapByNoMoreThanTheEnamelTakenOrTheirOverlapAtTheStart(ulong seed)
    {
        MeasuredCase start = Displaced(seed);
        SetupResult result = TargetSetup.Run(start, Preferences, new RunContext());
        Tooth[] teeth = [.. start.Teeth];
        CollisionBody[] bodies = [.. teeth.Select(t => CollisionBody.Build(t.Mesh, new RunContext()))];
        for (int a = 0; a < teeth.Length; a++)
        {
            for (int b = a + 1; b < teeth.Length; b++)
            {
                double initial = Penetration.Between(bodies[a], RigidTransform.Identity, bodies[b], RigidTransform.Identity).DepthMm;
                double final = Penetration.Between(bodies[a], result.Target[teeth[a].Id], bodies[b], result.Target[teeth[b].Id]).DepthMm;
                double ipr = result.Ipr.Where(i => i.A == teeth[a].Id && i.B == teeth[b].Id).Sum(i => i.Mm);
                bool neighbours = teeth[a].Id.Jaw == teeth[b].Id.Jaw;
                final.ShouldBeLessThanOrEqualTo(
                    Math.Max(initial, ipr) + (neighbours ? 0.02 : 0.03), $"{teeth[a].Id} against {teeth[b].Id}");
            }
        }
    }

    [Fact]
    public void AHeldToothDoesNotMoveAtAll()
    {
        MeasuredCase start = Displaced(3);
        ImmutableArray<Tooth> upper =
            [.. start.Upper!.Teeth.Select(t => t.Id.Fdi is 16 or 22 ? t with { Restriction = ToothRestriction.Implant } : t)];
        SetupResult result = TargetSetup.Run(IdealArches.Case(upper, start.Lower!.Teeth), Preferences, new RunContext());
        result.Target[ToothId.FromFdi(16)].ShouldBe(RigidTransform.Identity);
        result.Target[ToothId.FromFdi(22)].ShouldBe(RigidTransform.Identity);
        result.Target[ToothId.FromFdi(21)].ShouldNotBe(RigidTransform.Identity);
    }

    [Fact]
    public void AnArchThatIsNotTreatedStandsStill()
    {
        MeasuredCase start = Displaced(4);
        start = start with
        {
            Input = start.Input with { Description = new CaseDescription { Objectives = new CaseObjectives { Arches = "upper" } } },
        };
        SetupResult result = TargetSetup.Run(start, Preferences, new RunContext());
        foreach (Tooth tooth in start.Lower!.Teeth)
            result.Target[tooth.Id].ShouldBe(RigidTransform.Identity);
    }

    [Fact]
    public void PosteriorTeethExtrudeOnlyWhereTheSetUpSaysSo()
    {
        MeasuredCase start = Displaced(5);
        SetupResult result = TargetSetup.Run(start, Preferences, new RunContext());
        foreach (Tooth tooth in start.Teeth.Where(t => !t.Id.IsAnterior))
        {
            double mm = Movement.Between(tooth, RigidTransform.Identity, result.Target[tooth.Id]).ExtrusionMm;
            bool said = result.Shortfalls.Any(s => s.Code == "posterior-extrusion" && s.Tooth == tooth.Id);
            (mm <= 0.05 || said).ShouldBeTrue($"{tooth.Id} extrudes {mm:0.00} mm");
        }
    }

    [Fact]
    public void WidthsStayWithinTheLimitsOfExpansion()
    {
        // EXP-01: the limit of each segment is enforced where the target is made
        MeasuredCase start = Displaced(6);
        SetupResult result = TargetSetup.Run(start, Preferences, new RunContext());
        foreach (Tooth right in start.Teeth.Where(t => t.Id.IsRight && t.Id.Position >= 3))
        {
            Tooth left = start.Teeth.Single(t => t.Id == right.Id.Mirrored());
            double from = Vec3.Distance(right.Landmarks.OcclusalPoint, left.Landmarks.OcclusalPoint);
            double to = Vec3.Distance(
                result.Target[right.Id].Apply(right.Landmarks.OcclusalPoint), result.Target[left.Id].Apply(left.Landmarks.OcclusalPoint));
            double limit = right.Id.Class switch
            {
                ToothClass.Canine => Preferences.Expansion.CanineMaxMm,
                ToothClass.Premolar => Preferences.Expansion.PremolarMaxMm,
                _ => Preferences.Expansion.MolarMaxMm,
            };
            (to - from).ShouldBeLessThanOrEqualTo(limit + 0.02, $"{right.Id}–{left.Id}");
        }
    }

    [Fact]
    public void ACanineOutsideItsArchComesBackFurtherThanExpansionIsAllowed()
    {
        // EXP-01: narrowing is no expansion, however tight the limit
        MeasuredCase start = IdealArches.Moved(
            IdealArches.Create(3), t => new RigidTransform(Rotation.Identity, t.Id.Fdi is 13 or 23 ? t.Frame.Facial * 2 : Vec3.Zero));
        Tooth right = start.Teeth.Single(t => t.Id.Fdi == 13);
        Tooth left = start.Teeth.Single(t => t.Id.Fdi == 23);
        TreatmentPreferences tight = Preferences with { Expansion = new ExpansionPreferences { CanineMaxMm = 0.5 } };
        SetupResult result = TargetSetup.Run(start, tight, new RunContext());
        double from = Vec3.Distance(right.Landmarks.OcclusalPoint, left.Landmarks.OcclusalPoint);
        double to = Vec3.Distance(
            result.Target[right.Id].Apply(right.Landmarks.OcclusalPoint), result.Target[left.Id].Apply(left.Landmarks.OcclusalPoint));
        (from - to).ShouldBeGreaterThan(1);
    }

    [Fact]
    public void ThreadsAndTheOrderOfTheTeethDoNotMatter()
    {
        MeasuredCase start = Displaced(7);
        MeasuredCase reversed = start with
        {
            Upper = start.Upper! with { Teeth = [.. start.Upper!.Teeth.Reverse()] },
            Lower = start.Lower! with { Teeth = [.. start.Lower!.Teeth.Reverse()] },
        };
        SetupResult one = TargetSetup.Run(start, Preferences, new RunContext(threads: 1));
        SetupResult other = TargetSetup.Run(reversed, Preferences, new RunContext(threads: 3));
        other.Target.ShouldBe(one.Target);
        other.Ipr.ShouldBe(one.Ipr);
        other.Measures.ShouldBe(one.Measures);
    }

    [Fact]
    public void AnIdealDentitionIsLeftAlmostAlone()
    {
        MeasuredCase ideal = IdealArches.Create(8);
        SetupResult result = TargetSetup.Run(ideal, Preferences, new RunContext());
        double[] moves = [.. ideal.Teeth.Select(t => Vec3.Distance(result.Target[t.Id].Apply(IdealArches.Center(t)), IdealArches.Center(t)))];
        moves.Average().ShouldBeLessThan(0.4);
        result.Ipr.ShouldBeEmpty();
    }

    [Fact]
    public void TheGapOfAMissingToothStaysOpen()
    {
        MeasuredCase ideal = IdealArches.Create(9);
        ImmutableArray<Tooth> upper = [.. ideal.Upper!.Teeth.Where(t => t.Id.Fdi != 14)];
        SetupResult result = TargetSetup.Run(IdealArches.Case(upper, ideal.Lower!.Teeth), Preferences, new RunContext());
        Tooth canine = upper.Single(t => t.Id.Fdi == 13);
        Tooth premolar = upper.Single(t => t.Id.Fdi == 15);
        double gap = Vec3.Distance(
            result.Target[canine.Id].Apply(canine.Landmarks.DistalContact), result.Target[premolar.Id].Apply(premolar.Landmarks.MesialContact));
        gap.ShouldBe(ideal.Upper!.Teeth.Single(t => t.Id.Fdi == 14).Landmarks.WidthMm, 0.7);
        result.Ipr.ShouldNotContain(i => i.A.Fdi == 15 && i.B.Fdi == 13);
    }

    [Fact]
    public void SpaceThatIsLackingBecomesEnamelWithinItsCaps()
    {
        // arches an eighth too small for their teeth
        MeasuredCase start = IdealArches.Moved(IdealArches.Create(10), t => Inwards(t, 0.125));
        SetupResult result = TargetSetup.Run(start, Preferences, new RunContext());
        result.Ipr.ShouldNotBeEmpty();
        result.Ipr.ShouldAllBe(i => i.Mm <= Preferences.Ipr.MaxPerContactMm + 1e-9);
        foreach (Jaw jaw in new[] { Jaw.Upper, Jaw.Lower })
            result.Ipr.Where(i => i.A.Jaw == jaw).Sum(i => i.Mm).ShouldBeLessThanOrEqualTo(Preferences.Ipr.ArchWarnMm + 1e-9);
    }

    [Fact]
    public void ObjectivesAreHeldAgainstWhatIsReached()
    {
        MeasuredCase start = IdealArches.Create(11);
        start = start with
        {
            Input = start.Input with { Description = new CaseDescription { Objectives = new CaseObjectives { OverbiteMm = 2, OverjetMm = 12 } } },
        };
        SetupResult result = TargetSetup.Run(start, Preferences, new RunContext());
        result.Objectives.Select(o => o.Name).ShouldBe(["overjet", "overbite"]);
        result.Objectives[0].Met.ShouldBeFalse();
        result.Shortfalls.ShouldContain(s => s.Code == "objective-unmet" && s.Message.Contains("12.0 mm wanted"));
    }

    private static RigidTransform Inwards(Tooth tooth, double share)
    {
        Vec3 c = IdealArches.Center(tooth);
        return RigidTransform.Identity with { Translation = new Vec3(-c.X * share, -(c.Y - 20) * share, 0) };
    }

    private static MeasuredCase Displaced(ulong seed)
    {
        var random = new SeededRandom(seed).Fork("displaced");
        return IdealArches.Moved(IdealArches.Create(seed), t => IdealArches.Displacement(t, random, 2, 15));
    }
}
