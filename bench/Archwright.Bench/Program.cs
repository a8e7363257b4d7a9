using BenchmarkDotNet.Running;

namespace Archwright.Bench;

internal static class Program
{
    private static void Main(string[] args)
    {
        if (args.Length > 0 && args[0] == "quick")
            Kernel.QuickRun.Run(args.AsSpan(1));
        else
            BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    }
}
