using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>A list of numbers on one line: a point or a quaternion reads as one thing.</summary>
internal sealed class NumberRowConverter : JsonConverter<ImmutableArray<double>>
{
    // points and quaternions; nothing of ours is longer
    private const int LengthMax = 64;

    public override ImmutableArray<double> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("A list of numbers was expected.");
        var row = ImmutableArray.CreateBuilder<double>(4);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDouble(out double value) || !double.IsFinite(value))
                throw new JsonException("A finite number was expected.");
            if (row.Count == LengthMax)
                throw new JsonException($"A list of at most {LengthMax} numbers was expected.");
            row.Add(value);
        }

        return row.ToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<double> value, JsonSerializerOptions options)
    {
        Preconditions.Require(value.All(double.IsFinite), "a file holds finite numbers");
        writer.WriteRawValue(
            "[" + string.Join(", ", value.Select(v => v.ToString("R", CultureInfo.InvariantCulture))) + "]", skipInputValidation: true);
    }
}
