using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Archwright.Geometry;

namespace Archwright.TestKit.Shapes;

/// <summary>Small mesh files in every form the readers know.</summary>
public static class MeshBytes
{
    /// <summary>A closed box of 12 faces with the given edge, mm.</summary>
    public static TriangleMesh Box(double edge = 10)
    {
        var v = new Vec3[8];
        for (int i = 0; i < 8; i++)
            v[i] = new Vec3((i & 1) * edge, ((i >> 1) & 1) * edge, ((i >> 2) & 1) * edge);
        return new TriangleMesh(
            v,
            [
                new(0, 2, 1), new(1, 2, 3), new(4, 5, 6), new(5, 7, 6), new(0, 1, 4), new(1, 5, 4),
                new(2, 6, 3), new(3, 6, 7), new(0, 4, 2), new(2, 4, 6), new(1, 3, 5), new(3, 7, 5),
            ]);
    }

    /// <summary>A wavy open sheet of 2·n·n faces about 60 mm wide: large enough to pass for a jaw.</summary>
    public static TriangleMesh Sheet(int n = 12)
    {
        var v = new Vec3[(n + 1) * (n + 1)];
        var t = new List<Triangle>();
        for (int y = 0; y <= n; y++)
        {
            for (int x = 0; x <= n; x++)
                v[(y * (n + 1)) + x] = new Vec3(60.0 * x / n, 50.0 * y / n, Math.Sin(x) + Math.Cos(y));
        }

        for (int y = 0; y < n; y++)
        {
            for (int x = 0; x < n; x++)
            {
                int i = (y * (n + 1)) + x;
                t.Add(new Triangle(i, i + 1, i + n + 2));
                t.Add(new Triangle(i, i + n + 2, i + n + 1));
            }
        }

        return new TriangleMesh(v, [.. t]);
    }

    /// <summary>STL text with names of their own and numbers in two spellings.</summary>
    public static byte[] StlText(TriangleMesh mesh)
    {
        var text = new StringBuilder("solid box of someone\n");
        for (int f = 0; f < mesh.TriangleCount; f++)
        {
            text.Append("  facet normal 0 0 0\n    outer loop\n");
            for (int c = 0; c < 3; c++)
            {
                Vec3 p = mesh.Corner(f, c);
                text.Append(CultureInfo.InvariantCulture, $"      vertex {p.X:R} {p.Y:E9} {p.Z:R}\n");
            }

            text.Append("    endloop\n  endfacet\n");
        }

        return Encoding.ASCII.GetBytes(text.Append("endsolid box of someone\n").ToString());
    }

    /// <summary>PLY text with colours, a normal, an unknown element with a list, and quads where two faces share a diagonal.</summary>
    public static byte[] PlyText(TriangleMesh mesh)
    {
        var text = new StringBuilder("ply\nformat ascii 1.0\ncomment made by hand\nelement vertex ");
        text.Append(mesh.VertexCount).Append("\nproperty double x\nproperty double y\nproperty double z\nproperty float nx\nproperty uchar red\n");
        text.Append("element odd 2\nproperty list uchar short things\nproperty int n\nelement face ").Append(mesh.TriangleCount);
        text.Append("\nproperty uchar quality\nproperty list uchar uint vertex_index\nend_header\n");
        foreach (Vec3 p in mesh.Vertices)
            text.Append(CultureInfo.InvariantCulture, $"{p.X:R} {p.Y:R} {p.Z:R} 1 255\n");
        text.Append("3 1 -2 3 7\n0 9\n");
        foreach (Triangle t in mesh.Triangles)
            text.Append(CultureInfo.InvariantCulture, $"5 3 {t.A} {t.B} {t.C}\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>PLY as bytes of either order, elements and properties in an unusual order.</summary>
    public static byte[] PlyBinary(TriangleMesh mesh, bool bigEndian)
    {
        string order = bigEndian ? "big" : "little";
        using var stream = new MemoryStream();
        stream.Write(Encoding.ASCII.GetBytes(
            $"ply\r\nformat binary_{order}_endian 1.0\r\nelement odd 1\r\nproperty list int double things\r\nelement face {mesh.TriangleCount}\r\n"
            + "property list int32 int32 vertex_indices\r\nproperty float quality\r\n"
            + $"element vertex {mesh.VertexCount}\r\nproperty uchar alpha\r\nproperty double x\r\nproperty float y\r\nproperty double z\r\nend_header\r\n"));
        void Int(int v)
        {
            Span<byte> b = stackalloc byte[4];
            if (bigEndian)
                BinaryPrimitives.WriteInt32BigEndian(b, v);
            else
                BinaryPrimitives.WriteInt32LittleEndian(b, v);
            stream.Write(b);
        }

        void Float(double v) => Int(BitConverter.SingleToInt32Bits((float)v));
        void Double(double v)
        {
            Span<byte> b = stackalloc byte[8];
            if (bigEndian)
                BinaryPrimitives.WriteDoubleBigEndian(b, v);
            else
                BinaryPrimitives.WriteDoubleLittleEndian(b, v);
            stream.Write(b);
        }

        Int(2);
        Double(1);
        Double(2);
        foreach (Triangle t in mesh.Triangles)
        {
            Int(3);
            Int(t.A);
            Int(t.B);
            Int(t.C);
            Float(0.5);
        }

        foreach (Vec3 p in mesh.Vertices)
        {
            stream.WriteByte(200);
            Double(p.X);
            Float(p.Y);
            Double(p.Z);
        }

        return stream.ToArray();
    }

    /// <summary>OBJ with colours, texture references, groups, a continued line and negative indices in every second face.</summary>
    public static byte[] Obj(TriangleMesh mesh)
    {
        var text = new StringBuilder("# by hand\nmtllib x.mtl\no arch\n");
        foreach (Vec3 p in mesh.Vertices)
            text.Append(CultureInfo.InvariantCulture, $"v {p.X:R} {p.Y:R} {p.Z:R} 0.5 0.5 0.5\n");
        text.Append("vt 0 0\nvn 0 0 1\ng a\nusemtl b\n");
        for (int f = 0; f < mesh.TriangleCount; f++)
        {
            Triangle t = mesh.Triangles[f];
            int n = mesh.VertexCount;
            text.Append(f % 2 == 0
                ? $"f {t.A + 1}/1/1 {t.B + 1}//1 \\\n {t.C + 1}/1\n"
                : $"f {t.A - n} {t.B - n} {t.C - n} # negative\n");
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
