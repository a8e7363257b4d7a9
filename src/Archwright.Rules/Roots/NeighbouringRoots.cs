using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Which teeth stand root by root.</summary>
internal static class NeighbouringRoots
{
    /// <summary>True for two teeth of one jaw with no tooth position between them, the first nearer the patient's right.</summary>
    public static bool Are(ToothId a, ToothId b) =>
        a.Jaw == b.Jaw && b.ArchPlace - a.ArchPlace == (a.ArchPlace < 0 && b.ArchPlace > 0 ? 2 : 1);
}
