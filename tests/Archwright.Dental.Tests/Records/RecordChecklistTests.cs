namespace Archwright.Dental.Tests;

/// <summary>Where each item of the record protocol stands.</summary>
public class RecordChecklistTests
{
    private static readonly DateOnly Day = new(2026, 11, 2);

    [Fact]
    public void Every_item_has_a_state_and_an_unnamed_one_has_not_been_said()
    {
        // REC-08: present, absent, quality
        var records = new CaseRecords
        {
            Panoramic = new RecordItem { State = RecordState.Present, Files = ["a.png"] },
            UpperIncisors = new RecordItem { State = RecordState.Present, Files = ["b.png"], Fault = "blurred" },
            LowerIncisors = new RecordItem { State = RecordState.Absent, Reason = "refused" },
            Cbct = Waived(SignatoryRole.TreatingDoctor),
            Restorative = new RestorativePlan { State = RecordState.Waived, Waiver = Waived(SignatoryRole.PracticeStaff).Waiver },
        };

        RecordStanding Of(string key) => RecordChecklist.Of(records).Single(l => l.Key == key).Standing;

        Of("panoramic").ShouldBe(RecordStanding.Present);
        Of("upperIncisors").ShouldBe(RecordStanding.Faulty);
        Of("lowerIncisors").ShouldBe(RecordStanding.Absent);
        Of("cbct").ShouldBe(RecordStanding.Waived);
        Of("restorative").ShouldBe(RecordStanding.WaivedByOther);
        Of("periodontal").ShouldBe(RecordStanding.NotSaid);
        records.WaivesCbct.ShouldBeTrue();
    }

    [Fact]
    public void A_series_of_photographs_has_a_line_per_standard_view()
    {
        // REC-09
        var records = new CaseRecords
        {
            Photos = new PhotoSeries { State = RecordState.Present, FaceRest = new RecordItem { State = RecordState.Present, Files = ["f.jpg"] } },
        };

        RecordLine[] photos = [.. RecordChecklist.Of(records).Where(l => l.Key.StartsWith("photos.", StringComparison.Ordinal))];

        photos.Length.ShouldBe(9);
        photos.Count(l => l.Standing == RecordStanding.Present).ShouldBe(1);
        photos.ShouldAllBe(l => l.IsRequired);
    }

    [Fact]
    public void A_case_without_a_protocol_has_been_asked_about_nothing()
    {
        RecordChecklist.Of(null).ShouldAllBe(l => l.Standing == RecordStanding.NotSaid);
    }

    private static RecordItem Waived(SignatoryRole role) => new()
    {
        State = RecordState.Waived,
        Waiver = new RecordWaiver { By = "D. Example", Role = role, On = Day, Reason = "none needed" },
    };
}
