using System.Globalization;
using System.Reflection;
using Archwright.Dental;
using Archwright.Rules;

namespace Archwright.Conventions.Tests;

/// <summary>An option is declared once, with unit, ranges and source; its default lies within them.</summary>
public class OptionTests
{
    public static TheoryData<string> Paths => [.. Options().Select(o => o.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_numeric_preference_is_declared_and_its_default_lies_within_its_ranges(string path)
    {
        (string _, PropertyInfo property, object owner) = Options().Single(o => o.Path == path);
        OptionAttribute? option = property.GetCustomAttribute<OptionAttribute>();

        option.ShouldNotBeNull($"{path} carries [Option]");
        double value = Convert.ToDouble(property.GetValue(owner), CultureInfo.InvariantCulture);
        value.ShouldBeInRange(option.HardMin, option.HardMax);
        if (!double.IsNaN(option.SoftMin))
            option.SoftMin.ShouldBeInRange(option.HardMin, value);
        if (!double.IsNaN(option.SoftMax))
            option.SoftMax.ShouldBeInRange(value, option.HardMax);
        option.Unit.ShouldNotBeNullOrWhiteSpace();
        option.Source.ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_preference_with_a_unit_carries_it_in_its_name(string path)
    {
        PropertyInfo property = Options().Single(o => o.Path == path).Property;
        string unit = property.GetCustomAttribute<OptionAttribute>()!.Unit;

        string ending = unit.Split('/')[0] switch { "mm" => "Mm", "deg" => "Deg", "days" => "Days", _ => "" };
        property.Name.ShouldEndWith(ending, Case.Sensitive);
    }

    [Fact]
    public void Every_category_names_the_staging_decision_it_changes_and_every_choice_its_source()
    {
        // PRF-06; PRF-02: the eight categories of the requirements are among them
        PropertyInfo[] categories = [.. typeof(TreatmentPreferences).GetProperties().Where(p => p.PropertyType.Namespace == "Archwright.Dental")];
        foreach (PropertyInfo category in categories)
        {
            category.GetCustomAttribute<PreferenceCategoryAttribute>().ShouldNotBeNull(category.Name).Steers.ShouldNotBeNullOrWhiteSpace();
            foreach (PropertyInfo option in category.PropertyType.GetProperties().Where(p => p.CanWrite))
            {
                (option.GetCustomAttribute<OptionAttribute>()?.Source ?? option.GetCustomAttribute<ChoiceAttribute>()?.Source)
                    .ShouldNotBeNullOrWhiteSpace($"{category.Name}.{option.Name}");
            }
        }

        categories.Select(c => c.Name).ShouldBe(
            [
                "Velocity", "Anchorage", "Ipr", "Torque", "Expansion", "Attachments", "BiteRamps", "ClassTwo", "Restorative", "Periodontium", "Overcorrection", "Wear",
                "Setup", "Staging", "Checks",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void Every_threshold_a_rule_names_is_a_declared_preference()
    {
        foreach (RuleInfo info in RuleCatalogue.All.Select(r => r.Info))
        {
            foreach (string path in info.Options)
                RulePages.Resolve(path).Property.GetCustomAttribute<OptionAttribute>().ShouldNotBeNull($"{info.Id}: {path}");
        }
    }

    [Fact]
    public void Every_threshold_of_the_rules_is_named_by_one()
    {
        IEnumerable<string> named = RuleCatalogue.All.SelectMany(r => r.Info.Options).Distinct();

        named.ShouldBeSubsetOf(Options().Select(o => o.Path));
        Options().Select(o => o.Path).Where(p => p.StartsWith("checks.", StringComparison.Ordinal) || p.StartsWith("velocity.", StringComparison.Ordinal))
            .ShouldBeSubsetOf(named);
    }

    private static IEnumerable<(string Path, PropertyInfo Property, object Owner)> Options()
    {
        var preferences = new TreatmentPreferences();
        foreach (PropertyInfo category in typeof(TreatmentPreferences).GetProperties().Where(p => p.PropertyType.Namespace == "Archwright.Dental"))
        {
            object owner = category.GetValue(preferences)!;
            foreach (PropertyInfo option in category.PropertyType.GetProperties().Where(p => p.PropertyType == typeof(double) || p.PropertyType == typeof(int)))
                yield return ($"{Camel(category.Name)}.{Camel(option.Name)}", option, owner);
        }
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
