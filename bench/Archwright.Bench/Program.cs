using BenchmarkDotNet.Running;

namespace Archwright.Bench;

internal static class Program
{
    private static void Main(string[] args)
    {
        switch (args.FirstOrDefault())
        {
            case "pattern-eval":
                Patterns.PatternEvaluation.Run(args.AsSpan(1));
                break;
            case "plan-cost":
                Planning.PlanCost.Run(args.AsSpan(1));
                break;
            case "quick":
                Kernel.QuickRun.Run(args.AsSpan(1));
                break;
            case "train-segmentation":
                Segmentation.TrainSegmentation.Run(args.AsSpan(1));
                break;
            case "segment-eval":
                Segmentation.SegmentationEvaluation.Run(args.AsSpan(1));
                break;
            case "correct-eval":
                Segmentation.CorrectionEvaluation.Run(args.AsSpan(1));
                break;
            case "damage-eval":
                Segmentation.DamageEvaluation.Run(args.AsSpan(1));
                break;
            case "crown-fit":
                Segmentation.CrownFit.Run(args.AsSpan(1));
                break;
            case "rotate-eval":
                Segmentation.RotationEvaluation.Run(args.AsSpan(1));
                break;
            case "clusters":
                Segmentation.ClusterDump.Run(args.AsSpan(1));
                break;
            case "gate-fit":
                Segmentation.GateFit.Run(args.AsSpan(1));
                break;
            case "landmark-eval":
                Segmentation.LandmarkEvaluation.Run(args.AsSpan(1));
                break;
            case "pose-eval":
                Segmentation.PoseEvaluation.Run(args.AsSpan(1));
                break;
            case "quality-eval":
                Quality.QualityEvaluation.Run(args.AsSpan(1));
                break;
            case "intake-cost":
                Quality.IntakeCost.Run(args.AsSpan(1));
                break;
            case "setup-eval":
                Planning.SetupEvaluation.Run(args.AsSpan(1));
                break;
            default:
                BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
                break;
        }
    }
}
