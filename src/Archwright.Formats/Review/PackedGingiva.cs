using System.Buffers.Binary;
using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Formats.Review;

/// <summary>A gingiva as text for the page: FDI numbers as bytes and weights as unsigned 16-bit (65535 = 1), base64.</summary>
internal sealed record PackedGingiva(Jaw Jaw, PackedMesh Mesh, string Influences, string Weights)
{
    /// <summary>The packed form of a gingiva.</summary>
    public static PackedGingiva Of(ReviewGingiva gingiva)
    {
        int count = gingiva.Mesh.VertexCount * ReviewGingiva.PerVertex;
        Preconditions.Require(gingiva.Influences.Length == count, "a gingiva has four influences a vertex");
        byte[] influences = new byte[count];
        byte[] weights = new byte[count * 2];
        for (int i = 0; i < count; i++)
        {
            (int fdi, double weight) = gingiva.Influences[i];
            Preconditions.Require(
                fdi is >= 0 and <= byte.MaxValue && weight is >= 0 and <= 1.000001, "an influence is an FDI number and a weight of 0–1");
            influences[i] = (byte)fdi;
            ushort q = (ushort)Math.Min(ushort.MaxValue, Math.Round(weight * ushort.MaxValue));
            BinaryPrimitives.WriteUInt16LittleEndian(weights.AsSpan(i * 2), q);
        }

        return new PackedGingiva(
            gingiva.Jaw, PackedMesh.Of(gingiva.Mesh), Convert.ToBase64String(influences), Convert.ToBase64String(weights));
    }
}
