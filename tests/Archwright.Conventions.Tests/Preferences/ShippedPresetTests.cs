using Archwright.Dental;
using Archwright.Engine;
using Archwright.Formats;
using Archwright.Primitives;

namespace Archwright.Conventions.Tests;

/// <summary>The presets that are shipped resolve, hold only what differs, and say where their numbers come from.</summary>
public class ShippedPresetTests
{
    private static readonly PresetLibrary Library = PresetLibrary.Of(PresetFiles.Shipped).Require();

    public static TheoryData<string> Ids => [.. PresetFiles.Shipped.Select(p => p.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_shipped_preset_resolves_without_error_and_without_a_value_it_inherits_anyway(string id)
    {
        PreferencePreset preset = Library.Find(id)!;
        Result<ResolvedPreferences> resolved = PresetResolution.Resolve(Library, new PresetSelection { Preset = preset });

        ResolvedPreferences values = resolved.Require();
        string[] warnings = [.. resolved.Problems.Select(p => p.Code)];
        warnings.ShouldBe(preset.Kind == PresetKind.Comparison ? ["preset-comparison"] : []);
        preset.Origin.ShouldBe($"shipped presets/{id}.json", "the file is named as the preset");
        if (preset.Kind == PresetKind.Base)
            return;
        preset.Source.ShouldNotBeNullOrWhiteSpace();
        preset.Summary.ShouldNotBeNullOrWhiteSpace();
        PreferencePreset parent = Library.Find(preset.Extends!)!;
        TreatmentPreferences inherited = PresetResolution.Resolve(Library, new PresetSelection { Preset = parent }).Require().Values;
        foreach (PreferenceOption option in PreferenceCatalogue.All.Where(o => preset.Options.ContainsKey(o.Path)))
            PreferenceOption.AreEqual(option.Get(values.Values), option.Get(inherited)).ShouldBeFalse($"{id} repeats {option.Path}");
    }

    [Fact]
    public void Slow_and_safe_is_low_velocity_torque_presets_late_ipr_and_timed_attachments_as_one_set()
    {
        // PRF-05; VEL-02: no limit is above the base's, every one is below
        TreatmentPreferences slow = PresetResolution.Resolve(Library, new PresetSelection { Preset = Library.Find("slow-and-safe") }).Require().Values;
        var usual = new TreatmentPreferences();

        foreach (PreferenceOption limit in PreferenceCatalogue.All.Where(o => o.Category == "velocity"))
            ((double)limit.Get(slow)).ShouldBeLessThan((double)limit.Get(usual), limit.Path);
        slow.Torque.UpperAnteriorDeg.ShouldNotBe(usual.Torque.UpperAnteriorDeg);
        slow.Ipr.EarliestStage.ShouldBeGreaterThan(usual.Ipr.EarliestStage);
        slow.Attachments.EarliestStage.ShouldBeGreaterThan(usual.Attachments.EarliestStage);
    }

    [Fact]
    public void The_vendors_profiles_hold_what_was_published()
    {
        // VEL-02, VEL-05
        VelocityPreferences Of(string id) => PresetResolution.Resolve(Library, new PresetSelection { Preset = Library.Find(id) }).Require().Values.Velocity;

        (Of("clearcorrect-standard").LinearMm, Of("clearcorrect-standard").RotationIncisorDeg).ShouldBe((0.3, 3));
        (Of("clearcorrect-reduced").LinearMm, Of("clearcorrect-reduced").RotationCaninePremolarDeg).ShouldBe((0.2, 2));
        (Of("archform").LinearMm, Of("archform").IntrusionMm, Of("archform").RotationCaninePremolarDeg, Of("archform").TorqueDeg).ShouldBe((0.2, 0.15, 2, 1));
        Of("invisalign-historic").LinearMm.ShouldBe(0.33);
    }

    [Fact]
    public void Every_patient_group_has_a_preset_that_stands_on_any_protocol()
    {
        foreach (PatientGroup group in Enum.GetValues<PatientGroup>())
        {
            foreach (PreferencePreset protocol in Library.All.Where(p => p.Kind == PresetKind.Protocol))
            {
                PresetResolution.Resolve(Library, new PresetSelection { Preset = protocol, PatientGroup = group }).Require()
                    .Chain[^1].PatientGroup.ShouldBe(group);
            }
        }
    }
}
