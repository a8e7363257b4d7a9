using System.Text.Json;
using System.Text.Json.Serialization;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>A double that must be finite: JSON can spell 1e999, which no measure of ours may become.</summary>
internal sealed class FiniteNumberConverter : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDouble(out double value) || !double.IsFinite(value))
            throw new JsonException("A finite number was expected.");
        return value;
    }

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        Preconditions.Require(double.IsFinite(value), "a file holds finite numbers");
        writer.WriteNumberValue(value);
    }
}
