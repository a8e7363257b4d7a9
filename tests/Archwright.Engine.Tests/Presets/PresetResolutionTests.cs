using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Engine.Tests.Presets;

/// <summary>PRF-01, PRF-03, PRF-10: base → practice → doctor → patient group → case, each saying only what differs.</summary>
public class PresetResolutionTests
{
    private static readonly PreferencePreset Base = Preset("base", PresetKind.Base, null);
    private static readonly PreferencePreset Practice = Preset("practice", PresetKind.Practice, "base", ("ipr.earliestStage", 4), ("velocity.bodilyMm", 0.18));
    private static readonly PreferencePreset Doctor = Preset("doctor", PresetKind.Doctor, "practice", ("ipr.earliestStage", 5));
    private static readonly PreferencePreset Teen = Preset("teen", PresetKind.PatientGroup, "base", ("wear.hoursPerDay", 21.0)) with { PatientGroup = PatientGroup.Teen };
    private static readonly PreferencePreset Own = Preset("own", PresetKind.Case, null, ("velocity.bodilyMm", 0.1));

    [Fact]
    public void A_later_preset_wins_and_each_value_names_the_preset_it_comes_from()
    {
        ResolvedPreferences resolved = Resolve([Base, Practice, Doctor, Teen], Doctor, PatientGroup.Teen, Own).Require();

        resolved.Chain.Select(p => p.Id).ShouldBe(["base", "practice", "doctor", "teen", "own"]);
        resolved.Values.Ipr.EarliestStage.ShouldBe(5);
        resolved.Values.Velocity.BodilyMm.ShouldBe(0.1);
        resolved.Values.Wear.HoursPerDay.ShouldBe(21);
        resolved.Values.Ipr.MaxPerContactMm.ShouldBe(new IprPreferences().MaxPerContactMm);
        resolved.Values.Id.ShouldBe("own");
        resolved.OriginOf("ipr.earliestStage").Id.ShouldBe("doctor");
        resolved.OriginOf("velocity.bodilyMm").Id.ShouldBe("own");
        resolved.OriginOf("wear.hoursPerDay").Id.ShouldBe("teen");
        resolved.OriginOf("ipr.maxPerContactMm").Id.ShouldBe("base");
    }

    [Fact]
    public void The_lineage_of_a_plan_names_presets_hashes_and_what_each_sets()
    {
        ImmutableArray<PlanPreset> lineage = PresetResolution.Lineage(Resolve([Base, Practice, Doctor], Doctor).Require());

        lineage.Select(p => p.Id).ShouldBe(["base", "practice", "doctor"]);
        lineage[1].Sets.ShouldBe(["ipr.earliestStage", "velocity.bodilyMm"]);
        lineage[1].Sha256.ShouldBe(Practice.Sha256);
    }

    [Fact]
    public void The_order_in_which_presets_are_read_changes_nothing()
    {
        // PRF-03
        PreferencePreset[] presets = [Base, Practice, Doctor, Teen];
        TreatmentPreferences a = Resolve(presets, Doctor, PatientGroup.Teen, Own).Require().Values;
        TreatmentPreferences b = Resolve([.. presets.Reverse()], Doctor, PatientGroup.Teen, Own).Require().Values;

        foreach (PreferenceOption option in PreferenceCatalogue.All)
            PreferenceOption.AreEqual(option.Get(a), option.Get(b)).ShouldBeTrue(option.Path);
    }

    [Fact]
    public void Nothing_asked_for_is_the_base()
    {
        ResolvedPreferences resolved = Resolve([Base], null).Require();

        foreach (PreferenceOption option in PreferenceCatalogue.All)
            PreferenceOption.AreEqual(option.Get(resolved.Values), option.Default).ShouldBeTrue(option.Path);
    }

    [Fact]
    public void A_doctors_own_preset_for_a_group_goes_before_the_shipped_one()
    {
        PreferencePreset own = Teen with { Id = "doctors-teen", Extends = "doctor" };

        Resolve([Base, Practice, Doctor, Teen, own], Doctor, PatientGroup.Teen).Require()
            .Chain.Select(p => p.Id).ShouldBe(["base", "practice", "doctor", "doctors-teen"]);
    }

    [Fact]
    public void An_absent_parent_is_an_error_at_the_preset_that_names_it()
    {
        Refused(Resolve([Base, Doctor], Doctor), "preset-missing", "doctor.json, $.extends");
    }

