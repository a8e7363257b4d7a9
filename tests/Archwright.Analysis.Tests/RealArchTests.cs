using System.Collections.Concurrent;
using Archwright.Dental;
using Archwright.Formats;
using Archwright.Geometry;
using Archwright.TestKit;

namespace Archwright.Analysis.Tests;

public class RealArchTests
{
    public static TheoryData<string> Cases => [.. RealData.CaseIds.Count > 0 ? RealData.CaseIds : ["absent"]];

    [RealDataTheory]
    [MemberData(nameof(Cases))]
    public void Every_case_is_measured_with_closed_teeth_that_do_not_overlap(string id)
    {
        MeasuredCase measured = Analyse(id);

        measured.Teeth.Count().ShouldBeGreaterThan(10);
        foreach (Tooth tooth in measured.Teeth)
        {
            MeshTopology.Of(tooth.Mesh).IsClosed.ShouldBeTrue($"{id} {tooth.Id}");
            MeshMeasures.Volume(tooth.Mesh).ShouldBeGreaterThan(20, $"{id} {tooth.Id}");
        }

        measured.Arches.SelectMany(a => a.Contacts).Max(c => c.OverlapMm).ShouldBeLessThan(0.2);
        foreach (MeasuredArch arch in measured.Arches)
            arch.Form.ResidualMm.ShouldBeLessThan(2);
    }

    [RealDataFact]
    public void Bites_are_told_from_arches_that_share_a_file()
    {
        Analyse("striar-s1").HasBite.ShouldBeTrue();
        MeasuredCase rooted = Analyse("open-full-jaw-p26");
        rooted.HasBite.ShouldBeTrue();
        rooted.Occlusion!.DeepestPenetrationMm.ShouldBe(0.29, 0.03);
        rooted.Teeth.ShouldAllBe(t => t.RootSource == RootSource.Mesh);
        Analyse("smartee-case0").HasBite.ShouldBeFalse();
    }

    private static readonly ConcurrentDictionary<string, Lazy<MeasuredCase>> Measured = new();

    private static MeasuredCase Analyse(string id) => Measured.GetOrAdd(id, i => new Lazy<MeasuredCase>(() =>
        SyntheticArches.Analyse(CaseFolder.Load(RealData.Case(i), ImportMode.Repair).Require()).Require())).Value;
}
