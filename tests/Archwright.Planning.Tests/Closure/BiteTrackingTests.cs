using System.Collections.Immutable;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Closure;
using Archwright.Planning.Collision;
using Archwright.Planning.Tests.Staging;
using Archwright.Primitives;

namespace Archwright.Planning.Tests.Closure;

/// <summary>The jaw closed at every stage of block arches, with a record whose truth is known (OCC-05).</summary>
public class BiteTrackingTests
{
    private static readonly BlockCase Case = BlockCase.Create(new BlockOptions { Lower = true, ShiftMm = 0, TurnDeg = 0 }, 3);

    private static readonly ImmutableArray<(Tooth Tooth, ToothBody Body)> Bodies =
        [.. Case.Teeth.Select(t => (t, ToothBody.Build(t, new RunContext())))];

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(2.5)]
    public void OCC_05_the_slide_of_a_record_is_found_whatever_the_opening_it_was_taken_at(double backMm)
    {
        double[] slides = [.. new[] { 0.0, 0.02, 0.05 }.Select(opened => Track(Record(backMm, opened), Still(1))!.Stages[0].Slide!.Mm)];

        // the jaw stands back by so much; how far the first touch holds it open depends on the cusps
        slides.ShouldAllBe(s => s >= backMm - 0.05 && s < backMm + 2);
        (slides.Max() - slides.Min()).ShouldBeLessThan(0.05);
    }

    [Fact]
    public void Without_a_record_only_the_scanned_bite_is_tracked_and_teeth_that_stand_shift_nothing()
    {
        PlanBite bite = Track(null, Still(3))!;

        bite.IsCentricTracked.ShouldBeFalse();
        bite.Axis.Source.ShouldBe(HingeAxisSource.Average);
        bite.Stages.Length.ShouldBe(3);
        bite.Stages.ShouldAllBe(s => s.ShiftMm == 0 && s.Slide == null && s.Contacts.Length > 0);
    }

    [Fact]
    public void A_molar_that_grows_out_opens_the_bite_and_one_that_sinks_does_not()
    {
        double First(double extrusionMm) => Track(null, Moved(46, extrusionMm))!.Stages[1].OpeningMm!.Value
            - Track(null, Moved(46, extrusionMm))!.Stages[0].OpeningMm!.Value;

        First(1).ShouldBeGreaterThan(0.5);
        First(-1).ShouldBeInRange(-0.5, 0.001);
    }

    [Fact]
    public void The_same_on_any_number_of_threads()
    {
        CentricRecord record = Record(1, 0.03);
        BiteTracking.Run(Input(record, Still(6)), new RunContext(1))!.Stages.Select(s => (s.ShiftMm, s.Slide!.Mm))
            .ShouldBe(BiteTracking.Run(Input(record, Still(6)), new RunContext(4))!.Stages.Select(s => (s.ShiftMm, s.Slide!.Mm)));
    }

    [Fact]
    public void A_located_axis_counts_and_a_doubtful_one_shows_its_doubt()
    {
        CentricRecord average = Record(1.5, 0.03);
        CentricRecord located = average with { HingeAxis = new HingeAxisPoints { Right = [-52, 80, 30], Left = [52, 80, 30] } };

        PlanBite byAverage = Track(average, Still(1))!;
        PlanBite byLocated = Track(located, Still(1))!;

        byLocated.Axis.Source.ShouldBe(HingeAxisSource.Located);
        byLocated.Axis.Right[1].ShouldBe(80, 1e-6);
        byLocated.SlideDoubtMm!.Value.ShouldBeLessThanOrEqualTo(byAverage.SlideDoubtMm!.Value);
    }

    [Fact]
    public void One_jaw_alone_or_a_record_with_a_fault_is_not_tracked()
    {
        BiteTrackInput whole = Input(Record(1, 0), Still(1));
        BiteTracking.Run(whole with { Teeth = [.. whole.Teeth.Where(t => t.Tooth.Id.Jaw == Jaw.Lower)] }, new RunContext()).ShouldBeNull();
        Track(Record(1, 0) with { Fault = "the patient bit forward" }, Still(1))!.IsCentricTracked.ShouldBeFalse();
    }

    private static PlanBite? Track(CentricRecord? record, ImmutableArray<ImmutableSortedDictionary<ToothId, RigidTransform>> stages) =>
        BiteTracking.Run(Input(record, stages), new RunContext());

    private static BiteTrackInput Input(CentricRecord? record, ImmutableArray<ImmutableSortedDictionary<ToothId, RigidTransform>> stages) => new()
    {
        Teeth = Bodies,
        Stages = stages,
        OcclusalFromScan = RigidTransform.Identity,
        Centric = record,
    };

    private static ImmutableArray<ImmutableSortedDictionary<ToothId, RigidTransform>> Still(int stages) =>
        [.. Enumerable.Range(0, stages).Select(_ => Case.Teeth.ToImmutableSortedDictionary(t => t.Id, _ => RigidTransform.Identity))];

    private static ImmutableArray<ImmutableSortedDictionary<ToothId, RigidTransform>> Moved(int fdi, double extrusionMm)
    {
        Tooth tooth = Case.Teeth.Single(t => t.Id.Fdi == fdi);
        ImmutableSortedDictionary<ToothId, RigidTransform> start = Still(1)[0];
        return [start, start.SetItem(tooth.Id, Movement.Apply(tooth, RigidTransform.Identity, 0, 0, extrusionMm, 0, 0, 0))];
    }

    private static CentricRecord Record(double backMm, double openedRad)
    {
        HingeAxis axis = AverageHingeAxis.Of([.. Case.Teeth.Where(t => t.Id.Jaw == Jaw.Lower)])!;
        return new CentricRecord
        {
            State = RecordState.Present,
            Method = CentricMethod.Synthetic,
            CentricFromMip = PoseConversion.ToPose(new RigidTransform(Rotation.Identity, new Vec3(0, backMm, 0)) * axis.Opened(openedRad)),
        };
    }
}
