using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>What the classifier says of the vertices of a scan.</summary>
/// <param name="Position">Per vertex: probabilities of gingiva (0) and of the tooth's position (1–8); gingiva alone out of reach.</param>
/// <param name="Vote">Per vertex: where the middle of its tooth should lie, arch frame, in the plane.</param>
/// <param name="AreaMm2">Per vertex: a third of its faces' area.</param>
/// <param name="UpperShare">Probability that it is an upper arch.</param>
internal sealed record PointEvidence(float[][] Position, Vec3[] Vote, double[] AreaMm2, double UpperShare)
{
    private const int Batch = 256;
    private const int Classes = 9;

    /// <summary>Asks the network about every vertex in reach.</summary>
    public static PointEvidence Of(ArchView view, PointNetwork network, RunContext context)
    {
        int count = view.Mesh.VertexCount;
        float[][] position = new float[count][];
        var vote = new Vec3[count];
        double[] jaw = new double[count];
        context.For((count + Batch - 1) / Batch, b =>
        {
            float[] features = new float[PointFeatures.Count];
            float[] answers = new float[network.Outputs];
            for (int v = b * Batch; v < Math.Min(count, (b + 1) * Batch); v++)
            {
                position[v] = new float[Classes];
                position[v][0] = 1;
                if (!view.InReach[v])
                    continue;
                view.Features(v, features);
                network.Run(features, answers);
                Softmax(answers.AsSpan(0, Classes), position[v]);
                Vec3 p = view.Mesh.Vertices[v];
                (Vec3 mesial, Vec3 facial) = ArchPath.Directions(p.X, p.Y);
                vote[v] = p + (mesial * (5 * answers[10])) + (facial * (5 * answers[11]));
                jaw[v] = answers[9];
            }
        });
        double[] area = view.AreaMm2;
        double sum = 0;
        double all = 1e-9;
        for (int v = 0; v < count; v++)
        {
            double weight = area[v] * (1 - position[v][0]);
            sum += weight * Math.Clamp(jaw[v], -3, 3);
            all += weight;
        }

        return new PointEvidence(position, vote, area, 1 / (1 + Math.Exp(-4 * sum / all)));
    }

    private static void Softmax(ReadOnlySpan<float> logits, float[] into)
    {
        float max = float.NegativeInfinity;
        foreach (float l in logits)
            max = Math.Max(max, l);
        double sum = 0;
        for (int c = 0; c < into.Length; c++)
            sum += Math.Exp(logits[c] - max);
        for (int c = 0; c < into.Length; c++)
            into[c] = (float)(Math.Exp(logits[c] - max) / sum);
    }
}
