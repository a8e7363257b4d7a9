using System.CommandLine;
using Archwright.Dental;

namespace Archwright.Cli.Commands;

/// <summary>Who signs, as what, when: the options of every command that records a person's decision.</summary>
internal sealed class SignatureOptions
{
    public Option<string?> By { get; } = new("--by") { Description = "Name or staff number of the person who signs; never the patient's." };

    public Option<SignatoryRole?> Role { get; } = new("--role")
    {
        Description = "treating-doctor, clinical-reviewer, technician or practice-staff.",
        CustomParser = result =>
        {
            string said = result.Tokens[0].Value;
            foreach (SignatoryRole role in Enum.GetValues<SignatoryRole>())
            {
                if (PreferenceOption.Text(role) == said)
                    return role;
            }

            result.AddError($"--role takes {string.Join(", ", Enum.GetValues<SignatoryRole>().Select(r => PreferenceOption.Text(r)))}, not {said}");
            return null;
        },
    };

    public Option<DateOnly> On { get; } = new("--on")
    {
        Description = "Day of the signature, yyyy-mm-dd; absent: today.",
        DefaultValueFactory = _ => DateOnly.FromDateTime(DateTime.Now),
    };
}
