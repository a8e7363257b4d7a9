using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>How findings tell of a closed jaw.</summary>
internal static class BiteWords
{
    private const int Named = 3;

    /// <summary>The first few pairs that meet: 11 on 41, 12 on 42.</summary>
    public static string Contacts(ImmutableArray<PlanBiteContact> contacts)
    {
        string first = string.Join(", ", contacts.Take(Named).Select(c => $"{c.Upper} on {c.Lower}"));
        return contacts.Length > Named ? $"{first} and {contacts.Length - Named} more" : first;
    }

    /// <summary>Where the jaw goes: opens or closes further.</summary>
    public static string Way(double openingMm) => openingMm > 0 ? "is held open" : "closes further";
}
