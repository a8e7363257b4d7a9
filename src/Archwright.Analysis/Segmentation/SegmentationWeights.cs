namespace Archwright.Analysis;

/// <summary>The network's weights, made by <c>Archwright.Bench train-segmentation</c> from synthetic arches alone.</summary>
internal static class SegmentationWeights
{
    /// <summary>The network.</summary>
    public static PointNetwork Network { get; } = Load();

    private static PointNetwork Load()
    {
        using Stream stream = typeof(SegmentationWeights).Assembly.GetManifestResourceStream("segmentation.weights")!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return PointNetwork.Read(bytes);
    }
}
