using System.Diagnostics;

namespace Archwright.Bench;

/// <summary>Processor time of this process: what a measurement costs whatever else the machine does.</summary>
internal static class CpuClock
{
    /// <summary>Seconds of user and system time so far.</summary>
    public static double Seconds()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalSeconds;
    }
}
