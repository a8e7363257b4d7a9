namespace Archwright.Rules.Tests;

internal static class IprPlans
{
    /// <summary>A full upper arch with 0.3 mm of IPR at each of so many contacts, counted round again where they run out.</summary>
    public static PlanBuilder Contacts(int count)
    {
        int[] row = [18, 17, 16, 15, 14, 13, 12, 11, 21, 22, 23, 24, 25, 26, 27, 28];
        var plan = new PlanBuilder();
        foreach (int fdi in row)
            plan.Tooth(fdi);
        for (int i = 0; i < count; i++)
            plan.Ipr(row[i % 15], row[(i % 15) + 1], 0.3, 3);
        return plan;
    }
}
