using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>Gap or overlap of neighbouring teeth where they stand. Occlusal frame, mm.</summary>
public static class ContactMeasurement
{
    /// <summary>The contacts of one jaw's teeth, from the patient's right to the left.</summary>
    public static ImmutableArray<Contact> Of(IReadOnlyList<Tooth> teeth)
    {
        Tooth[] row = [.. teeth.OrderBy(t => t.Id)];
        ImmutableArray<Contact>.Builder contacts = ImmutableArray.CreateBuilder<Contact>();
        for (int i = 0; i + 1 < row.Length; i++)
        {
            Tooth a = row[i];
            Tooth b = row[i + 1];
            if (a.Id.ArchPlace == b.Id.ArchPlace)
                continue;
            Vec3 left = ArchMeasurement.TowardsLeft(a) - ArchMeasurement.TowardsRight(a);
            double gap = Vec3.Dot(ArchMeasurement.TowardsRight(b) - ArchMeasurement.TowardsLeft(a), left.Normalized());
            contacts.Add(new Contact(a.Id, b.Id, AreAdjacent(a.Id, b.Id), Math.Max(0, gap), Math.Max(0, -gap)));
        }

        return contacts.ToImmutable();
    }

    /// <summary>True where no place of the arch lies empty between two teeth.</summary>
    public static bool AreAdjacent(ToothId a, ToothId b) =>
        b.ArchPlace - a.ArchPlace == (a.ArchPlace < 0 && b.ArchPlace > 0 ? 2 : 1);
}
