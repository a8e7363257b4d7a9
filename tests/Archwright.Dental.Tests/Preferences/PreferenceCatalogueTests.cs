using System.Collections.Immutable;

namespace Archwright.Dental.Tests.Preferences;

/// <summary>PRF-02: every option once, and each can be read and set by its name.</summary>
public class PreferenceCatalogueTests
{
    public static TheoryData<string> Paths => [.. PreferenceCatalogue.All.Select(o => o.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void An_option_set_by_name_changes_itself_and_nothing_else(string path)
    {
        PreferenceOption option = PreferenceCatalogue.Find(path)!;
        var before = new TreatmentPreferences();
        object value = Another(option);

        TreatmentPreferences after = option.With(before, value);

        option.Get(after).ShouldBe(value);
        PreferenceOption.AreEqual(option.Get(before), option.Default).ShouldBeTrue();
        foreach (PreferenceOption other in PreferenceCatalogue.All.Where(o => o.Path != path))
            PreferenceOption.AreEqual(other.Get(after), other.Default).ShouldBeTrue(other.Path);
    }

    [Fact]
    public void Paths_stand_once_and_a_misspelt_one_finds_its_neighbour()
    {
        PreferenceCatalogue.All.Select(o => o.Path).Distinct().Count().ShouldBe(PreferenceCatalogue.All.Length);
        PreferenceCatalogue.Nearest("ipr.earlystage").ShouldBe("ipr.earliestStage");
        PreferenceCatalogue.Nearest("something.else.entirely").ShouldBeNull();
    }

    [Fact]
    public void Values_read_as_they_stand_in_json()
    {
        PreferenceOption.Text(MacroPattern.SequentialDistalisation).ShouldBe("sequential-distalisation");
        PreferenceOption.Text(0.25).ShouldBe("0.25");
        PreferenceOption.Text(true).ShouldBe("true");
        PreferenceOption.Text(new StagingPreferences().PhaseOrder).ShouldBe("level, align, space, detail");
    }

    /// <summary>A value of the option's type that is not its default.</summary>
    private static object Another(PreferenceOption option) => option.Default switch
    {
        bool b => !b,
        int i => i + 1,
        double d => d + 0.01,
        string s => s + " x",
        Enum e => Enum.GetValues(option.ValueType).Cast<object>().First(v => !v.Equals(e)),
        ImmutableArray<StagingPhase> order => order.Reverse().ToImmutableArray(),
        ImmutableArray<MicroMovement> order => order.Reverse().ToImmutableArray(),
        _ => throw new InvalidOperationException($"{option.Path} has a type this test does not know"),
    };
}