    [Fact]
    public void A_circle_is_an_error()
    {
        PreferencePreset circular = Practice with { Extends = "other" };
        PreferencePreset other = Practice with { Id = "other", Extends = "practice", Origin = "other.json" };

        Refused(Resolve([Base, circular, other], circular), "preset-circle", "other.json, $.extends");
        Refused(Resolve([Base, circular with { Extends = "practice" }], circular with { Extends = "practice" }), "preset-circle", "practice.json, $.extends");
    }

    [Fact]
    public void A_practice_does_not_extend_a_doctor()
    {
        PreferencePreset turned = Preset("turned", PresetKind.Practice, "doctor");

        Refused(Resolve([Base, Practice, Doctor, turned], turned), "preset-order", "turned.json, $.extends");
    }

    [Fact]
    public void A_cases_preset_with_a_parent_off_the_chain_would_have_two()
    {
        Refused(Resolve([Base, Practice, Doctor], Practice, own: Own with { Extends = "doctor" }), "preset-diamond", "own.json, $.extends");
        Resolve([Base, Practice, Doctor], Doctor, own: Own with { Extends = "practice" }).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void A_cases_preset_may_choose_the_chain_where_nobody_else_does()
    {
        Resolve([Base, Practice, Doctor], null, own: Own with { Extends = "doctor" }).Require()
            .Chain.Select(p => p.Id).ShouldBe(["base", "practice", "doctor", "own"]);
        Refused(Resolve([Base], null, own: Own with { Extends = "nobody" }), "preset-missing", "own.json, $.extends");
    }

    [Fact]
    public void Two_presets_of_one_id_or_for_one_group_are_an_error()
    {
        PresetLibrary.Of([Base, Practice, Practice with { Origin = "copy.json" }]).Problems.Single().Location.ShouldBe("copy.json, $.id");
        Refused(Resolve([Base, Teen, Teen with { Id = "teen2" }], null, PatientGroup.Teen), "preset-ambiguous", "teen.json");
    }

    [Fact]
    public void A_preset_for_another_group_than_the_patients_is_an_error()
    {
        Refused(Resolve([Base, Teen], Teen, PatientGroup.Adult), "preset-group", "teen.json");
        Resolve([Base, Teen], Teen, PatientGroup.Teen).Require().Chain.Length.ShouldBe(2);
    }

    [Fact]
    public void Values_that_contradict_each_other_are_an_error_at_the_preset_that_set_them()
    {
        PreferencePreset doctor = Preset("doctor", PresetKind.Doctor, "base", ("ipr.archWarnMm", 6.0));

        Refused(Resolve([Base, doctor], doctor), "options-contradict", "doctor.json, $.options.ipr.archWarnMm");
    }

    [Fact]
    public void A_comparison_profile_and_another_aligner_system_are_warned_of()
    {
        // PRF-04
        PreferencePreset vendor = Preset("vendor", PresetKind.Comparison, "base") with { AlignerSystem = "A" };
        PresetLibrary library = PresetLibrary.Of([Base, vendor]).Require();

        Result<ResolvedPreferences> resolved = PresetResolution.Resolve(library, new PresetSelection { Preset = vendor, AlignerSystem = "B" });

        resolved.Problems.Select(p => p.Code).ShouldBe(["preset-comparison", "preset-aligner-system"]);
        resolved.Require().Values.AlignerSystem.ShouldBe("B");
        PresetResolution.Resolve(library, new PresetSelection { Preset = vendor }).Require().Values.AlignerSystem.ShouldBe("A");
    }

    private static Result<ResolvedPreferences> Resolve(
        PreferencePreset[] presets, PreferencePreset? preset, PatientGroup? group = null, PreferencePreset? own = null) =>
        PresetResolution.Resolve(
            PresetLibrary.Of(presets).Require(), new PresetSelection { Preset = preset, PatientGroup = group, Case = own });

    private static void Refused(Result<ResolvedPreferences> resolved, string code, string location)
    {
        resolved.IsOk.ShouldBeFalse();
        Problem problem = resolved.Problems.First(p => p.Severity == ProblemSeverity.Error);
        (problem.Code, problem.Location).ShouldBe((code, location));
    }

    private static PreferencePreset Preset(string id, PresetKind kind, string? extends, params (string Path, object Value)[] options) => new()
    {
        Id = id,
        Version = "1",
        Title = id,
        Kind = kind,
        Extends = extends,
        Options = options.ToImmutableSortedDictionary(o => o.Path, o => o.Value, StringComparer.Ordinal),
        Sha256 = new string('a', 64),
        Origin = id + ".json",
    };
}
