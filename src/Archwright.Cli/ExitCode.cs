namespace Archwright.Cli;

/// <summary>What the process returns, for scripts.</summary>
internal static class ExitCode
{
    /// <summary>Done; a plan is approvable once a person has reviewed it.</summary>
    public const int Ok = 0;

    /// <summary>Plan made, blocking findings are open.</summary>
    public const int OpenBlockers = 2;

    /// <summary>Input refused.</summary>
    public const int InputRefused = 3;

    /// <summary>Wrong usage.</summary>
    public const int WrongUsage = 4;

    /// <summary>Cancelled by the person.</summary>
    public const int Cancelled = 130;
}
